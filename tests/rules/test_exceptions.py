"""An exception overrules one rule for one text, says why, and goes when it is not needed."""

from __future__ import annotations

from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.loading.parse import parse
from routine.reading.messages import messages
from routine.reading.nodes import Path
from routine.reading.problems import RoutineError
from routine.rules.overruled import OVERRULABLE
from routine.rules.places import places
from routine.rules.texts import leaves
from tests.kit.broken import SMALL_TEXT
from tests.kit.variants import put, small

POINT: Path = ("guidance", 0, "points", 0)
TEXT: Path = ("actions", 1, "text")
OTHERS: Path = ("actions", 1, "others")
MOBILE = "070-174 06 35"
# Code → the texts that break its rule, by their place and what an editor calls it. The first is where it is told.
BREAKS: dict[str, tuple[tuple[Path, str, Any], ...]] = {
    "R070": ((TEXT, "stang-kranen.text", "Stäng " + "huvudkranen " * 20),),
    "R071": ((POINT, "el-och-vatten.points.1", "Close the door after you."),),
    "R072": ((POINT, "el-och-vatten.points.1", "Stäng <b>dörren</b>."),),
    "R073": ((POINT, "el-och-vatten.points.1", "Den blir hemlig."),),
    "R074": ((POINT, "el-och-vatten.points.1", "Ring vakten."),),
    "R084": ((("contacts", 0, "number"), "kontakt-jouren.number", MOBILE),),
    "R087": ((POINT, "el-och-vatten.points.1", "Ring 113 om någon är i fara."),),
    "R100": (
        (("emergency", 0, "number"), "emergency.1.number", "010-555 01 00"),
        (("emergency", 0, "advice"), "", "Ring jouren när huset är stängt."),
        (("emergency", 1, "number"), "", "112"),
        (("emergency", 1, "advice"), "", "Ring 112 när någon är i fara."),
    ),
    "V001": ((TEXT, "stang-kranen.text", "Huvudkranen stänger du"),),
    "V002": ((OTHERS, "stang-kranen.others", "ringer polisen"),),
    "V003": ((TEXT, "stang-kranen.text", "Huvudkranen ska stängas"),),
    "V004": ((POINT, "el-och-vatten.points.1", "Ring Anna Berg."),),
    "V005": ((("actions", 4, "others"), "byt-roret.others", "byter röret inom två veckor"),),
    "V009": ((POINT, "el-och-vatten.points.1", "Ring portieren."),),
    "V010": ((POINT, "el-och-vatten.points.1", "Ring 020-22 11 44."),),
    "V019": ((POINT, "el-och-vatten.points.1", "Låt den ut- satta vara."),),
    "V020": ((POINT, "el-och-vatten.points.1", "Stäng dörren.Gå ut."),),
    "V021": ((POINT, "el-och-vatten.points.1", "Läs rad 25."),),
    "V022": ((OTHERS, "stang-kranen.others", "stänger din kran"),),
    "V023": (
        (("open_questions", 0, "meanwhile"), "vem-tittar.meanwhile", "Ring jouren."),
        *((("actions", i, "open_questions"), "", []) for i in (0, 6)),
        (("situations", 3, "open_question"), "", None),
        (("situations", 3, "contacts"), "", []),
        (("situations", 3, "emergency"), "", "ja"),
        (("easy", "steps", 0, "unanswered"), "", []),
    ),
    "V013": (
        (("questions", 2, "own"), "torkar-salen.own", "Har din sal torkat?"),
        (("questions", 2, "answered_by"), "", ["rektorn", "eleven"]),
        (("actions", 7, "conditions", 0, "own"), "", None),
    ),
    "V015": (
        (("roles", 4, "name"), "eleven.name", "Norrverkets montör"),
        (("roles", 4, "summary"), "", "Du hjälper Norrverket"),
        (("roles", 4, "intro"), "", "Du kommer från Norrverket."),
    ),
    "V011": (
        (("actions", 2, "text"), "mata-flodet.text", "Mät flödet"),
        (("actions", 2, "responsible", 0), "", "eleven"),
    ),
    "V014": ((("roles", 0, "tab"), "upptackaren.tab", "Min vattenläcka"),),
    "V016": ((("actions", 2, "conditions", 0, "text"), "mata-flodet.conditions.1.text", "om det inte rinner vatten"),),
    "V012": ((("emergency", 0, "advice"), "emergency.1.advice", "Ring när någon är i fara."),),
    "V018": (
        (("actions", 2, "text"), "mata-flodet.text", "Mät flödet"),
        (("actions", 3, "row"), "", "3"),
        (("actions", 3, "within"), "", {"count": "5", "unit": "timmar", "basis": "tolkning"}),
    ),
    "V017": ((("roles", 3, "summary"), "va-ingenjoren.summary", "Du stänger av vattnet"),),
}


def said(values: dict[str, Any], *more: dict[str, str]) -> list[tuple[str, Path]]:
    """What is said, errors and advice, with more exceptions than the routine has."""
    routine = Routine.model_validate(values | {"exceptions": [*values["exceptions"], *more]})
    return [(one.code, one.path) for one in (*rules.check(routine), *rules.advise(routine))]


def exception(code: str, where: str) -> dict[str, str]:
    return {"code": code, "where": where, "reason": "Vi har talat om det."}


def broken(code: str) -> dict[str, Any]:
    values = small()
    for path, _, text in BREAKS[code]:
        put(values, path, text)
    return values


