"""What the day has made old, or has not reached. The day is given: nothing here looks at a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from routine.domain import wording
from routine.domain.days import YEAR
from routine.domain.model import Routine
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
        yield from _passed(routine, today)
        yield from _unchecked(routine, today)
        yield from _unassessed(routine, today)
    yield from _to_come(routine, today)
    yield from _too_far(routine, today)


def _passed(routine: Routine, today: date) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last < today:
            yield Finding(
                "D001",
                ("contacts", i, "valid_until"),
                f"Numret till ”{contact.title}” gällde till och med {wording.long_date(last)}.",
                "i dag eller en senare dag",
                "ring numret. Svarar funktionen, ändra valid_until; annars byt numret, eller ta bort number, "
                "valid_until och hours.",
            )


def _unchecked(routine: Routine, today: date) -> Iterator[Finding]:
    for i, item in enumerate(routine.guidance):
        if (today - item.checked).days > YEAR:
            yield Finding(
                "D002",
                ("guidance", i, "checked"),
                f"Rådet ”{item.title}” jämfördes med sin källa {wording.long_date(item.checked)}.",
                "en dag under det senaste året",
                "läs källan igen, och ändra checked.",
            )


def _unassessed(routine: Routine, today: date) -> Iterator[Finding]:
    assessed = routine.accessibility.assessed
    if (today - assessed).days > YEAR:
        yield Finding(
            "D003",
            ("accessibility", "assessed"),
            f"Tillgängligheten bedömdes senast {wording.long_date(assessed)}.",
            "en dag under det senaste året",
            "bedöm webbplatsen igen, och ändra accessibility: assessed och failures.",
        )


def _to_come(routine: Routine, today: date) -> Iterator[Finding]:
    """Every day in a routine but a last one is of something that has been done."""
    for path, day in days(routine):
        if day > today and path[-1] not in LAST:
            yield Finding(
                "D004",
                path,
                f"{wording.long_date(day)} har inte kommit än.",
                "i dag eller en tidigare dag",
                "rätta dagen, eller vänta med ändringen tills dess.",
            )


def _too_far(routine: Routine, today: date) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and _is_far(last, today):
            yield Finding(
                "D004",
                ("contacts", i, "valid_until"),
                f"Numret till ”{contact.title}” sägs gälla till och med {wording.long_date(last)}.",
                f"en dag inom {wording.number(MOST_YEARS)} år",
                "rätta året. Välj den dag då någon ska ringa numret igen, och se att det stämmer.",
            )
    if routine.withdrawn and _is_far(routine.withdrawn.until, today):
        yield Finding(
            "D004",
            ("withdrawn", "until"),
            f"Rutinen sägs gälla till och med {wording.long_date(routine.withdrawn.until)}.",
            f"en dag inom {wording.number(MOST_YEARS)} år",
            "rätta året. Är ingen dag bestämd, ta bort withdrawn.",
        )


def _is_far(day: date, today: date) -> bool:
    return (day - today).days > MOST_YEARS * YEAR
