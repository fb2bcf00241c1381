"""What the day has made old, or has not reached. The day is given: nothing here looks at a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from routine.domain.days import YEAR
from routine.domain.model import Routine
from routine.domain.wording import number
from routine.reading.finding import Finding
from routine.rules.texts import days

# A number that nobody needs to ring before then has as good as no last day. A slip of the year is farther off.
MOST_YEARS = 5
# The last day of a number, or of the routine.
LAST = {"valid_until", "until"}


def stale(routine: Routine, today: date) -> Iterator[Finding]:
    """Every day that is too old, has passed, or has not come, each at its place. After a routine's last day nothing of
    it grows old: nobody rings a number again or reads a source for what holds no more."""
    if not (routine.withdrawn and routine.withdrawn.until < today):
        yield from _grown_old(routine, today)
    for path, day in days(routine):
        # But a last one each is of something that has been done.
        if day > today and path[-1] not in LAST:
            yield Finding("D004", path, day=day)
    far, years = today + timedelta(days=MOST_YEARS * YEAR), number(MOST_YEARS)
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last > far:
            yield Finding("D004", ("contacts", i, "valid_until"), "far", contact=contact, day=last, years=years)
    if (gone := routine.withdrawn) and gone.until > far:
        yield Finding("D004", ("withdrawn", "until"), "withdrawn", day=gone.until, years=years)


def _grown_old(routine: Routine, today: date) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last < today:
            yield Finding("D001", ("contacts", i, "valid_until"), contact=contact, day=last)
    for i, item in enumerate(routine.guidance):
        if (today - item.checked).days > YEAR:
            yield Finding("D002", ("guidance", i, "checked"), item=item)
    if (today - (assessed := routine.accessibility.assessed)).days > YEAR:
        yield Finding("D003", ("accessibility", "assessed"), day=assessed)
