"""A person's numbers and addresses stop, in every text of the model; numbers of functions pass as they are declared."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.loading.parse import parse, parse_adopted
from routine.reading.nodes import Path
from routine.reading.problems import RoutineError
from routine.rules.texts import leaves as texts
from tests.kit.broken import ADOPTED_TEXT, SMALL_TEXT
from tests.kit.variants import kind, leaves, name, put, small
from tests.kit.views import some

POINT: Path = ("guidance", 0, "points", 0)
NUMBER = "811218-9876"  # Made up, with the right check digit.
Read = Callable[[bytes, str], object]
MOBILE = "070-174 06 35"  # Of those that are kept free for stories.


def told(text: str, path: Path = POINT) -> list[str]:
    """The codes of what is said when a text is that."""
    values = small()
    put(values, path, text)
    found = [(one.code, one.path) for one in rules.check(Routine.model_validate(values))]
    assert {each for _, each in found} <= {path}
    return [code for code, _ in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NUMBER, "R080"),
        ("Ring 8112189876 nu", "R080"),
        ("Ring 811218 9876", "R080"),
        ("Ring 811218 - 9876", "R080"),
        ("Ring 811218–9876", "R080"),
        ("(19811218-9876)", "R080"),
        ("198112189876", "R080"),
        ("1981-12-18-9876", "R080"),
        ("121212+1212", "R080"),
        ("Nr:811218-9876.", "R080"),
        ("701063-2391", "R080"),
        ("19701063-2391", "R080"),
        ("000229-0005", "R080"),
        (MOBILE, "R081"),
        ("Ring 0701740635.", "R081"),
        ("Ring 070 174 06 35", "R081"),
        ("Ring 070/1740635", "R081"),
        ("Ring 070 - 174 06 35", "R081"),
        ("Ring (070) 174 06 35", "R081"),
        ("Ring 0 70 174 06 35", "R081"),
        ("Ring 46701740635", "R081"),
        ("Ring +46 (0)70 - 174 06 35", "R081"),
        ("Öppna data=05%7Canna.svensson%40example.se", "R082"),
        ("Ring 072-174 06 35", "R081"),
        ("Ring 0735 17 40 63", "R081"),
        ("Ring 076.174.06.35", "R081"),
        ("Ring 079-1740635", "R081"),
        ("Ring +46 70 174 06 35", "R081"),
        ("Ring +46701740635", "R081"),
        ("Ring +46 (0)70-174 06 35", "R081"),
        ("Ring 0046 70 174 06 35", "R081"),
        ("anna.berg@example.se", "R082"),
        ("Skriv till Anna.Maria.Berg@example.org.", "R082"),
        ("anna_berg@example.se", "R082"),
        ("a.berg@example.se", "R082"),
        ("anna@example.se", "R082"),
        ("lena.skoldberg@example.se", "R082"),
        ("åsa@example.se", "R082"),
        ("anna.berg+rutin@sub.example.co.uk", "R082"),
        ("Gå till Storgatan 5.", "R083"),
        ("storgatan 5", "R083"),
        ("Skolvägen 12 B", "R083"),
        ("Prästgränd 1", "R083"),
        ("Stora torget 3", "R083"),
        ("Norra vägen 3", "R083"),
        ("Lilltorget 3", "R083"),
        ("Ekstigen 14A", "R083"),
        ("Ekbacken 4", "R083"),
    ],
)
def test_what_is_a_persons_stops(text: str, code: str) -> None:
    assert told(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "811218-9875",  # The check digit is wrong.
        "811318-9875",  # There is no such month,
        "810230-9872",  # nor such a day,
        "811293-9874",  # and 60 more than a day is at most 91,
        "811260-9873",  # and at least 61.
        "1811218-9876",
        "811218-98761",
        "Dnr 2024-05-01 och 2023-1234",
        "Ring 112, 114 14 eller 1177.",
        "Ring 010-555 01 00.",
        "Ring 0771-12 34 56.",
        "Ring 08-123 456 78.",
        "Ring 116 006.",
        "Ring 070-12 34.",
        "info@example.se",
        "Skriv till registrator@example.se, kommun@example.se eller social.jour@example.se.",
        "vaxel@example.se",
        "diariet@example.se",
        "stod-och-omsorg.info@example.se",
        "Gå på vägen. Vägen är 5 meter.",
        "Storgatan är stängd.",
        "På torget 3 gånger.",
        "Alla på arbetsplatsen 2 dagar i rad",
    ],
)
def test_what_is_nobodys_passes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("step", some(5, full=(1,)))
def test_a_personal_number_is_found_at_its_line_in_every_text_of_the_model(step: int) -> None:
    """Prose, ids, addresses and numbers alike: each takes it in its own form, a telephone number what begins with 0."""
    forms = {"phone": "010161-9997", "label": "811218-9876", "id": NUMBER, "url": f"https://example.org/{NUMBER}"}
    places = [path for path, _ in leaves(small()) if kind(path) not in ("choice", "date", "count")]
    assert len(places) > 300
    for path in places[::step]:
        values = small()
        put(values, path, forms.get(kind(path), f"Ring {NUMBER} nu."))
        found = [one.path for one in rules.check(Routine.model_validate(values)) if one.code == "R080"]
        assert path in found, name(path)


def test_the_walk_of_the_rules_misses_no_text() -> None:
    """The same places as a walk over the file's own values, but for days and counts, which hold no words."""
    found = {leaf.path for leaf in texts(Routine.model_validate(small()))}
    said = {path for path, _ in leaves(small()) if kind(path) not in ("date", "count")}
    assert said <= found
    assert {path[-1] for path in found - said} <= {"basis", "responsible_basis"}, "what the file leaves to its default"


