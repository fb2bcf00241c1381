"""dates.js counts calendar days as Python does, in every time zone, over every change of the clocks;
and today is the reader's."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from routine.domain.steps import Within
from routine.domain.wording import long_date
from tests.kit.browsing import WEEKDAYS, Served, borrowing
from tests.kit.oracle import ending
from tests.kit.views import some

pytestmark = pytest.mark.browser

STOCKHOLM = "Europe/Stockholm"
# One where clocks have changed at midnight, so that a day had no hour 0.
ZONES = (STOCKHOLM, "America/Los_Angeles", "Pacific/Auckland", "America/Sao_Paulo")
CHANGES = ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31")
# Sao Paulo's last change at midnight, year ends, leap days, and the century that was no leap year.
EDGES = (
    "2018-11-04",
    "2026-12-31",
    "2027-01-01",
    "2024-02-28",
    "2024-02-29",
    "2023-02-28",
    "2000-02-29",
    "1900-02-28",
    "2100-02-28",
    "1999-12-31",
)
STEPS = (-366, -365, -31, -14, -7, -1, 0, 1, 2, 3, 7, 14, 28, 31, 365, 366)
END = """(all) => all.map(([days, hours, day, time]) => {
  const end = rutin.limits.end({ days, hours }, day, time);
  return [end.last, end.time];
})"""
COUNT = """(all) => all.map(([day, days]) => {
  const { parse, add, between, long, weekday } = rutin.dates, later = add(day, days);
  return [parse(day), later, between(day, later), long(later), weekday(later)];
})"""


@contextmanager
def at(browser: Browser, site: Served, zone: str, now: str = "2026-06-17T10:00:00Z") -> Iterator[Page]:
    with borrowing(browser, now=now, timezone_id=zone) as page:
        page.goto(site.web("guide/index.html#roll_vaktmastaren"))
        page.wait_for_function("() => window.rutin?.dates")
        yield page


def expected(day: date, days: int) -> list[str | int]:
    later = day + timedelta(days)
    return [day.isoformat(), later.isoformat(), days, long_date(later), WEEKDAYS[later.weekday()]]


def asked(pairs: list[tuple[date, int]]) -> list[tuple[str, int]]:
    return [(day.isoformat(), days) for day, days in pairs]


@pytest.mark.parametrize("zone", ZONES)
def test_days_around_changes_of_the_clocks_year_ends_and_leap_days(
    browser: Browser, small_site: Served, zone: str
) -> None:
    pairs = [
        (date.fromisoformat(day) + timedelta(near), days)
        for day in CHANGES + EDGES
        for near in (-1, 0, 1)
        for days in STEPS
    ]
    with at(browser, small_site, zone) as page:
        assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == zone
        assert page.evaluate(COUNT, asked(pairs)) == [expected(day, days) for day, days in pairs]


@pytest.mark.parametrize("zone", some(STOCKHOLM, ZONES[1], full=ZONES[2:]))
def test_a_limit_ends_as_the_rule_says_wherever_the_reader_is(browser: Browser, small_site: Served, zone: str) -> None:
    """Around the nights in which the clocks in Sweden are changed, and by chance."""
    dice = Random(20270328)
    near = [date.fromisoformat(day) + timedelta(before) for day in CHANGES for before in (-2, -1, 0)]
    days = near * 12 + [date(2000, 1, 1) + timedelta(dice.randint(0, 20000)) for _ in range(100)]
    clocks = [time(dice.randint(0, 23), dice.randint(0, 59)) if dice.random() < 0.8 else None for _ in days]
    clocks[: len(near)] = [time(2, 30)] * len(near)
    asked = [
        (Within.model_validate({"count": str(dice.randint(1, 60)), "unit": unit, "basis": "kalla"}), day, clock)
        for unit in ("timmar", "timmar", "dagar", "veckor")
        for day, clock in zip(days, clocks, strict=True)
    ]
    given = [
        (limit.days or 0, 0 if limit.days else limit.hours, day.isoformat(), in_figures(clock))
        for limit, day, clock in asked
    ]
    with at(browser, small_site, zone) as page:
        found = page.evaluate(END, given)
    for (limit, day, clock), ends in zip(asked, found, strict=True):
        last, at_last = ending(limit.count, limit.unit, day, clock)
        assert ends == [last.isoformat(), in_figures(at_last)], (limit, day, clock)


def in_figures(clock: time | None) -> str:
    return clock.isoformat("minutes") if clock else ""


@pytest.mark.parametrize(
    ("hours", "day", "clock", "now", "gone"),
    [
        # 02.30 comes twice: at 02.45 summer time an hour and a quarter of the five are left.
        (5, "2026-10-24", "22:30", "2026-10-25T00:45:00Z", False),
        (5, "2026-10-24", "22:30", "2026-10-25T01:29:00Z", False),
        (5, "2026-10-24", "22:30", "2026-10-25T01:31:00Z", True),
        # From a day alone it is not known to be over until it is so from the day's last minute.
        (5, "2026-10-24", "", "2026-10-25T02:59:00Z", False),
        (5, "2026-10-24", "", "2026-10-25T03:00:00Z", True),
        (24, "2026-10-24", "", "2026-10-25T21:59:00Z", False),
        (24, "2026-10-24", "", "2026-10-25T22:00:00Z", True),
        # At 00.59 in Sweden, two days later.
        (24, "2027-03-27", "", "2027-03-28T22:59:00Z", False),
        (24, "2027-03-27", "", "2027-03-28T23:00:00Z", True),
    ],
)
def test_hours_are_over_when_so_many_have_passed(
    browser: Browser, small_site: Served, hours: int, day: str, clock: str, now: str, gone: bool
) -> None:
    with at(browser, small_site, STOCKHOLM, now) as page:
        found = page.evaluate("(given) => rutin.limits.end(...given)", [{"days": 0, "hours": hours}, day, clock])
        assert found["gone"] == gone


def test_hours_from_a_day_alone_end_on_the_first_day_that_they_can(browser: Browser, small_site: Served) -> None:
    """The day on which the clocks are put back has 25 hours."""
    with at(browser, small_site, ZONES[1]) as page:
        asked = [
            [0, 24, "2026-10-25", ""],
            [0, 24, "2026-10-24", ""],
            [0, 23, "2027-03-28", ""],
            [0, 24, "9999-12-31", ""],
        ]
        assert page.evaluate(END, asked) == [["2026-10-25", ""], ["2026-10-25", ""], ["2027-03-29", ""], ["", ""]]


def test_500_days_by_chance_are_those_of_the_calendar(browser: Browser, small_site: Served) -> None:
    chance = Random(20180613)
    last = date.max.toordinal()
    days = [date.fromordinal(chance.randint(1, last)) for _ in range(500)]
    pairs = [
        (day, chance.randint(1, last) - day.toordinal() if place % 2 else chance.randint(0, 60))
        for place, day in enumerate(days)
    ]
    pairs = [(day, move) for day, move in pairs if day.toordinal() + move <= last]
    with at(browser, small_site, STOCKHOLM) as page:
        assert page.evaluate(COUNT, asked(pairs)) == [expected(day, move) for day, move in pairs]


def real(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def test_a_day_is_read_only_if_the_calendar_has_it(browser: Browser, small_site: Served) -> None:
    days = [
        f"{year:04}-{month:02}-{day:02}"
        for year in (1, 1900, 2000, 2023, 2024, 9999)
        for month in range(14)
        for day in range(33)
    ]
    with at(browser, small_site, STOCKHOLM) as page:
        assert page.evaluate("(all) => all.map(rutin.dates.parse)", days) == [real(day) for day in days]


def test_nothing_else_is_read_as_a_day(browser: Browser, small_site: Served) -> None:
    texts = [
        "",
        " ",
        "2026-6-13",
        "26-06-13",
        "20260613",
        "2026-W25-3",
        "2026-06-13T00:00",
        "2026-06-13Z",
        " 2026-06-13",
        "2026-06-13\n",
        "13 juni 2018",
    ]
    texts += [
        "June 13, 2018",
        "13/6/2018",
        "0000-01-01",
        "12026-01-01",
        "+012026-01-01",
        "-2026-01-01",
        "2026\u201006\u201013",
        "２０２６-06-13",
        "i dag",
    ]
    read = """(all) => all.map((text) => {
      const { parse, add, long, weekday, span, between } = rutin.dates;
      const day = '2026-06-13';
      return [
        parse(text),
        add(text, 1),
        long(text),
        weekday(text),
        span(text, day),
        span(day, text),
        between(text, day),
        between(day, text),
      ];
    })"""
    with at(browser, small_site, STOCKHOLM) as page:
        for text, found in zip(texts, page.evaluate(read, texts), strict=True):
            assert found[:6] == [""] * 6, text
            assert math.isnan(found[6]), text
            assert math.isnan(found[7]), text


@pytest.mark.parametrize(
    ("day", "days"), [("9999-12-31", 1), ("0001-01-01", -1), ("2026-06-13", 0.5), ("2026-06-13", 1e300)]
)
def test_no_day_is_made_up_outside_the_calendar(browser: Browser, small_site: Served, day: str, days: Any) -> None:
    with at(browser, small_site, STOCKHOLM) as page:
        assert page.evaluate("([day, days]) => rutin.dates.add(day, days)", [day, days]) == ""


def test_the_distance_is_said_in_swedish(browser: Browser, small_site: Served) -> None:
    today = date(2026, 10, 24)
    said = {
        -400: "tiden gick ut för 400 dagar sedan",
        -3: "tiden gick ut för 3 dagar sedan",
        -2: "tiden gick ut för 2 dagar sedan",
        -1: "tiden gick ut i går",
        0: "i dag",
        1: "i morgon",
        2: "2 dagar kvar",
        3: "3 dagar kvar",
        70: "70 dagar kvar",
    }
    days = [(today + timedelta(days)).isoformat() for days in said]
    with at(browser, small_site, STOCKHOLM) as page:
        assert page.evaluate(
            "([days, today]) => days.map((day) => rutin.dates.span(day, today))", [days, today.isoformat()]
        ) == list(said.values())


@pytest.mark.parametrize(
    ("zone", "now", "day"),
    [
        (STOCKHOLM, "2026-12-31T22:59:59Z", "2026-12-31"),
        (STOCKHOLM, "2026-12-31T23:00:00Z", "2027-01-01"),
        (STOCKHOLM, "2026-03-28T22:59:59Z", "2026-03-28"),
        (STOCKHOLM, "2026-03-28T23:00:00Z", "2026-03-29"),
        (STOCKHOLM, "2026-03-29T21:59:59Z", "2026-03-29"),
        (STOCKHOLM, "2026-03-29T22:00:00Z", "2026-03-30"),
        (STOCKHOLM, "2027-10-31T22:59:59Z", "2027-10-31"),
        (STOCKHOLM, "2027-10-31T23:00:00Z", "2027-11-01"),
        ("America/Los_Angeles", "2026-06-18T06:59:59Z", "2026-06-17"),
        ("America/Los_Angeles", "2026-06-18T07:00:00Z", "2026-06-18"),
        ("America/Los_Angeles", "2024-03-01T07:59:59Z", "2024-02-29"),
        ("Pacific/Auckland", "2026-06-17T11:59:59Z", "2026-06-17"),
        ("Pacific/Auckland", "2026-06-17T12:00:00Z", "2026-06-18"),
        ("Pacific/Auckland", "2026-12-31T10:59:59Z", "2026-12-31"),
        ("Pacific/Auckland", "2026-12-31T11:00:00Z", "2027-01-01"),
    ],
)
def test_today_is_the_day_on_the_readers_clock(
    browser: Browser, small_site: Served, zone: str, now: str, day: str
) -> None:
    with at(browser, small_site, zone, now) as page:
        assert page.evaluate("rutin.dates.today()") == day
