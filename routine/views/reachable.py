"""Whom a role needs to reach, in the data's order: what stands on its sheets, with lines where there is no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from routine.domain.beside import Guidance
from routine.domain.model import Routine
from routine.domain.people import Contact
from routine.domain.wording import ours

MOST_OF_A_ROLE = 2  # Contacts of one role that stand on a sheet; of more there are lines to write on.


class Reachable(Struct, frozen=True):
    """Whom to reach: a function with its number and when it answers, or somebody without one, to be written by hand.
    `ask` is whom to ask when nobody answers; `ids` the role's or the contacts' own."""

    name: str
    ids: tuple[str, ...]
    number: str
    hours: str
    ask: str
    reading: bool


def reachable(routine: Routine, role: str) -> Iterator[Reachable]:
    """Those that the data names for the role, in its order; else every contact but its own."""
    wanted = routine.role(role).reach or tuple(contact.id for contact in routine.contacts if contact.role != role)
    roles = {each.id: each for each in routine.roles}
    contacts = {each.id: each for each in routine.contacts}
    for id in wanted:
        if id in contacts:
            yield _contact(contacts[id])
            continue
        own = [contact for contact in routine.contacts if contact.role == id]
        if 0 < len(own) <= MOST_OF_A_ROLE:
            yield from map(_contact, own)
        else:
            yield Reachable(roles[id].name, (id, *(each.id for each in own)), "", "", own[0].ask if own else "", False)


def to_write(routine: Routine, *roles: str) -> frozenset[str]:
    """The ids of all for whom there are lines to write a name and a number on, on the sheets of these roles, or of any
    without; empty where there are none."""
    every = (each for role in roles or [role.id for role in routine.roles] for each in reachable(routine, role))
    return frozenset(id for each in every if not each.number for id in each.ids)


def _contact(contact: Contact) -> Reachable:
    return Reachable(
        contact.title,
        tuple(id for id in (contact.id, contact.role) if id),
        contact.number or "",
        contact.hours or "",
        contact.ask,
        ours(contact.basis),
    )


def other_ways(routine: Routine) -> tuple[Guidance, ...]:
    """What tells of the first emergency number beside what is urgent, as how somebody reaches it who cannot ring."""
    first = next((re.escape(item.number) for item in routine.emergency), None)
    if first is None:
        return ()
    # That one may ring it is what stands there already.
    told = re.compile(rf"(?<!\d)(?<!ring )(?<!ringa )(?<!ringer ){first}(?!\d)", re.IGNORECASE)
    return tuple(item for item in routine.guidance if not item.urgent and any(map(told.search, item.points)))
