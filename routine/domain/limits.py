"""When a limit ends: the rule that the scripts follow, kept here as their oracle.

1. Days and weeks are those of the calendar: the last day is so many days after the day that they are counted from.
2. An hour is an hour that passes. From a day and a time so many hours end at a day and a time, in Sweden, whose clocks
   are changed twice a year.
3. From a day whose time nobody has said, hours end on some day: told is the first that it can be, counted from 00.00,
   and no time. They are gone when they are counted from 23.59.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from routine.domain.steps import Within

SWEDEN = "Europe/Stockholm"


class When(Struct, frozen=True):
    """A day, and the time if somebody has said it."""

    day: date
    time: time | None = None


def end(within: Within, start: When) -> When:
    """The last day of a limit, and for hours that are counted from a time the last moment.

    Of a time that comes twice the first is meant; one that is skipped is read as if the clocks had not been changed
    yet. Raises ZoneInfoNotFoundError on a computer that does not know the time in Sweden.
    """
    if within.days is not None:
        return When(start.day + timedelta(within.days))
    zone = ZoneInfo(SWEDEN)
    begun = datetime.combine(start.day, start.time or time.min, zone)
    there = (begun.astimezone(UTC) + timedelta(hours=within.hours)).astimezone(zone)
    return When(there.date(), None if start.time is None else there.time())
