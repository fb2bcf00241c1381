"""What can be rung is taken; of what cannot it is told what is wrong, in words that can be followed as they stand."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from routine.domain.fields import Phone
from routine.domain.telephone import ASK, PHONE, fault

TAKEN = (
    *("112", "114 14", "1177", "116 006", "010-555 01 23", "08-12 34 56", "020-22 11 44", "0771-414 300"),
    *("010 - 555 01 23", "0105550123", "+46 10 555 01 23", "+46-10-5550123", "0046 10 555 01 23", "+47 22 12 34 56"),
)


@pytest.mark.parametrize("number", TAKEN)
def test_what_can_be_rung_is_taken(number: str) -> None:
    assert TypeAdapter(Phone).validate_python(number) == number


@pytest.mark.parametrize(
    ("number", "message", "hint"),
    [
        ("10-555 01 23", "varken med 0 eller +", "menade du ”010-555 01 23”?"),
        ("46 10-555 01 23", "varken med 0 eller +", "menade du ”+46 10-555 01 23”?"),
        ("12", "för få", ASK),
        ("0155-38", "för få", ASK),
        ("08-123 45", "för få", ASK),
        ("15538000155381", "varken med 0 eller +", ASK),
        ("010-555 01 23 4567", "för många", ASK),
        ("010-555 01 23-4", "för många", ASK),
        ("112 114 14", "varken med 0 eller +", ASK),
        ("555 01 23", "varken med 0 eller +", ASK),
        ("811218-9876", "som i ett personnummer", ASK),
        ("19811218-9876", "som i ett personnummer", ASK),
        ("010-555 01 23 24", "för många", ASK),
        ("000-000 00 00", "inte att ringa", ASK),
        ("+46 010-555 01 23", "första nollan", "skriv +46 10-555 01 23."),
        ("0046 010-555 01 23", "första nollan", "skriv 0046 10-555 01 23."),
        ("+46 (0)10 555 01 23", "annat än", "skriv +46 10 555 01 23."),
        ("(010) 555 01 23", "annat än", "skriv 010-555 01 23."),
        ("010/555 01 23", "annat än", "skriv 010-555 01 23."),
        ("010–555 01 23", "annat än", "skriv 010-555 01 23."),
        ("010\xa0555\xa001\xa023", "annat än", "skriv 010 555 01 23."),
        ("010.555.01.23", "annat än", "skriv 010 555 01 23."),
        ("tel: 010-555 01 23", "annat än", "skriv 010-555 01 23."),
        ("010-555 01 23, 010-555 01 99", "mer än ett", "skriv ett av dem"),
        ("010-555 01 23/010-555 01 99", "mer än ett", "skriv ett av dem"),
        ("112 eller 114 14", "mer än ett", "skriv ett av dem"),
        ("010-555 01 23 010-555 01 99", "mer än ett", "skriv ett av dem"),
        ("116 OO6", "en bokstav som ser ut som en siffra: O", "menade du ”116 006”?"),
        ("ll6 006", "ser ut som en siffra: l", "menade du ”116 006”?"),
        ("Olle", "inte ett telefonnummer", "skriv bara numret"),
        ("010-555 01 23 dagtid", "inte ett telefonnummer", "skriv bara numret"),
        ("010-555 01 23 ankn 4", "inte ett telefonnummer", "skriv bara numret"),
    ],
)
def test_what_cannot_be_rung_is_told_by_what_is_wrong_with_it(number: str, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Phone).validate_python(number)
    (detail,) = raised.value.errors()
    assert detail["ctx"]["code"] == "M009"
    assert message in detail["ctx"]["message"]
    assert detail["ctx"]["hint"].startswith(hint)


@pytest.mark.parametrize("number", ["(010) 555 01 23", "+46 010-555 01 23", "10-555 01 23", "tel:010-555 01 23"])
def test_a_number_that_is_proposed_is_one_with_the_same_figures(number: str) -> None:
    proposed = re.sub(r"^(?:skriv |menade du ”)|[.?”]+$", "", fault(number)[1])
    assert PHONE.fullmatch(proposed)
    assert re.sub(r"\D", "", proposed).lstrip("0") in re.sub(r"\D", "", number).replace("460", "46")
