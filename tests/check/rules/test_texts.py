"""What a text may not say, and what it may: the words of each rule, put into one text of the small routine."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from routine.check import rules
from routine.check.nodes import Path
from routine.check.parse import parse, parse_adopted
from routine.check.problems import RoutineError
from routine.check.rules.core import leaves as texts
from routine.check.rules.language import GLYPHS, unknown
from routine.model.model import Routine
from tests.kit.broken import ADOPTED_TEXT, SMALL_TEXT
from tests.kit.variants import kind, leaves, put, small

POINT: Path = ("guidance", 0, "points", 0)
TEXT, OTHERS, TAB = ("actions", 1, "text"), ("actions", 1, "others"), ("roles", 0, "tab")
CONDITION: Path = ("actions", 2, "conditions", 0, "text")
NUMBER = "811218-9876"  # Made up, with the right check digit.
MOBILE = "070-174 06 35"  # Of those that are kept free for stories.
# Code, where, what is told, and what is nearly so and passes.
TABLE: tuple[tuple[str, Path, tuple[str, ...], tuple[str, ...]], ...] = (
    ("R070", TEXT, ("Stäng " + "kranen " * 20,), ("Stäng " + "kranen " * 19, "Stäng " + "– kranen " * 19)),
    ("R071", POINT, ("Close the door after you.",), ("Läs ”Close the door after you”.", "Stäng the dörren.")),
    (
        "R072",
        POINT,
        (
            "Stäng <b>dörren</b>.",
            "Stäng **dörren**.",
            "[Stäng](https://x.se)",
            "# Stäng",
            "1. Stäng",
            "Se www.smhi.se.",
        ),
        ("Stäng 2 * 3 dörrar.", "Ring 112."),
    ),
    (
        "R073",
        POINT,
        (
            "Den blir hemlig.",
            "Du får polisskydd.",
            "Polisen kommer att hjälpa.",
            "Han blir dömd.",
            "Det är garanterat.",
        ),
        ("Be om skydd. Polisen avgör.", "Fråga om det är sekretessbelagt."),
    ),
    ("R074", POINT, ("Ring vakten.", "Det är vaktens."), ("Ring vaktmästaren.",)),
    ("R078", ("actions", 1, "detail"), ("detail: Stäng.",), ("Stäng detail.",)),
    ("R024", POINT, ("Stäng 🚪.", "Stäng ﬁlen."), ("Stäng – nu – ”dörren”.",)),
    ("R039", OTHERS, ("Stänger kranen",), ("IT-stänger kranen",)),
    ("R085", ("site", "subject", 0), ("kran, rör", "k" * 41, "en två tre fyra fem sex"), ("kran i källaren",)),
    ("R087", POINT, ("Ring 113 om någon är i fara.", "Ring 11 2.", "Ring 11414 1."), ("Ring 112.", "Ring 114 14.")),
    (
        "R080",
        POINT,
        (NUMBER, "8112189876", "(19811218-9876)", "811218–9876", "121212+1212", "701063-2391", "000229-0013"),
        ("811218-9875", "811318-9875", "811293-9874", "811260-9873", "1811218-9876", "Dnr 2024-05-01 och 2023-1234"),
    ),
    (
        "R081",
        POINT,
        (MOBILE, "0701740635", "(070) 174 06 35", "+46 (0)70-174 06 35", "0046 70 174 06 35"),
        ("Ring 010-555 01 00.", "Rum 070-12"),
    ),
    (
        "R082",
        POINT,
        ("anna.berg@example.se", "anna@example.se", "a.berg@example.se", "data=05%7Canna.svensson%40example.se"),
        ("info@example.se", "social.jour@example.se", "diariet@example.se"),
    ),
    (
        "R083",
        POINT,
        ("Gå till Storgatan 5.", "Skolvägen 12 B", "Stora torget 3"),
        ("På torget 3 gånger.", "Gå på vägen."),
    ),
    ("V009", POINT, ("Ring portieren.",), ("Ring porten.",)),
    ("V010", POINT, ("Ring 020-22 11 44.",), ("Ring 010-555 01 23.", "Ring 112.", "Rum 020-22 11 44 5.")),
    ("V014", TAB, ("Min vattenläcka",), ("Min sida",)),
    ("V022", OTHERS, ("stänger din kran",), ("säger ”Stäng din kran”",)),
    ("V022", CONDITION, ("om du ser att det rinner",), ("om det rinner",)),
    (
        "R108",
        ("actions", 4, "others"),
        ("byter röret inom två veckor",),
        ("byter röret inom tre dagar", "byter på 2 timmar"),
    ),
    ("V012", ("emergency", 0, "advice"), ("Ring när någon är i fara.",), ("Ring 112 när någon är i fara.",)),
)


def told(text: str, path: Path) -> list[str]:
    values = small()
    put(values, path, text)
    routine = Routine.model_validate(values)
    found = [(one.code, one.path) for one in (*rules.check(routine), *rules.advise(routine))]
    return [code for code, where in found if where == path]


@pytest.mark.parametrize(("code", "path", "wrong", "right"), TABLE, ids=[f"{row[0]} {row[1][-1]}" for row in TABLE])
def test_words_are_told_by_their_code_and_what_is_nearly_so_passes(
    code: str, path: Path, wrong: tuple[str, ...], right: tuple[str, ...]
) -> None:
    assert [text for text in wrong if code not in told(text, path)] == []
    assert [text for text in right if told(text, path)] == []
    assert wrong
    assert right


def test_a_personal_number_is_found_in_every_text_of_the_model() -> None:
    """Prose, ids, addresses and numbers alike: each takes it in its own form, a telephone number what begins with 0."""
    forms = {"phone": "010161-9997", "label": NUMBER, "id": NUMBER, "url": f"https://example.org/{NUMBER}"}
    places = [path for path, _ in leaves(small()) if kind(path) not in ("choice", "date", "count")]
    assert len(places) > 300
    for path in places[::13]:
        values = small()
        put(values, path, forms.get(kind(path), f"Ring {NUMBER} nu."))
        assert path in [one.path for one in rules.check(Routine.model_validate(values)) if one.code == "R080"]
    found = {leaf.path for leaf in texts(Routine.model_validate(small()))}
    assert {*places} <= found


def test_a_message_does_not_repeat_what_says_who_somebody_is() -> None:
    for text in (NUMBER, MOBILE, "anna.berg@example.se", "Storgatan 5"):
        values = small()
        put(values, POINT, text)
        (one,) = rules.check(Routine.model_validate(values))
        assert text not in f"{one.message}{one.allowed}{one.hint}"


@pytest.mark.parametrize("read", [parse, parse_adopted])
def test_a_comment_is_held_to_the_same(read: Any) -> None:
    text = SMALL_TEXT if read is parse else ADOPTED_TEXT
    with pytest.raises(RoutineError) as raised:
        read(f"{text}# Fråga {NUMBER}\n".encode(), "x.yaml")
    assert [problem.code for problem in raised.value.problems] == ["R080"]
    read(f"{text}# Fråga 010-555 01 00\n".encode(), "x.yaml")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_list_is_the_fonts_own(weight: str) -> None:
    with resources.as_file(
        resources.files("fontpkg_atkinson_hyperlegible") / "files" / f"AtkinsonHyperlegible-{weight}.ttf"
    ) as file:
        found = {chr(point) for point in TTFont(file).getBestCmap()}
    assert found - {"\r"} == GLYPHS


def test_what_is_unknown_is_named_once_and_line_breaks_are_no_characters() -> None:
    assert unknown("Ring ☎ 112,\nåäö ÅÄÖ – ”så” ☎ ✓") == ["☎", "✓"]
