"""What was checked so long ago that it should be checked again. The day is given: nothing here looks at a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from routine.domain import wording
from routine.domain.model import Routine

YEAR = 365  # days


def stale(routine: Routine, today: date) -> Iterator[str]:
    """What is older than a year, in Swedish, with what to do."""
    assessed = routine.accessibility.assessed
    if (today - assessed).days > YEAR:
        yield (
            f"Tillgängligheten bedömdes senast {wording.long_date(assessed)}.\n"
            "    Gör så här: bedöm webbplatsen igen, och ändra accessibility: assessed och failures."
        )
    for item in routine.guidance:
        if (today - item.checked).days > YEAR:
            yield (
                f"Rådet ”{item.title}” jämfördes med sin källa {wording.long_date(item.checked)}.\n"
                "    Gör så här: läs källan igen, och ändra checked."
            )
