"""Swedish for numbers, series, limits and names; a day and a telephone number are understood as people write them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pydantic import TypeAdapter

from routine.model import wording
from routine.model.fields import Phone
from routine.model.model import Routine
from routine.model.numerals import day_in, long_date, understood
from routine.model.steps import Consulted, Within
from routine.model.telephone import ASK, PHONE, fault


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
        found.append(" eller " in wording.in_consultation(small, consulted))
    assert found == [False, False, False, True, True]


def test_a_date_is_written_out_and_a_number_dialled_without_spaces() -> None:
    assert wording.long_date(date(2018, 6, 3)) == "3 juni 2018"
    assert [*map(wording.dial, ("114 14", "010-555 01 23", "+46 10-555"))] == ["11414", "0105550123", "+4610555"]


DAY = date(2027, 3, 5)
MEANT = (
    *("5 mars 2027", "den 5 mars 2027", "5 MARS 2027", "5 mar. 2027", "5:e mars 2027", "5e mars 2027", "20270305"),
    *("2027/3/5", "2027-3-5", "2027.03.05", "2027–03–05", "2027 03 05", "2027\u201103\u201105", "2027\u221203\u221205"),
    *("5/3 2027", "5/3/2027", "5.3.2027", "5. 3. 2027", "05-03-2027", " 5/3  2027. ", "5 mars 2027, klockan 10.15"),
    *("2027-03-05 kl. 10", "2027-03-05 10:15", "2027-03-05T10:15:00Z"),
)
# No day, or perhaps several.
UNCLEAR = (
    *("", "i går", "mars 2027", "5 mars", "5/3", "5/3 27", "270305", "2027", "5 ju 2027", "5 xyz 2027", "31/11 2026"),
    *("2027-03 10:15", "2027/5-3", "29 februari 2027", "5 mars 2027 eller senare", "0/3 2027", "5 mars 02027"),
    "٥ mars 2027",
)
AMONG = ("2027-03-05 (AL)", "5 mars 2027, § 112", "KS den 5/3 2027", "beslut 2027\u201103\u201105, 5 mars 2027")
# Several, or a number of something.
LOST = ("2027-03-05 och 2027-03-06", "dnr 20270305", "2027-03-05-7", "§ 112", "12027-03-05", "31 april 2027")


def test_a_day_is_understood_as_it_is_written_by_hand_and_not_guessed_at() -> None:
    assert {said: understood(said) for said in MEANT} == dict.fromkeys(MEANT, DAY)
    assert {said: understood(said) for said in UNCLEAR} == dict.fromkeys(UNCLEAR)
    assert (len(MEANT), len(UNCLEAR)) == (24, 18)


def test_the_one_day_among_other_words_is_found() -> None:
    assert {said: day_in(said) for said in AMONG} == dict.fromkeys(AMONG, DAY)
    assert {said: day_in(said) for said in LOST} == dict.fromkeys(LOST)
    assert (len(AMONG), len(LOST)) == (4, 6)


def test_what_is_said_of_a_day_is_understood_as_that_day() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
    assert [understood(long_date(day)) for day in days] == days


TAKEN = (
    *("112", "114 14", "1177", "116 006", "010-555 01 23", "08-12 34 56", "020-22 11 44", "0771-414 300"),
    *("010 - 555 01 23", "0105550123", "+46 10 555 01 23", "+46-10-5550123", "0046 10 555 01 23", "+47 22 12 34 56"),
)
# As it is written → the number that is proposed.
MENDED = {
    **{"10-555 01 23": "010-555 01 23", "46 10-555 01 23": "+46 10-555 01 23", "116 OO6": "116 006"},
    **{"+46 010-555 01 23": "+46 10-555 01 23", "0046 010-555 01 23": "0046 10-555 01 23", "ll6 006": "116 006"},
    **{"+46 (0)10 555 01 23": "+46 10 555 01 23", "tel: 010-555 01 23": "010-555 01 23"},
    **dict.fromkeys(("(010) 555 01 23", "010/555 01 23", "010–555 01 23"), "010-555 01 23"),
    **dict.fromkeys(("010\xa0555\xa001\xa023", "010.555.01.23"), "010 555 01 23"),
}
# Too few or too many figures, or of some other kind: nobody knows what was meant.
ASKED = (
    *("12", "0155-38", "08-123 45", "15538000155381", "010-555 01 23 4567", "010-555 01 23-4", "112 114 14"),
    *("555 01 23", "811218-9876", "19811218-9876", "010-555 01 23 24", "000-000 00 00"),
)
TWO = ("010-555 01 23, 010-555 01 99", "010-555 01 23/010-555 01 99", "112 eller 114 14", "010-555 01 23 010-555 01 99")
WORDS = ("Olle", "010-555 01 23 dagtid", "010-555 01 23 ankn 4")


def test_what_can_be_rung_is_taken_and_nothing_else() -> None:
    phone = TypeAdapter(Phone)
    assert [*map(phone.validate_python, TAKEN)] == [*TAKEN]
    refused = (*MENDED, *ASKED, *TWO, *WORDS)
    assert not [number for number in refused if PHONE.fullmatch(number)]
    assert (len(TAKEN), len(refused)) == (14, 32)


def test_what_cannot_be_rung_is_told_by_what_is_wrong_with_it() -> None:
    told = {number: re.sub(r"^(?:skriv |menade du ”)|[.?”]+$", "", fault(number)[1]) for number in MENDED}
    assert told == MENDED
    assert all(fault(number)[1].startswith(ASK) for number in ASKED)
    persons = [number for number in ASKED if fault(number)[1] != ASK]
    assert persons == ["811218-9876", "19811218-9876"], "and told whom to tell"
    (two,), (words,) = {fault(number)[1] for number in TWO}, {fault(number)[1] for number in WORDS}
    assert len({two, words, ASK}) == 3