def test_every_rule_of_language_and_all_advice_can_be_overruled_and_nothing_else() -> None:
    assert BREAKS.keys() == OVERRULABLE.keys()
    spelling = {"V006", "V007", "V008"}  # Which a list of words overrules.
    advised = {code for code in messages() if code.startswith("V")} - spelling
    some = advised | {code for code in messages() if "R070" <= code <= "R074"} | {"R084", "R087", "R100"}
    assert BREAKS.keys() == some, "give it its place in OVERRULABLE of routine/rules/overruled.py, and here in BREAKS"
    assert set(rules.ADVICE) < set(OVERRULABLE.values()) <= {*rules.RULES, *rules.ADVICE}


@pytest.mark.parametrize("code", BREAKS)
def test_an_exception_overrules_one_rule_for_one_text(code: str) -> None:
    path, where, _ = BREAKS[code][0]
    assert said(broken(code)) == [(code, path)]
    assert said(broken(code), exception(code, where)) == []
    unneeded = ("R077", ("exceptions", 1))
    other = "R073" if code != "R073" else "R072"
    assert sorted(said(broken(code), exception(other, where))) == sorted([(code, path), unneeded])
    assert sorted(said(broken(code), exception(code, "mogel.points.1"))) == sorted([(code, path), unneeded])


@pytest.mark.parametrize("code", BREAKS)
def test_an_exception_that_no_longer_applies_is_told(code: str) -> None:
    where = BREAKS[code][0][1]
    assert said(small(), exception(code, where)) == [("R077", ("exceptions", 1))]


def test_an_exception_that_stands_twice_is_told_once() -> None:
    one = exception("R072", "el-och-vatten.points.1")
    assert said(broken("R072"), one, one) == [("R077", ("exceptions", 2))]


@pytest.mark.parametrize("code", ["R099", "R080", "K001", "M004", "D001", "v001", "språk"])
def test_an_unknown_code_or_one_that_always_holds_is_told(code: str) -> None:
    assert said(small(), exception(code, "mogel.title")) == [("R075", ("exceptions", 1, "code"))]


@pytest.mark.parametrize("where", ["mogel", "mogel.titel", "mogel.points.2", "mogel.points.0", "mogl.title", "x"])
def test_an_unknown_place_is_told_alone(where: str) -> None:
    """What it may have been meant for is not told as well."""
    assert said(broken("R072"), exception("R072", where)) == [("R076", ("exceptions", 1, "where"))]


def test_a_misspelt_place_or_code_is_told_with_what_was_meant() -> None:
    values: Any = small()
    values["exceptions"] = [exception("R74", "kontakt-jouren-natt.ask"), exception("R072", "mogel.titel")]
    hints = {one.code: one.hint for one in rules.check(Routine.model_validate(values))}
    assert hints == {"R075": "menade du ”R074”?", "R076": "menade du ”mogel.title”?"}


def test_nothing_is_said_of_an_exception_while_something_cannot_be_read() -> None:
    """What it is about may be just that."""
    ask = "    ask: Fråga vakten.\n"
    assert SMALL_TEXT.count(ask) == 1
    with pytest.raises(RoutineError) as raised:
        parse(SMALL_TEXT.replace(ask, "    ask: ''\n").encode(), "rutin.yaml")
    assert [problem.code for problem in raised.value.problems] == ["M011"]


@pytest.mark.parametrize("key", ["code", "where", "reason"])
def test_an_exception_has_a_code_a_place_and_a_reason(key: str) -> None:
    line = next(line for line in SMALL_TEXT[SMALL_TEXT.index("\nexceptions:") :].split("\n") if f"{key}: " in line)
    with pytest.raises(RoutineError) as raised:
        parse(SMALL_TEXT.replace(f"{line}\n", "  -\n" if "-" in line[:4] else "").encode(), "rutin.yaml")
    assert "M001" in {problem.code for problem in raised.value.problems}


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_text_has_a_place_of_its_own(name: str, request: pytest.FixtureRequest) -> None:
    routine = request.getfixturevalue(name)
    assert sorted(places(routine).values(), key=str) == sorted((leaf.path for leaf in leaves(routine)), key=str)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("site", "name"), "site.name"),
        (("actions", 1, "text"), "stang-kranen.text"),
        (("actions", 0, "say", 1, "text"), "sag-till.say.2.text"),
        (("sections", 0, "title"), "7.1.1.title"),
        (("terms", 1, "meaning"), "terms.2.meaning"),
        (("easy", "steps", 0, "lines", 1), "easy.steps.1.lines.2"),
        (("emergency", 0, "label"), "emergency.1.label"),
    ],
)
def test_a_place_is_called_as_an_editor_finds_it(small: Routine, path: Path, place: str) -> None:
    assert places(small)[place] == path


def test_two_places_that_would_be_called_the_same_say_their_list_first() -> None:
    values: Any = small()
    values["tracks"][0]["id"] = values["sections"][0]["track"] = values["sections"][1]["track"] = "mogel"
    routine = Routine.model_validate(values)
    assert places(routine)["tracks.mogel.title"] == ("tracks", 0, "title")
    assert places(routine)["guidance.mogel.title"] == ("guidance", 1, "title")
    assert places(routine)["mogel.points.1"] == ("guidance", 1, "points", 0)
    assert "mogel.title" not in places(routine)


def test_the_reason_is_shown_to_nobody_and_may_quote_what_it_is_about() -> None:
    values: Any = small()
    values["exceptions"][0]["reason"] = "<b>the the</b> blir hemlig"
    assert said(values) == []
