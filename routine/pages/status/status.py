"""The page for editors on what to review again, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from routine.model.model import Routine
from routine.model.numerals import YEAR
from routine.pages import addresses as at
from routine.pages.about.about import OpenItem, left_open


class Due(Struct, frozen=True):
    """A task `what` to do by the day `last`; `address` is where it is read."""

    last: date
    what: str
    name: str
    address: str


class Status(Struct, frozen=True):
    """The tasks that are due, the first day first, and the open questions to decide.

    `unapproved` is the latest edition if nobody is said to have approved it; else empty. `numberless` are the contacts
    whose numbers are not known, by name and address. For a withdrawn routine nobody looks for a number, nor at
    anything after its last day.
    """

    due: tuple[Due, ...]
    unapproved: str
    numberless: tuple[tuple[str, str], ...]
    undecided: tuple[OpenItem, ...]


def status(routine: Routine) -> Status:
    """Return the status, from the days in the data alone.

    The reader's own calendar says which of the days have passed.
    """
    latest, until = routine.latest, routine.withdrawn.until if routine.withdrawn else None
    due = (each for each in _due(routine) if not until or each.last < until)
    bare = [each for each in routine.contacts if not each.number and not until]
    return Status(
        tuple(sorted(due, key=lambda each: (each.last, each.name))),
        latest.edition if latest.approved is None else "",
        tuple((each.title, at.contact(each.id)) for each in bare),
        left_open(routine),
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
    """Return the day a year later, or the last day that a date can hold.

    The latter is for a day that somebody has mistyped: the check reports that it has not come yet.
    """
    year = timedelta(days=YEAR)
    return min(day, date.max - year) + year
