"""Swedish for numbers, series, limits, dates and names."""

from __future__ import annotations

from datetime import date

from routine.model import wording
from routine.model.model import Routine
from routine.model.steps import Consulted, Within


def test_numbers_are_words_up_to_twelve_and_one_stands_in_the_singular() -> None:
    assert [*map(wording.number, (0, 1, 12, 13, -1))] == ["noll", "en", "tolv", "13", "-1"]
    assert [wording.count(amount, "steget", "stegen") for amount in (0, 1, 3)] == [
        "noll stegen",
        "en steget",
        "tre stegen",
    ]


def test_a_limit_in_words_and_in_days() -> None:
    said = [("1", "timmar"), ("24", "timmar"), ("1", "dagar"), ("3", "dagar"), ("1", "veckor"), ("13", "veckor")]
    limits = [Within.model_validate({"count": count, "unit": unit, "basis": "kalla"}) for count, unit in said]
    words = [limit.text.removeprefix("inom ").removesuffix(" efter händelsen") for limit in limits]
    assert words == ["en timme", "24 timmar", "en dag", "tre dagar", "en vecka", "13 veckor"]
    assert [limit.days for limit in limits] == [None, None, 1, 3, 7, 91]


# As it is named → inside a sentence, where it is another.
NAMED = {
    **{"Rektorn": "rektorn", "Den som ser": "den som ser", "Å": "å", "Åklagaren": "åklagaren", "A": "a"},
    **{"E-arkivarien": "e-arkivarien", "A-kassans ombud": "a-kassans ombud", "Chefen för IT": "chefen för IT"},
    **{"Kommun-IT": "kommun-IT", "3:e vice ordföranden": "", "IT chefen": "", "VA-ingenjören": "", "ÖB": "", "": ""},
    **{"C3-chefen": "", "eTjänst": "", "S-gruppens ombud": "", "TiB:s ersättare": "", "KrisÖvning": "", "112": ""},
}


def test_a_name_is_small_inside_a_sentence_but_for_initials() -> None:
    assert {name: wording.inside(name) for name in NAMED} == {name: small or name for name, small in NAMED.items()}
    assert len(NAMED) == 20
    assert [*map(wording.capital, ("åtgärd", "vA", ""))] == ["Åtgärd", "VA", ""]


def test_a_series_ends_with_a_word_and_keeps_its_order(small: Routine) -> None:
    assert [wording.series("abc"[:end]) for end in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert wording.series("abc", "eller") == "a, b eller c"
    assert wording.names(small, ["vaktmastaren", "rektorn"]) == "vaktmästaren och rektorn"
    assert wording.with_others(small, "Du", ()) == "Du"
    assert wording.with_others(small, "du", ["rektorn", "va-ingenjoren"]) == "du, rektorn och VA-ingenjören"


def test_consulting_all_and_consulting_any_are_said_differently(small: Routine) -> None:
    three = ("vaktmastaren", "rektorn", "va-ingenjoren")
    found = []
    for mode, count in (("alla", 1), ("nagon", 1), ("alla", 2), ("nagon", 2), ("nagon", 3)):
        consulted = Consulted.model_validate({"mode": mode, "roles": list(three[:count]), "basis": "kalla"})
        found.append(" och/eller " in wording.in_consultation(small, consulted))
    assert found == [False, False, False, True, True]


def test_a_date_is_written_out_and_a_number_dialled_without_spaces() -> None:
    assert wording.long_date(date(2018, 6, 3)) == "3 juni 2018"
    assert [*map(wording.dial, ("114 14", "010-555 01 23", "+46 10-555"))] == ["11414", "0105550123", "+4610555"]
