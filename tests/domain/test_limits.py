"""When a limit ends: days of the calendar, and hours that pass, also in the nights when the clocks are changed.
Each example is put before the package and before the second opinion, and then both are asked of many more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from random import Random

import pytest

from routine.domain.fields import Unit
from routine.domain.limits import When, end
from routine.domain.steps import Within
from tests.kit.oracle import ending

Ends = tuple[date, time | None]
UNITS: tuple[Unit, ...] = ("timmar", "dagar", "veckor")


def by_the_rule(count: int, unit: Unit, day: date, clock: time | None) -> Ends:
    found = end(Within.model_validate({"count": str(count), "unit": unit, "basis": "kalla"}), When(day, clock))
    return found.day, found.time


@pytest.fixture(params=[by_the_rule, ending])
def ends(request: pytest.FixtureRequest) -> Callable[[int, Unit, date, time | None], Ends]:
    chosen: Callable[[int, Unit, date, time | None], Ends] = request.param
    return chosen


@pytest.mark.parametrize(
    ("count", "unit", "start", "last"),
    [
        (1, "dagar", "2026-10-24 22:30", "2026-10-25"),
        (2, "veckor", "2026-12-24", "2027-01-07"),
        (4, "timmar", "2026-06-17 22:30", "2026-06-18 02:30"),
        # In the night to winter time an hour comes twice, in that to summer time one is skipped.
        (4, "timmar", "2026-10-24 23:30", "2026-10-25 02:30"),
        (24, "timmar", "2026-10-24 12:00", "2026-10-25 11:00"),
        (1, "timmar", "2026-10-25 02:30", "2026-10-25 02:30"),
        (4, "timmar", "2026-03-28 23:30", "2026-03-29 04:30"),
        (24, "timmar", "2026-03-28 12:00", "2026-03-29 13:00"),
        (1, "timmar", "2026-03-29 02:30", "2026-03-29 04:30"),
        # From a day alone: the first day that it can be.
        (4, "timmar", "2026-06-17", "2026-06-17"),
        (24, "timmar", "2026-06-17", "2026-06-18"),
        (47, "timmar", "2026-06-17", "2026-06-18"),
        (48, "timmar", "2026-06-17", "2026-06-19"),
        (24, "timmar", "2026-10-25", "2026-10-25"),
        (23, "timmar", "2027-03-28", "2027-03-29"),
    ],
)
def test_a_limit_ends(
    ends: Callable[[int, Unit, date, time | None], Ends], count: int, unit: Unit, start: str, last: str
) -> None:
    assert ends(count, unit, *read(start)) == read(last)


def read(text: str) -> Ends:
    day, _, clock = text.partition(" ")
    return date.fromisoformat(day), time.fromisoformat(clock) if clock else None


def test_the_rule_and_the_second_opinion_agree_on_2000_limits_by_chance() -> None:
    dice = Random(20261025)
    first = date(2000, 1, 1)
    for _ in range(2000):
        asked = (
            dice.randint(1, 200),
            dice.choice(UNITS),
            first + timedelta(dice.randint(0, 20000)),
            time(dice.randint(0, 23), dice.randint(0, 59)) if dice.random() < 0.8 else None,
        )
        assert by_the_rule(*asked) == ending(*asked), asked


def test_limits_are_put_in_order_by_how_long_they_are() -> None:
    said = [(2, "veckor"), (1, "dagar"), (48, "timmar"), (24, "timmar"), (15, "dagar"), (1, "timmar")]
    limits = [Within.model_validate({"count": str(count), "unit": unit, "basis": "kalla"}) for count, unit in said]
    assert [(each.count, each.unit) for each in sorted(limits, key=lambda each: each.hours)] == [
        (1, "timmar"),
        (1, "dagar"),
        (24, "timmar"),
        (48, "timmar"),
        (2, "veckor"),
        (15, "dagar"),
    ], "and what is as long keeps its place"
    assert [each.days for each in limits] == [14, 1, None, None, 15, None]
