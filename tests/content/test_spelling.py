"""A misspelt word is told with its place and what was meant, a right one never; and the list of words stays short."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from content.__main__ import main
from content.chromium import BrowserError
from content.spelling import MOST, PLACES, Dictionary, spelling, unknown, written
from routine.check.problems import Problem
from routine.model.model import Routine
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import put, values_of

POINT = "      - Stäng dörren efter dig.\n"
LIST = "words:\n  - dnr\n"
# Of each kind of slip: what was meant, and what was written.
MISSPELT = (
    ("polisanmälan", "polisamälan"),
    ("kontakta", "kotnakta"),
    ("nämnd", "nämd"),
    ("händer", "häner"),
    ("inte", "itne"),
    ("hjälper", "hjalper"),
    ("företagshälsovården", "företagshälsovrden"),
    ("Händelsen", "Händlesen"),
)
RIGHT = (
    "Kommunens växel", "Ring 112.", "https://www.exempel.se/stavfell", "Läs på exempel.se/stavfell.",
    "namn.efternamm@exempel.se", "K001 och A4b", "2018:1937", "SKR:s råd, DIGG", "t.ex. och bl.a.", "och/eller",
    "säkerhetsstrategens stödsamtal", "företagshälsovårdens jourtelefon", "hot- och våldssituationer", "5-åringar",
    "hälso- och sjukvårdsförvaltningen", "skol- eller fritidschefen",
    "e-post", "ordförandens beredskapsplan", "”Är du i säkerhet?”", "fritidsledaren", "polisanmälningarna",
    "skol\N{SOFT HYPHEN}gården",
)  # fmt: skip


Told = Callable[..., list[Problem]]


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary()


@pytest.fixture
def told(tmp_path: Path, dictionary: Dictionary) -> Told:
    """What is said of the small routine with something changed in it."""
    return lambda *swaps: list(spelling(small_with(tmp_path / "rutin.yaml", *swaps), dictionary).problems)


def small_with(file: Path, *swaps: tuple[str, str]) -> Path:
    text = SMALL_TEXT
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return file


def saying(dictionary: Dictionary, *texts: str) -> list[str]:
    """The unknown words of the small routine when it says this."""
    values = values_of(SMALL)
    put(values, ("guidance", 0, "points"), [*texts])
    return [each.word for each in unknown(Routine.model_validate(values), dictionary)]


@pytest.mark.parametrize("file", [REAL, SMALL], ids=["real", "small"])
def test_our_routine_and_the_small_one_are_spelt_right(file: Path, dictionary: Dictionary) -> None:
    assert spelling(file, dictionary).problems == ()


def test_our_list_is_short(real: Routine, small: Routine) -> None:
    assert len(written(real)) > 700
    assert len(real.words) <= 5
    assert len(small.words) <= 5


def test_a_misspelt_word_is_told_at_its_place_with_what_was_meant(told: Told) -> None:
    problems = told((POINT, "".join(f"      - Det står {wrong} där.\n" for _, wrong in MISSPELT)))
    first = SMALL_TEXT[: SMALL_TEXT.index(POINT)].count("\n") + 1
    for line, (problem, (right, wrong)) in enumerate(zip(problems, MISSPELT, strict=True), first):
        assert (problem.code, problem.message) == ("V006", f"Stavningskontrollen känner inte ordet ”{wrong}”.")
        assert (problem.mark.line, problem.mark.column, problem.mark.length) == (line, 18, len(wrong))
        assert re.match(r"menade du .*\? Är ordet rätt, skriv", problem.hint)
        assert f"”{right}”" in problem.hint
        assert f"”- {wrong}” på en egen rad under words" in problem.hint


def test_nothing_is_said_of_a_right_word_a_number_a_code_or_an_address(dictionary: Dictionary) -> None:
    assert saying(dictionary, *RIGHT) == []


def test_what_begins_no_word_is_told_also_with_a_hyphen_after_it(dictionary: Dictionary) -> None:
    assert saying(dictionary, "hälzo- och sjukvårdsförvaltningen") == ["hälzo-"]
    assert saying(dictionary, "hälso för alla") == ["hälso"]


def test_a_dictionary_of_translations_is_not_what_is_used(dictionary: Dictionary) -> None:
    """The other one of the package knows what many have misspelt alike."""
    assert [word for word in ("nämd", "gäler", "häner", "eftr", "vala", "läma") if dictionary.knows(word)] == []


@pytest.mark.parametrize(("word", "name"), [("svensson", "Svensson"), ("anna", "Anna"), ("sverige", "Sverige")])
def test_a_name_without_its_capital_is_put_in_no_list_of_words(told: Told, word: str, name: str) -> None:
    (problem,) = told((POINT, f"      - Fråga {word} om det.\n"))
    assert problem.hint == f"skriv ”{name}”. Är det en persons namn, skriv rollen eller funktionen i stället."


def test_what_nothing_is_like_is_told_without_a_suggestion(told: Told) -> None:
    (problem,) = told((POINT, "      - Säg xqzwvxqzwvx.\n"))
    assert problem.hint.startswith("är ordet rätt, skriv ”- xqzwvxqzwvx”")


def test_a_word_on_a_later_line_of_its_text_is_told_at_that_line(told: Told) -> None:
    folded = "      - >-\n        Stäng dörren\n        eftre dig.\n"
    (problem,) = told((POINT, folded))
    line = SMALL_TEXT[: SMALL_TEXT.index(POINT)].count("\n") + 1
    assert (problem.mark.line, problem.mark.column) == (line + 2, 9)


def test_a_word_that_is_also_its_key_is_told_in_the_text(told: Told) -> None:
    (problem,) = told(("    detail: Titta efter under diskhon.\n", "    detail: Läs detail under diskhon.\n"))
    assert problem.mark.column == len("    detail: Läs ") + 1


def test_a_word_is_told_once_with_some_of_the_other_places(told: Told, dictionary: Dictionary) -> None:
    point = "      - Rör ingen strömbrytare i en blöt sal.\n"
    problems = told((POINT, "      - Säg vakmästaren.\n"), (point, "      - Säg vakmästaren.\n"))
    assert [[mark.column for mark, _ in problem.related] for problem in problems] == [[13]]
    assert PLACES == 3


def test_of_very_many_only_the_first_are_told_since_each_is_looked_up(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dictionary, "near", lambda *_: ())
    letters = "bcdfghjklmnpqrstvxz"
    many = " ".join(f"{one}{two}xqz" for one in letters for two in letters[:2])
    assert len([problem for problem in told((POINT, f"      - Säg {many}.\n")) if problem.code == "V006"]) == MOST


@pytest.mark.parametrize("word", ["xqzwv", "Xqzwv", "xqzwvs"])
def test_the_list_of_words_overrules_also_with_a_capital_and_when_something_is_theirs(told: Told, word: str) -> None:
    assert told((POINT, f"      - Säg {word}.\n"), (LIST, "words:\n  - dnr\n  - xqzwv\n")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  name: Exempelstads skolor\n", "  name: Xqzwvs skolor\n"),
        ("    function: Fastighetsavdelningen\n", "    function: Xqzwv\n"),
        ("      publisher: Exempelverket\n", "      publisher: Xqzwv\n"),
    ],
)
def test_a_name_that_the_routine_states_need_not_be_listed(told: Told, old: str, new: str) -> None:
    assert told((old, new), (POINT, "      - Gå till Xqzwv.\n")) == []
    assert [problem.code for problem in told((POINT, "      - Gå till Xqzwv.\n"))] == ["V006"]


# --- The command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after the spelling is not run."""

    def build(*_: object) -> None:
        raise BrowserError

    monkeypatch.setattr("content.__main__.build", build)


@pytest.mark.usefixtures("stops")
def test_it_is_told_by_make_content_and_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small_with(tmp_path / "rutin.yaml", (POINT, "      - Stäng dörern efter dig.\n"))
    assert main(file) == 2
    out = capsys.readouterr().out
    assert "Stavningen: 1 råd.\n" in out
    assert "V006 Råd: Stavningskontrollen känner inte ordet ”dörern”." in out
    assert "    Menade du ”dörren”" in out


@pytest.mark.usefixtures("stops")
def test_it_is_shown_beside_the_file_in_a_pull_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small_with(tmp_path / "rutin.yaml", (POINT, "      - Stäng dörern efter dig.\n"))
    assert main(file, "--annotations") == 2
    assert re.search(r"^::warning file=\S+,line=\d+,col=15,endColumn=21,title=V006::", capsys.readouterr().out, re.M)


@pytest.mark.usefixtures("stops")
def test_a_routine_that_is_spelt_right_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(REAL) == 2
    assert "Stavningen: ja.\n" in capsys.readouterr().out
