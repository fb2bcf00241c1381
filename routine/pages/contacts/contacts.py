"""The page of emergency numbers and functions to call.

A function without a number says whom to ask, and has a line to write on.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.beside import Guidance
from routine.model.model import Routine
from routine.model.people import Contact, EmergencyNumber
from routine.pages.parts.reachable import other_ways, to_write


class Contacts(Struct, frozen=True):
    """Emergency numbers, with guidance on other ways to them, then functions.

    `written` holds the ids of those whose number a sheet has lines for.
    """

    emergency: tuple[EmergencyNumber, ...]
    ways: tuple[Guidance, ...]
    contacts: tuple[Contact, ...]
    written: frozenset[str]


def contacts(routine: Routine) -> Contacts:
    """Return every contact in the order of the data."""
    return Contacts(routine.emergency, other_ways(routine), routine.contacts, to_write(routine))
