"""An exception overrules one rule for one text, says why, and goes when it is not needed."""

from __future__ import annotations

from typing import Any

import pytest

from routine.check import rules
from routine.check.finding import retired
from routine.check.nodes import Path
from routine.check.rules.core import leaves, places
from routine.check.rules.overruled import DECIDED, OVERRULABLE
from routine.model.model import Routine
from tests.kit.variants import put, small

POINT: Path = ("guidance", 0, "points", 0)
WHERE = "el-och-vatten.points.1"
# Code → what breaks its rule, by place; the first is where it is told, and what an editor calls it.
BREAKS: dict[str, tuple[str, dict[Path, Any]]] = {
    "R070": ("stang-kranen.text", {("actions", 1, "text"): "Stäng " + "huvudkranen " * 20}),
    "R071": (WHERE, {POINT: "Close the door after you."}),
    "R072": (WHERE, {POINT: "Stäng <b>dörren</b>."}),
    "R073": (WHERE, {POINT: "Den blir hemlig."}),
    "R074": (WHERE, {POINT: "Ring vakten."}),
    "R084": ("kontakt-jouren.number", {("contacts", 0, "number"): "070-174 06 35"}),
    "R087": (WHERE, {POINT: "Ring 113 om någon är i fara."}),
    "R100": (
        "emergency.1.number",
        {
            ("emergency", 0, "number"): "010-555 01 00",
            ("emergency", 0, "advice"): "Ring jouren när huset är stängt.",
            ("emergency", 1, "number"): "112",
            ("emergency", 1, "advice"): "Ring 112 när någon är i fara.",
        },
    ),
    "R108": ("byt-roret.others", {("actions", 4, "others"): "byter röret inom två veckor"}),
    "V009": (WHERE, {POINT: "Ring portieren."}),
    "V010": (WHERE, {POINT: "Ring 020-22 11 44."}),
    "V011": ("mata-flodet.text", {("actions", 2, "text"): "Mät flödet", ("actions", 2, "responsible", 0): "eleven"}),
    "V012": ("emergency.1.advice", {("emergency", 0, "advice"): "Ring när någon är i fara."}),
    "V014": ("upptackaren.tab", {("roles", 0, "tab"): "Min vattenläcka"}),
    "V022": ("stang-kranen.others", {("actions", 1, "others"): "stänger din kran"}),
}
# Faults beside which an exception may stand: of references, of ids, of numbers, of steps.
SECOND: dict[str, tuple[Path, Any]] = {
    "R002": (("actions", 0, "proxy", "role"), "elev"),
    "R001": (("actions", 5, "id"), "byt-roret"),
    "R086": (("emergency", 0, "advice"), "Ring 113 13."),
    "R006": (("actions", 3, "after"), [{"action": "ingen", "text": "när det är gjort", "basis": "kalla"}]),
}


def broken(code: str) -> Any:
    values = small()
    for path, text in BREAKS[code][1].items():
        put(values, path, text)
    return values


def said(values: Any, *more: dict[str, str]) -> list[tuple[str, Path]]:
    """What is said, errors and advice, with more exceptions than the routine has."""
    routine = Routine.model_validate(values | {"exceptions": [*values["exceptions"], *more]})
    return [(one.code, one.path) for one in (*rules.check(routine), *rules.advise(routine))]


def exception(code: str, where: str) -> dict[str, str]:
    return {"code": code, "where": where, "reason": "Vi har talat om det."}


@pytest.mark.parametrize("code", [code for code in OVERRULABLE if code != DECIDED])
def test_an_exception_overrules_one_rule_for_one_text_and_goes_with_it(code: str) -> None:
    where, changes = BREAKS[code]
    path, unneeded = next(iter(changes)), ("R077", ("exceptions", 1))
    assert said(broken(code)) == [(code, path)]
    one = exception(code, where)
    assert said(broken(code), one) == []
    assert said(broken(code), one, one) == [("R077", ("exceptions", 2))]
    assert sorted(said(broken(code), exception(code, "mogel.points.1"))) == sorted([(code, path), unneeded])
    assert said(small(), one) == [unneeded]


@pytest.mark.parametrize("second", SECOND)
def test_a_second_fault_beside_an_exception_is_told_alone(second: str) -> None:
    path, value = SECOND[second]
    for code, (where, changes) in BREAKS.items():
        if {path, (*path[:2], "number")} & changes.keys():
            continue
        values = broken(code)
        put(values, path, value)
        codes = {each for each, _ in said(values, exception(code, where))}
        assert second in codes, code
        assert code not in codes


@pytest.mark.parametrize("code", ["R099", "R080", "K001", "M004", "D001", "v001", "språk", *sorted(retired())[:1]])
def test_an_unknown_code_or_one_that_always_holds_is_told(code: str) -> None:
    assert said(small(), exception(code, "mogel.title")) == [("R075", ("exceptions", 1, "code"))]


def test_an_exception_from_a_rule_that_is_no_more_hides_nothing() -> None:
    values = broken("R072")
    one = exception(min(retired()), WHERE)
    assert sorted(said(values, one)) == [("R072", POINT), ("R075", ("exceptions", 1, "code"))]


@pytest.mark.parametrize("where", ["mogel", "mogel.titel", "mogel.points.2", "mogel.points.0", "x"])
def test_an_unknown_place_is_told_alone(where: str) -> None:
    """What it may have been meant for is not told as well."""
    assert said(broken("R072"), exception("R072", where)) == [("R076", ("exceptions", 1, "where"))]


def test_every_text_has_a_place_of_its_own(small: Routine) -> None:
    assert sorted(map(str, places(small).values())) == sorted(str(leaf.path) for leaf in leaves(small))


@pytest.mark.parametrize("code", ["R080", "R081", "R082", "R083"])
def test_what_is_a_persons_cannot_be_overruled(code: str) -> None:
    text = {"R080": "811218-9876", "R081": "070-174 06 35", "R082": "anna@example.se", "R083": "Storgatan 5"}[code]
    values = small()
    put(values, POINT, text)
    assert sorted(said(values, exception(code, WHERE))) == [("R075", ("exceptions", 1, "code")), (code, POINT)]


def test_a_functions_mobile_passes_with_an_exception_and_may_then_be_repeated() -> None:
    passed = exception("R084", "kontakt-jouren.number")
    values = broken("R084")
    put(values, POINT, "Ring +46 70 174 06 35.")
    assert said(values, passed) == []
    put(values, POINT, "Ring 070-174 06 36.")
    assert said(values, passed) == [("R081", POINT), ("V010", POINT)]
