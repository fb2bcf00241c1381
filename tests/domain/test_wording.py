"""Swedish for numbers, series, limits, dates and names."""

from __future__ import annotations

from datetime import date

import pytest

from routine.domain import wording
from routine.domain.fields import Unit
from routine.domain.model import Routine
from routine.domain.steps import Consulted, Within


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "noll"), (1, "en"), (2, "två"), (12, "tolv"), (13, "13"), (100, "100"), (-1, "-1")]
)
def test_numbers_are_words_up_to_twelve(amount: int, words: str) -> None:
    assert wording.number(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "noll åtgärder"), (1, "en åtgärd"), (3, "tre åtgärder"), (19, "19 åtgärder")]
)
def test_one_stands_in_the_singular(amount: int, words: str) -> None:
    assert wording.count(amount, "åtgärd", "åtgärder") == words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1, "timmar", "en timme"),
        (2, "timmar", "två timmar"),
        (24, "timmar", "24 timmar"),
        (1, "dagar", "en dag"),
        (3, "dagar", "tre dagar"),
        (1, "veckor", "en vecka"),
        (13, "veckor", "13 veckor"),
    ],
)
def test_one_of_a_unit_of_time_stands_in_the_singular(amount: int, unit: Unit, words: str) -> None:
    limit = Within.model_validate({"count": str(amount), "unit": unit, "basis": "kalla"})
    assert limit.text == f"inom {words} efter händelsen"


@pytest.mark.parametrize(("text", "large"), [("åtgärd", "Åtgärd"), ("Åtgärd", "Åtgärd"), ("vA", "VA"), ("", "")])
def test_capital_changes_the_first_letter_only(text: str, large: str) -> None:
    assert wording.capital(text) == large


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("Rektorn", "rektorn"),
        ("Den som ser", "den som ser"),
        ("IT chefen", "IT chefen"),
        ("I samråd", "i samråd"),
        ("Å", "å"),
        ("", ""),
        ("VA-ingenjören", "VA-ingenjören"),
        ("HR-chefen", "HR-chefen"),
        ("IT", "IT"),
        ("ÖB", "ÖB"),
        ("Åklagaren", "åklagaren"),
        ("A", "a"),
        ("C3-chefen", "C3-chefen"),
        ("112", "112"),
        ("3:e vice ordföranden", "3:e vice ordföranden"),
        ("eTjänst", "eTjänst"),
        ("E-arkivarien", "e-arkivarien"),
        ("A-kassans ombud", "a-kassans ombud"),
        ("S-gruppens ombud", "S-gruppens ombud"),
        ("TiB", "TiB"),
        ("TiB:s ersättare", "TiB:s ersättare"),
        ("KrisÖvning", "KrisÖvning"),
        ("Kommun-IT", "kommun-IT"),
        ("Chefen för IT", "chefen för IT"),
    ],
)
def test_a_name_is_small_inside_a_sentence(name: str, small: str) -> None:
    assert wording.inside(name) == small


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_a_series_ends_with_och(words: list[str], text: str) -> None:
    assert wording.series(words) == text


def test_a_series_may_end_with_another_word() -> None:
    assert wording.series(["a", "b", "c"], "eller") == "a, b eller c"


def test_names_come_in_the_order_given(small: Routine) -> None:
    assert wording.names(small, ["vaktmastaren", "rektorn"]) == "vaktmästaren och rektorn"


def test_the_reader_comes_first_and_is_one_of_the_series(small: Routine) -> None:
    assert wording.with_others(small, "Du", ()) == "Du"
    assert wording.with_others(small, "du", ["rektorn"]) == "du och rektorn"
    assert wording.with_others(small, "du", ["rektorn", "va-ingenjoren"]) == "du, rektorn och VA-ingenjören"


def test_consulting_all_and_consulting_any_are_said_differently(small: Routine) -> None:
    both = ("vaktmastaren", "rektorn")
    assert (
        wording.in_consultation(small, Consulted(mode="alla", roles=both, basis="kalla"))
        == "i samråd med vaktmästaren och rektorn"
    )
    assert (
        wording.in_consultation(small, Consulted(mode="nagon", roles=both, basis="kalla"))
        == "i samråd med vaktmästaren och/eller rektorn"
    )
    assert (
        wording.in_consultation(small, Consulted(mode="alla", roles=("rektorn",), basis="kalla"))
        == "i samråd med rektorn"
    )


def test_consulting_in_easy_words(small: Routine) -> None:
    both, three = ("vaktmastaren", "rektorn"), ("vaktmastaren", "rektorn", "va-ingenjoren")
    assert (
        wording.talk(small, Consulted(mode="alla", roles=both, basis="kalla")) == "Prata med vaktmästaren och rektorn."
    )
    assert (
        wording.talk(small, Consulted(mode="nagon", roles=both, basis="kalla"))
        == "Prata med vaktmästaren eller rektorn, eller med båda."
    )
    assert (
        wording.talk(small, Consulted(mode="nagon", roles=three, basis="kalla"))
        == "Prata med vaktmästaren, rektorn eller VA-ingenjören, eller med flera av dem."
    )
    assert wording.talk(small, Consulted(mode="nagon", roles=("rektorn",), basis="kalla")) == "Prata med rektorn."


@pytest.mark.parametrize(
    ("count", "unit", "text", "days"),
    [
        ("1", "dagar", "inom en dag efter händelsen", 1),
        ("3", "dagar", "inom tre dagar efter händelsen", 3),
        ("1", "veckor", "inom en vecka efter händelsen", 7),
        ("2", "veckor", "inom två veckor efter händelsen", 14),
        ("30", "dagar", "inom 30 dagar efter händelsen", 30),
    ],
)
def test_a_limit_in_words_and_in_days(count: str, unit: str, text: str, days: int) -> None:
    within = Within.model_validate({"count": count, "unit": unit, "basis": "kalla"})
    assert within.text == text
    assert within.days == days


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2018, 6, 13), "13 juni 2018"),
        (date(2024, 1, 1), "1 januari 2024"),
        (date(2024, 12, 31), "31 december 2024"),
    ],
)
def test_a_date_is_written_out(day: date, text: str) -> None:
    assert wording.long_date(day) == text


@pytest.mark.parametrize(
    ("number", "dialled"),
    [("112", "112"), ("114 14", "11414"), ("010-555 01 23", "0105550123"), ("+46 10-555 01 23", "+46105550123")],
)
def test_a_number_is_dialled_without_spaces(number: str, dialled: str) -> None:
    assert wording.dial(number) == dialled
