"""When a limit ends, as the scripts are held to it: days of the calendar, and hours that pass, also in the nights when
the clocks are changed."""

from __future__ import annotations

from datetime import date, time

from routine.model.fields import Unit
from routine.model.steps import Within
from tests.kit.oracle import ending

Ends = tuple[date, time | None]


ENDS: tuple[tuple[int, Unit, str, str], ...] = (
    (1, "dagar", "2026-10-24 22:30", "2026-10-25"),
    (2, "veckor", "2026-12-24", "2027-01-07"),
    (4, "timmar", "2026-06-17 22:30", "2026-06-18 02:30"),
    # In the night to winter time an hour comes twice, in that to summer time one is skipped.
    (4, "timmar", "2026-10-24 23:30", "2026-10-25 02:30"),
    (24, "timmar", "2026-10-24 12:00", "2026-10-25 11:00"),
    (1, "timmar", "2026-10-25 02:30", "2026-10-25 02:30"),
    (24, "timmar", "2026-03-28 12:00", "2026-03-29 13:00"),
    (1, "timmar", "2026-03-29 02:30", "2026-03-29 04:30"),
    # From a day alone: the first day that it can be.
    (47, "timmar", "2026-06-17", "2026-06-18"),
    (48, "timmar", "2026-06-17", "2026-06-19"),
    (24, "timmar", "2026-10-25", "2026-10-25"),
    (23, "timmar", "2027-03-28", "2027-03-29"),
)


def test_a_limit_ends() -> None:
    found = [(count, unit, start, ending(count, unit, *read(start))) for count, unit, start, _ in ENDS]
    assert found == [(count, unit, start, read(last)) for count, unit, start, last in ENDS]
    assert len(found) == 12


def read(text: str) -> Ends:
    day, _, clock = text.partition(" ")
    return date.fromisoformat(day), time.fromisoformat(clock) if clock else None


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
