"""Every way to break a routine ends in a report to mend it by; some stand word for word in a golden file."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest

from routine.check.parse import parse
from routine.check.problems import RoutineError
from tests.kit.broken import CASES, SMALL_TEXT, Case, swapped
from tests.kit.paths import GOLDEN

REPORTS = GOLDEN / "broken.txt"
TEXT = "    text: Byt röret\n"


def failure(text: str) -> RoutineError:
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    return raised.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_tells_the_fault_first_at_its_line_with_what_to_do(case: Case) -> None:
    problems = failure(case.text).problems
    assert (problems[0].code, problems[0].mark.line) == (case.code, case.line), problems
    for problem in problems:
        assert problem.message.endswith("."), problem
        assert re.search(r"[.?]$", problem.hint), problem


def test_the_table_is_long_and_its_rows_are_told_apart() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 135


def test_reports_stand_in_the_golden_file() -> None:
    """Read the file when it changes: it is what editors read. UPDATE_GOLDEN=1 writes it anew."""
    told: Counter[str] = Counter()
    text = ""
    for case in CASES:
        told[case.code] += 1
        if told[case.code] <= 2:
            text += f"=== {case.name}\n\n{failure(case.text).report()}\n\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        REPORTS.write_text(text, encoding="utf-8")
    assert text == REPORTS.read_text(encoding="utf-8")


def test_a_stage_tells_all_of_its_own_and_nothing_of_the_next() -> None:
    rule = swapped(SMALL_TEXT, "track: vatten\n    basis: kalla", "track: okand\n    basis: kalla")
    model = swapped(rule, "  pages: 3\n", "  pages: tre\n", "words:\n", "wordz:\n")
    slip = swapped(model, "  - id: mogel\n", "  – id: mogel\n", TEXT, "    text: ”Byt röret”\n")
    told = [{each.code for each in failure(text).problems} for text in (rule, model, slip)]
    assert "R005" in told[0]
    assert told[1:] == [{"M002", "M007"}, {"S016", "S021"}]


def test_the_same_slip_on_lines_below_each_other_is_told_once() -> None:
    (problem,) = failure(swapped(SMALL_TEXT, "words:\n", "words:\n  – ett\n  – två\n  – tre\n")).problems
    assert (problem.code, len(problem.related)) == ("S016", 2)


def test_a_dash_anywhere_too_far_in_is_never_taken_in_silence() -> None:
    lines = SMALL_TEXT.split("\n")
    items = [number for number, line in enumerate(lines) if line.lstrip().startswith("- ")]
    assert len(items) > 90
    for number in items[::4]:
        for by in (2, 4):
            moved = [*lines[:number], " " * by + lines[number], *lines[number + 1 :]]
            try:
                changed = parse("\n".join(moved).encode(), "rutin.yaml")
            except RoutineError:
                continue
            assert changed == parse(SMALL_TEXT.encode(), "rutin.yaml"), lines[number]