@pytest.mark.parametrize("number", [NUMBER, MOBILE, "anna.berg@example.se", "Storgatan 5"])
def test_the_line_is_told_and_the_message_does_not_repeat_it(number: str) -> None:
    lines = SMALL_TEXT.split("\n")
    texts = [at for at, line in enumerate(lines) if re.match(r" *(- )?(text|detail|title|what|summary): \w", line)]
    assert len(texts) > 50
    for at in texts[::7]:
        changed = "\n".join([*lines[:at], f"{lines[at]} {number}", *lines[at + 1 :]])
        with pytest.raises(RoutineError) as raised:
            parse(changed.encode(), "rutin.yaml")
        assert [problem.mark.line for problem in raised.value.problems] == [at + 1]
        assert number not in raised.value.problems[0].message


def with_mobile(*exceptions: dict[str, str], text: str = "") -> list[tuple[str, Path]]:
    """What is said when a function's number is a mobile."""
    values: Any = small()
    put(values, ("contacts", 0, "number"), MOBILE)
    if text:
        put(values, POINT, text)
    values["exceptions"] += exceptions
    return [(one.code, one.path) for one in rules.check(Routine.model_validate(values))]


PASSED = {"code": "R084", "where": "kontakt-jouren.number", "reason": "Jouren har bara en mobil."}


def test_a_functions_mobile_passes_only_with_an_exception_and_may_then_be_repeated() -> None:
    number: Path = ("contacts", 0, "number")
    assert with_mobile() == [("R084", number)]
    assert with_mobile(text=f"Ring {MOBILE}.") == [("R084", number)]
    assert with_mobile(PASSED) == []
    assert with_mobile(PASSED, text="Ring +46 70 174 06 35.") == []
    assert with_mobile(PASSED, text="Ring 070-174 06 36.") == [("R081", POINT)]


@pytest.mark.parametrize(
    ("code", "text"),
    [("R080", NUMBER), ("R081", MOBILE), ("R082", "anna.berg@example.se"), ("R083", "Storgatan 5")],
)
def test_what_is_a_persons_cannot_be_overruled(code: str, text: str) -> None:
    values: Any = small()
    put(values, POINT, text)
    values["exceptions"].append({"code": code, "where": "el-och-vatten.points.1", "reason": "Vi har talat om det."})
    found = [(one.code, one.path) for one in rules.check(Routine.model_validate(values))]
    assert found == [("R075", ("exceptions", 1, "code")), (code, POINT)]


@pytest.mark.parametrize(
    ("owner", "who"),
    [
        ("Fastighetschefen", "fastighetschefen, som svarar för innehållet."),
        (MOBILE, "den som svarar för innehållet, som står på sidan Om guiden."),
    ],
)
def test_who_is_to_be_told_is_named_by_the_function_unless_that_is_wrong_itself(owner: str, who: str) -> None:
    text = SMALL_TEXT.replace("  owner: Fastighetschefen\n", f"  owner: {owner}\n")
    text = text.replace("      - Stäng dörren efter dig.\n", f"      - Ring {NUMBER}.\n")
    with pytest.raises(RoutineError) as error:
        parse(text.encode(), "rutin.yaml")
    hints = [problem.hint for problem in error.value.problems if problem.code == "R080"]
    assert [hint.partition("berätta det för ")[2] for hint in hints] == [who]


# --- In a comment -----------------------------------------------------------------------------------------------------

ASKED = "    ask: Fråga växeln.\n"
BESIDE = f"# {NUMBER}, {MOBILE} och ada.berg@example.se\n"


def told_of(text: str, read: Read = parse) -> list[tuple[str, int]]:
    """The codes of all that is wrong with a file of that text, each with its line."""
    with pytest.raises(RoutineError) as raised:
        read(text.encode(), "rutin.yaml")
    assert not any(NUMBER in problem.message + problem.hint for problem in raised.value.problems)
    return [(problem.code, problem.mark.line) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("line", "commented"),
    [(ASKED, ASKED + BESIDE), (ASKED, f"{ASKED}      {BESIDE}"), ("contacts:\n", f"contacts: {BESIDE}")],
    ids=["ytterst", "indragen", "efter en nyckel"],
)
def test_a_comment_is_kept_as_long_as_a_text(line: str, commented: str) -> None:
    number = SMALL_TEXT.partition(line)[0].count("\n") + commented.count("\n")
    assert told_of(SMALL_TEXT.replace(line, commented)) == [(code, number) for code in ("R080", "R081", "R082")]


def test_a_comment_of_the_adopted_document_too() -> None:
    assert told_of(BESIDE + ADOPTED_TEXT, parse_adopted) == [("R080", 1), ("R081", 1), ("R082", 1)]


def test_a_comment_may_repeat_a_functions_number() -> None:
    text = SMALL_TEXT.replace("010-555 01 23", MOBILE)
    line = SMALL_TEXT.partition("010-555 01 23")[0].count("\n") + 1
    assert told_of(f"{text}# {MOBILE}\n") == [("R084", line)]
    assert told_of(f"{text}# 070-174 06 36\n") == [("R084", line), ("R081", text.count("\n") + 1)]


def test_what_only_looks_like_a_comment_is_told_once() -> None:
    line = SMALL_TEXT.partition(ASKED)[0].count("\n") + 1
    assert told_of(SMALL_TEXT.replace(ASKED, f'    ask: "Fråga # {MOBILE}"\n')) == [("R081", line)]
