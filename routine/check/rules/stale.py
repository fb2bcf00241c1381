"""Rules for dates that are too old or still to come.

The date of today is an argument: nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from routine.check.finding import Finding
from routine.check.rules.texts import days
from routine.model.days import YEAR
from routine.model.model import Routine
from routine.model.wording import number

# A number whose last day is farther off has as good as none. A mistyped year is farther off.
MOST_YEARS = 5
# The last day of a number, or of the routine.
LAST = {"valid_until", "until"}


def stale(routine: Routine, today: date) -> Iterator[Finding]:
    """Report every date that is too old, has passed, or lies in the future.

    After the last day of a routine nothing in it grows old: nobody checks a number or a source of a routine that no
    longer holds.
    """
    if not (routine.withdrawn and routine.withdrawn.until < today):
        yield from _grown_old(routine, today)
    for path, day in days(routine):
        # All dates but the last days are of something that has been done.
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
