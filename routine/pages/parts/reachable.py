"""The contacts that a role needs, and the emergency numbers in a text.

Contacts stand on its sheets, with lines to write on where there is no number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from routine.model.beside import Guidance
from routine.model.model import Routine
from routine.model.people import Contact
from routine.model.telephone import AFTER_RING
from routine.model.wording import ours

MOST_OF_A_ROLE = 3  # The most contacts of one role on a sheet; with more there are lines to write on.


class Reachable(Struct, frozen=True):
    """A contact to reach.

    It is a function with its number and hours, or somebody without a number, to be written by hand. `ask` is whom to
    ask when nobody answers; `ids` are the ids of the role and of its contacts.
    """

    name: str
    ids: tuple[str, ...]
    number: str
    hours: str
    ask: str
    reading: bool


def reachable(routine: Routine, role: str) -> Iterator[Reachable]:
    """Yield the contacts that the data names for the role, in its order.

    If it names none, every contact except the role's own.
    """
    wanted = routine.role(role).reach or tuple(contact.id for contact in routine.contacts if contact.role != role)
    roles = {each.id: each for each in routine.roles}
    contacts = {each.id: each for each in routine.contacts}
    for id in wanted:
        if id in contacts:
            yield _contact(contacts[id])
            continue
        own = [_contact(contact) for contact in routine.contacts if contact.role == id]
        if 0 < len(own) <= MOST_OF_A_ROLE:
            yield from own
        else:
            ask, reading = (own[0].ask, own[0].reading) if own else ("", False)
            yield Reachable(roles[id].name, (id, *(each.ids[0] for each in own)), "", "", ask, reading)


def to_write(routine: Routine, *roles: str) -> frozenset[str]:
    """Return the ids that have lines to write a name and a number on.

    These are the lines on the sheets of the given roles, or of every role if none is given. Empty where there are no
    lines.
    """
    every = (each for role in roles or [role.id for role in routine.roles] for each in reachable(routine, role))
    return frozenset(id for each in every if not each.number for id in each.ids)


def too_many(routine: Routine) -> tuple[str, ...]:
    """Return the names of roles with more contacts than a sheet has room for."""
    held = Counter(contact.role for contact in routine.contacts)
    wanted = {id for role in routine.roles for id in role.reach}
    return tuple(role.name for role in routine.roles if role.id in wanted and held[role.id] > MOST_OF_A_ROLE)


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
    """Return guidance on other ways to reach the first emergency number.

    It is guidance, apart from what is urgent, that mentions the number otherwise than as one to ring: ways for
    somebody who cannot ring.
    """
    first = next((re.escape(item.number) for item in routine.emergency), None)
    if first is None:
        return ()
    # The page already says that one may ring the number.
    told = re.compile(rf"(?<!\d)(?<!ring )(?<!ringa )(?<!ringer ){first}(?!\d)", re.IGNORECASE)
    return tuple(item for item in routine.guidance if not item.urgent and any(map(told.search, item.points)))


# A text in parts: some words and the number after them. The number is empty at the end.
Spoken = tuple[tuple[str, str], ...]
# "Ring", perhaps followed by whom, right before the number; not "ring inte" or "ring aldrig", nor a message.
RING = re.compile(r"\b[Rr]ing (?!inte\b|aldrig\b)(?:[^\W\d][\w-]* ){0,4}\Z")


def points(routine: Routine, items: Iterable[Guidance]) -> Mapping[str, tuple[Spoken, ...]]:
    """Split the points of guidance at the numbers to ring, by guidance id."""
    return {item.id: tuple(spoken(routine, point) for point in item.points) for item in items}


def spoken(routine: Routine, text: str) -> Spoken:
    """Split a text at the numbers that it tells somebody to ring."""
    return tuple(_spoken(routine, text))


def _spoken(routine: Routine, text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in parts, each with the number that follows it.

    A number is split out only where the sentence says to ring it: somebody who must not speak, and sends a message
    instead, must not ring by mistake.
    """
    at = 0
    for found in numbers_of(routine).finditer(text):
        if RING.search(text, 0, found.start()):
            yield text[at : found.start()], found.group()
            at = found.end()
    yield text[at:], ""


@lru_cache(maxsize=2)
def numbers_of(routine: Routine) -> re.Pattern[str]:
    """Return the pattern that finds telephone numbers in a text.

    It finds the numbers of the routine, the longest first, and numbers written right after "ring".
    """
    contacts = {contact.number for contact in routine.contacts if contact.number}
    known = {number.number for number in routine.emergency} | contacts
    longest_first = [re.escape(number) for number in sorted(known, key=len, reverse=True)]
    return re.compile(rf"(?<![\w+])(?:{'|'.join([*longest_first, AFTER_RING])})(?!\d)")
