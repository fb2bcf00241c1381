"""What comes along with a text that is pasted is told, and what only looks like it is let alone."""

from __future__ import annotations

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.domain.wording import READING
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from tests.kit.variants import put, small

POINT: Path = ("guidance", 0, "points", 0)


def told(text: str, path: Path = POINT) -> list[Finding]:
    values = small()
    put(values, path, text)
    routine = Routine.model_validate(values)
    return [*rules.check(routine), *rules.advise(routine)]


@pytest.mark.parametrize("mark", [READING, "≈ tolkning", "≈tolkning", "≈  Tolkning"])
@pytest.mark.parametrize(
    "path", [POINT, ("actions", 0, "also", 0), ("guidance", 0, "source", "title"), ("revisions", 0, "summary")], ids=str
)
def test_a_pages_mark_of_a_reading_stops_in_any_text(mark: str, path: Path) -> None:
    assert [(one.code, one.path) for one in told(f"Röret {mark}", path)] == [("R107", path)]


@pytest.mark.parametrize("text", ["Röret är ≈ 5 meter.", "Det är en tolkning.", "Tolkning ≈ 1 timme."])
def test_the_sign_alone_and_the_word_alone_are_no_mark(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Låt den ut- satte vara.", "utsatte"),
        ("Kontakta säkerhets- strategen.", "säkerhetsstrategen"),
        ("Läs (sam- ordnaren).", "samordnaren"),
        ("Ring kommun- ens växel.", "kommunens"),
        ("Gå in- ordningen gäller.", "inordningen"),
        ("Fråga IT- chefen.", "IT-chefen"),
    ],
)
def test_a_word_that_a_line_parted_is_advised_of(text: str, whole: str) -> None:
    found = told(text)
    assert [(one.code, one.path) for one in found] == [("V019", POINT)]
    assert found[0].hint.startswith(f"skriv ”{whole}”.")


def test_so_is_one_in_a_text_of_several_lines() -> None:
    detail: Path = ("actions", 0, "detail")
    (found,) = told("Läs säkerhets-\nstrategens råd, hot-\noch våldsråd.", detail)
    assert (found.code, found.path) == ("V019", detail)
    assert found.message.startswith("”säkerhets- strategens” ser ut")


def test_a_word_that_is_parted_twice_is_told_once() -> None:
    assert [one.code for one in told("Låt den ut- satte vara, och den ut- satte svara.")] == ["V019"]


@pytest.mark.parametrize(
    "text",
    [
        "Väg för- och nackdelar.",
        "Se in- och utgång, in- eller utgång, in- samt utgång.",
        "Hot- och våldssituationer, hot-, vålds- och stöldrisker.",
        "Mor- respektive farföräldrar, två- till tredagars, för- men inte nackdelar.",
        "För- el. nackdelar, för- alt. nackdelar, över- istället för underskatta, mor- jämte farföräldrar.",
        "A- och O-ringar, e-post, IT-chefen och 7- åringar.",
        "Ring 112 - vänta sedan. Gå in – ordningen gäller.",
        "Vaktmästar-Nisse och Anna- Berit.",
    ],
)
def test_a_hyphen_that_belongs_to_its_word_is_let_alone(text: str) -> None:
    assert [one for one in told(text) if one.code == "V019"] == []


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Eleven tillfrågas.Den svarar.", "tillfrågas. Den"),
        ("Gå ut.Å andra sidan.", "ut. Å"),
        ("Gå ut (genom dörren.Den är öppen).", "dörren. Den"),
        ("Vänta på rektorn.Rektorns sal är öppen", "rektorn. Rektorns"),
        ("Vänta.Ring", "Vänta. Ring"),
        ("Vänta.Ring.", "Vänta. Ring"),
        ("Läs rådet.IT-chefen vet.", ""),
        ("Läs planen.Se bilagan.", "planen. Se"),
    ],
)
def test_two_sentences_without_a_space_are_advised_of(text: str, apart: str) -> None:
    found = told(text)
    assert [(one.code, one.path) for one in found] == [("V020", POINT)] * bool(apart)
    assert all(one.hint.startswith(f"skriv ”{apart}”.") for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Läs på polisen.se, Polisen.se eller rad.Polisen.se.",
        "Skriv till registrator@storstad.se och Namn@Storstad.Se.",
        "T.ex. röret, bl.a. kranen, kl. 9.Nio är sent.",
        "Fyll i Rutin.Docx och Blankett.PDF samt bilaga.pdf.",
        "Version 2.Tre gäller. Punkt 3.A gäller.",
        "Stäng dörren. Gå ut ...Sedan vänta.",
        "SOS.Alarm är ett namn, och S.O.S. ett rop.",
        "Läs mapp/fil.Namn nu.",
    ],
)
def test_a_dot_inside_an_address_an_abbreviation_or_a_file_is_let_alone(text: str) -> None:
    assert [one for one in told(text) if one.code == "V020"] == []


def test_an_address_that_is_refused_is_no_two_sentences() -> None:
    assert [one.code for one in told("Läs på www.Polisen.se.")] == ["R072"]
