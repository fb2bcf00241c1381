"""Every way to break a routine ends in a report to mend it by; some stand word for word in a golden file."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from routine.check.model_faults import KINDS
from routine.check.parse import parse
from routine.check.problems import MOST_TOLD, Mark, Problem, RoutineError, as_annotations, as_json
from routine.model.model import Routine
from tests.kit.broken import CASES, SMALL_TEXT, Case, swapped
from tests.kit.paths import GOLDEN
from tests.kit.variants import small

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


def test_what_would_end_a_workflow_command_is_escaped() -> None:
    error = RoutineError("a:b,c%.yaml", "", [Problem("M010", Mark(1, 2, 3), "50 %\r\ntill: a, b.", hint="så.")])
    assert as_annotations(error) == (
        "::error file=a%3Ab%2Cc%25.yaml,line=1,col=2,endColumn=5,title=M010"
        "::50 %25%0D%0Atill: a, b.%0AGör så här: så.\n"
    )


def test_how_it_is_written_is_told_in_every_form_with_its_indents() -> None:
    example = ("    within:", "      count: 3")
    error = RoutineError("rutin.yaml", "", [Problem("M003", Mark(1, 2), "Fel.", hint="så.", example=example)])
    assert (
        "    Gör så här: så.\n    Så här kan det stå:\n       |     within:\n       |       count: 3\n"
        in error.report()
    )
    assert json.loads(as_json(error))[0]["example"] == "    within:\n      count: 3"
    assert "så.%0ASå här kan det stå:%0A    within:%0A      count: 3\n" in as_annotations(error)


def test_at_most_fifty_problems_are_told_and_then_how_many_there_are() -> None:
    error = RoutineError("rutin.yaml", "", [Problem("M011", Mark(at, 1), "Tomt.") for at in range(1, 300)])
    assert error.report().count(": M011 Tomt.") == MOST_TOLD
    assert "299 fel i rutin.yaml. Här visas de 50 första." in error.report()
    assert as_annotations(error).count("::error ") == MOST_TOLD
    assert len(json.loads(as_json(error))) == 299


Path = tuple[str, ...]

WRONG: tuple[Any, ...] = ("", "x", [], ["x"], {}, {"okand": "x"})


def errors(values: Any) -> set[str]:
    """Pydantic's names of what is wrong."""
    try:
        Routine.model_validate(values)
    except ValidationError as error:
        return {detail["type"] for detail in error.errors()}
    return set()


def spoilt(values: Any, node: Any, path: Path, met: set[Path]) -> Iterator[Any]:
    """The routine with each of the wrong values in one place of each kind, one at a time."""
    for step, child in list(node.items() if isinstance(node, dict) else enumerate(node)):
        here = (*path, step if isinstance(step, str) else "")
        if here not in met:
            met.add(here)
            for wrong in (*WRONG, child * 3 if isinstance(child, list) else ""):
                node[step] = wrong
                yield values
            node[step] = child
        if isinstance(child, dict | list):
            yield from spoilt(values, child, here, met)


def test_the_table_has_the_errors_that_the_model_raises_and_no_others() -> None:
    values = small()
    assert {kind for changed in spoilt(values, values, (), set()) for kind in errors(changed)} == KINDS.keys()
