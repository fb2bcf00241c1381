"""Every way to break a routine ends in a report to mend it by, and the reports stand word for word in a golden file."""

from __future__ import annotations

import os
import re
from functools import cache

import pytest

from routine.loading.parse import parse
from routine.reading.messages import messages
from routine.reading.problems import RoutineError
from tests.kit.broken import CASES, MARKER, SMALL_TEXT, Case, small_adopted
from tests.kit.paths import GOLDEN
from tests.kit.views import one_in

REPORTS = GOLDEN / "broken.txt"
NAMED = [pytest.param(case, id=case.name) for case in CASES]


@cache
def failure(case: Case) -> RoutineError:
    """What reading the broken file raises, once; anything but a RoutineError goes through."""
    with pytest.raises(RoutineError) as raised:
        case.read()
    return raised.value


@pytest.mark.parametrize("case", NAMED)
def test_finds_every_fault_at_its_place_and_nothing_else(case: Case) -> None:
    found = [(problem.code, (problem.mark.line, problem.mark.column)) for problem in failure(case).problems]
    assert sorted(found, key=lambda one: (one[1], one[0])) == [(code, place) for code, place, _ in case.expected()]


@pytest.mark.parametrize("case", NAMED)
def test_names_what_is_wrong(case: Case) -> None:
    problems = failure(case).problems
    for code, place, names in case.expected():
        messages = [p.message for p in problems if (p.code, (p.mark.line, p.mark.column)) == (code, place)]
        assert any(names in message for message in messages), (names, messages)


@pytest.mark.parametrize("case", NAMED)
def test_tells_the_editor_what_to_do(case: Case) -> None:
    for problem in failure(case).problems:
        assert problem.message.endswith("."), problem
        assert re.search(r"[.?]$", problem.hint), problem


@pytest.mark.parametrize("case", NAMED)
def test_reports_how_it_is_written_first_then_in_the_order_of_the_file_with_a_count_last(case: Case) -> None:
    error = failure(case)
    heads = re.findall(r"^rutin\.yaml:(\d+):(\d+): ([SMRK]\d{3}) .", error.report(), re.MULTILINE)
    places = [(code[0] != "S", code != "S001", int(line), int(column)) for line, column, code in heads]
    assert places == sorted(places)
    assert len(heads) == len(case.faults)
    assert error.report().split("\n\n")[-1].startswith(f"{len(case.faults)} fel i rutin.yaml.")


def test_every_code_is_provoked() -> None:
    """What has no room on paper is found later, and provoked in tests/print/test_print.py; names, in tests/print/
    test_names.py; what is wrong in the adopted document itself, in tests/loading/test_load.py; with an edition, in
    tests/editions/; the gate, advice and days, in tests/rules/."""
    provoked = {fault.code for case in CASES for fault in case.faults}
    known = {code for code in messages() if code[0] not in "EPNGVD" and code not in ("K015", "K017")}
    assert known - provoked == set(), "give it a case in tests/kit/broken.py"
    assert provoked - known == set(), "give it a line in routine/messages.yaml"


def test_cases_are_told_apart_by_name() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 45


def test_the_marker_is_no_part_of_the_fixture() -> None:
    assert MARKER not in SMALL_TEXT


def test_no_placeholder_is_ever_shown() -> None:
    """A value that the model refused is replaced to run the rules; the replacement is ours, not the editor's."""
    for case in CASES:
        assert not re.search(r"saknas-|saknas\.example|2000-01-01|(?<!\xa0)\b00\d\b", failure(case).report()), case.name


def left_empty() -> dict[tuple[str, str], int]:
    """Of each key that has a value beside it, as it stands, the first in each list or group → its line."""
    found, top = dict[tuple[str, str], int](), ""
    for number, line in enumerate(SMALL_TEXT.split("\n")):
        top = line.rstrip(":") if re.fullmatch(r"\w+:", line) else top
        if key := re.match(r" *(?:- )?\w+:(?= .)", line):
            found.setdefault((top, key[0]), number)
    return found


@pytest.mark.parametrize("number", one_in(5, [*left_empty().values()]))
def test_nor_is_one_shown_whatever_is_left_empty_also_beside_the_adopted_document(number: int) -> None:
    lines = SMALL_TEXT.split("\n")
    text = "\n".join([*lines[:number], f"{lines[number].partition(':')[0]}: …", *lines[number + 1 :]])
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml", small_adopted())
    assert "saknas-" not in raised.value.report(), raised.value.report()


def test_keys_enough_are_left_empty() -> None:
    assert len(left_empty()) > 100


def test_reports_stand_in_the_golden_file() -> None:
    """Read the file when it changes: it is what editors read. UPDATE_GOLDEN=1 writes it anew."""
    text = "\n".join(f"=== {case.name}\n\n{failure(case).report()}\n" for case in CASES)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        REPORTS.parent.mkdir(exist_ok=True)
        REPORTS.write_text(text, encoding="utf-8")
    assert text == REPORTS.read_text(encoding="utf-8")
