"""Each rule tells its fault where it stands, alone; a sound routine breaks none."""

from __future__ import annotations

import os
import pkgutil
import re
from importlib import import_module
from inspect import isfunction, signature
from typing import Any

import pytest

from routine.check import rules
from routine.check.finding import messages
from routine.check.nodes import Path
from routine.check.parse import parse
from routine.check.problems import RoutineError
from routine.check.rules import order, overruled
from routine.check.rules.core import NEEDS
from routine.check.rules.overruled import OVERRULABLE
from routine.model.model import Routine
from tests.kit.broken import Case, case, small_adopted
from tests.kit.paths import GOLDEN
from tests.kit.ruled import HELD, ROWS
from tests.kit.variants import put, small

REPORTS = GOLDEN / "rules.txt"
EVERY = [(case(*row), held) for held, rows in ((False, ROWS), (True, HELD)) for row in rows]
TRIED = (*rules.STRUCTURE, *rules.RULES, *rules.TEXTS, *rules.ADVICE, *rules.DECISIONS, *rules.HELD)


def failure(case: Case, held: bool) -> RoutineError:
    with pytest.raises(RoutineError) as raised:
        parse(case.text.encode(), "rutin.yaml", small_adopted() if held else None)
    return raised.value


def found(values: Any) -> list[tuple[str, Path]]:
    """Code and path of what breaks a rule."""
    return [(one.code, one.path) for one in rules.check(Routine.model_validate(values))]


@pytest.mark.parametrize(("case", "held"), EVERY, ids=[f"{case.code} {case.name}" for case, _ in EVERY])
def test_a_fault_is_told_alone_at_its_line(case: Case, held: bool) -> None:
    (problem,) = failure(case, held).problems
    assert (problem.code, problem.mark.line) == (case.code, case.line)
    assert problem.message.endswith(".")
    assert re.search(r"[.?]$", problem.hint)


def test_reports_stand_in_the_golden_file() -> None:
    """Read the file when it changes: it is what editors read. UPDATE_GOLDEN=1 writes it anew."""
    first = {row[0].code: row for row in reversed(EVERY)}
    parts = [f"=== {row[0].name}\n\n{failure(*row).report()}\n\n" for _, row in sorted(first.items())]
    if os.environ.get("UPDATE_GOLDEN") == "1":
        REPORTS.write_text("".join(parts), encoding="utf-8")
    assert "".join(parts) == REPORTS.read_text(encoding="utf-8")


def test_every_code_of_a_rule_has_a_row() -> None:
    """K015 and K017 are of the document itself: tests/check/test_load.py and test_adopted.py."""
    known = {code for code in messages() if code[0] in "RK"} - {"K015", "K017", "R100"}
    assert {case.code for case, _ in EVERY} == known
    assert len(EVERY) >= 120


def test_a_sound_routine_breaks_no_rule(every_routine: Routine) -> None:
    assert [*rules.check(every_routine)] == []


@pytest.mark.parametrize("name", ["small", "real"])
def test_a_sound_routine_gets_no_advice(name: str, request: pytest.FixtureRequest) -> None:
    assert [*rules.advise(request.getfixturevalue(name))] == []


def test_every_rule_is_tried_once() -> None:
    modules = [import_module(f"routine.check.rules.{module.name}") for module in pkgutil.iter_modules(rules.__path__)]
    parts = {part for each in modules for name, part in vars(each).items() if name[0] != "_" and isfunction(part)}
    heads = {part: signature(part) for part in parts}
    made = {part for part, head in heads.items() if {*head.parameters} in ({"routine"}, {"routine", "adopted"})}
    found = {part for part in made if heads[part].return_annotation == "Iterator[Finding]"}
    assert {*found} - {order.out_of_order, overruled.exceptions} == {*TRIED}  # type: ignore[comparison-overlap]
    assert len(TRIED) == len({*TRIED}) > 60


def test_no_rule_needs_what_somebody_may_except() -> None:
    assert {code for codes in NEEDS.values() for code in codes} & {*OVERRULABLE} == set()
    assert {code for codes in NEEDS.values() for code in codes} <= messages().keys()


def test_a_name_of_nothing_is_told_once_with_every_place() -> None:
    """A misspelt reference would leave a role, a question, a section or a track without use as well."""
    values: Any = small()
    values["actions"][0]["proxy"]["role"] = values["actions"][1]["participants"][0]["role"] = "elev"
    (one,) = rules.check(Routine.model_validate(values))
    assert (one.code, one.path) == ("R002", ("actions", 0, "proxy", "role"))
    assert [path for path, _ in one.related] == [("actions", 1, "participants", 0, "role")]


def test_an_action_that_is_copied_with_its_id_is_told_as_that() -> None:
    values: Any = small()
    values["actions"].append({**values["actions"][1], "text": "Stäng " + "kranen " * 30})
    assert found(values) == [("R001", ("actions", 10, "id")), ("R070", ("actions", 10, "text"))]


def test_a_lost_step_is_told_without_all_that_hangs_on_it() -> None:
    values: Any = small()
    condition = values["questions"][1]["conditions"][0]
    values["questions"][1]["conditions"].append({**condition, "question": "torkar-salen"})
    values["questions"][2]["conditions"] = [{**condition, "answer": "nej"}]
    assert found(values) == [("R010", ("questions", 1, "conditions"))]


def test_a_row_that_has_been_decided_may_stand_anywhere_in_its_section() -> None:
    """Its number is the next that was free, whichever rows it belongs between."""
    values: Any = small()
    values["actions"].insert(6, values["actions"].pop(7))
    assert found(values) == []
    values["revisions"][0]["decision"]["changes"].pop(3)
    assert found(values) == [("R009", ("actions", 7, "row"))]


def test_an_action_of_ones_own_stands_anywhere_and_the_rest_keeps_its_rows() -> None:
    own = {
        "id": "ring",
        "basis": "egen",
        "responsible": ["rektorn"],
        "text": "Ring bolaget",
        "others": "ringer bolaget",
    }
    for at, section in ((3, "7.1.2"), (10, "7.2.1")):
        values: Any = small()
        values["actions"].insert(at, own | {"section": section})
        assert [*rules.check(Routine.model_validate(values), small_adopted())] == []


def test_an_edition_typed_again_is_told_where_it_was_typed() -> None:
    """The approved one stands last, and was there first."""
    values: Any = small()
    values["revisions"][0]["edition"] = "1"
    assert found(values) == [("R023", ("revisions", 0, "edition"))]


def test_danger_leads_to_112() -> None:
    values: Any = small()
    put(values, ("emergency", 0, "number"), "010-555 01 00")
    put(values, ("emergency", 0, "advice"), "Ring jouren när huset är stängt.")
    put(values, ("emergency", 1, "number"), "112")
    put(values, ("emergency", 1, "advice"), "Ring 112 när någon är i fara.")
    assert found(values) == [("R100", ("emergency", 0, "number"))]
