"""A day is understood however people write it, and never guessed at."""

from __future__ import annotations

from datetime import date, timedelta

from routine.model.days import day_in, long_date, understood

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
