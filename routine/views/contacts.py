"""Emergency numbers and functions to call.
A function without a number says whom to ask and leaves a line to write on."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.model import Routine
from routine.domain.people import Contact, EmergencyNumber


class Contacts(Struct, frozen=True):
    """Numbers first, then functions."""

    emergency: tuple[EmergencyNumber, ...]
    contacts: tuple[Contact, ...]


def contacts(routine: Routine) -> Contacts:
    """Every contact in the order of the data."""
    return Contacts(routine.emergency, routine.contacts)
