"""What can be rung is taken; of what cannot it is told what is wrong, in words that can be followed as they stand."""

from __future__ import annotations

import re

from pydantic import TypeAdapter

from routine.model.fields import Phone
from routine.model.telephone import ASK, PHONE, fault

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
