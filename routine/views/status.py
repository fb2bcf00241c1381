"""For editors: what is to be looked at again, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from routine.domain.days import YEAR
from routine.domain.model import Routine
from routine.views import addresses as at


class Due(Struct, frozen=True):
    """`what` is to be done by `last`; `address` is where it is read."""

    last: date
    what: str
    name: str
    address: str


class Status(Struct, frozen=True):
    """The first day first. `unapproved` is the latest edition where nobody is said to have approved it; else empty.
    `numberless` are the contacts whose numbers are not known, by name and address. Of a routine that is withdrawn
    nobody looks for a number, nor at anything after its last day."""

    due: tuple[Due, ...]
    unapproved: str
    numberless: tuple[tuple[str, str], ...]


def status(routine: Routine) -> Status:
    """Made from the days in the data alone: which of them have passed, the reader's own calendar says."""
    latest, until = routine.latest, routine.withdrawn.until if routine.withdrawn else None
    due = (each for each in _due(routine) if not until or each.last < until)
    bare = [each for each in routine.contacts if not each.number and not until]
    return Status(
        tuple(sorted(due, key=lambda each: (each.last, each.name))),
        latest.edition if latest.approved is None else "",
        tuple((each.title, at.contact(each.id)) for each in bare),
    )


def _due(routine: Routine) -> Iterator[Due]:
    for contact in routine.contacts:
        if last := contact.rung_until:
            yield Due(last, "Ring numret och se att det stämmer", contact.title, at.contact(contact.id))
    for item in routine.guidance:
        yield Due(_a_year_after(item.checked), "Läs källan igen", item.title, at.guidance(item.id))
    yield Due(
        _a_year_after(routine.accessibility.assessed),
        "Bedöm tillgängligheten igen",
        "Redogörelsen för tillgänglighet",
        at.ACCESSIBILITY,
    )


def _a_year_after(day: date) -> date:
    """Or the last day that there is, of one that somebody has mistyped: the check tells that it has not come."""
    year = timedelta(days=YEAR)
    return min(day, date.max - year) + year
