"""The situations that a reader may be in, and where each one leads.

Each is in the reader's own words and leads to one thing. They are shown on the first page and in the guide.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.model import Routine
from routine.model.people import Contact, EmergencyNumber, Situation
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.parts import Advice, Reach, advice


class Choice(Struct, frozen=True):
    """A role to choose, by its name in its holder's own words.

    `summary` says what the role is, where that is not said above.
    """

    name: str
    address: str
    summary: str = ""


class Gap(Struct, frozen=True):
    """An open question in the source, and whom to ask meanwhile."""

    advice: Advice
    ask: tuple[Reach, ...]


class WayIn(Struct, frozen=True):
    """A situation and the one thing that it leads to.

    That is a number, the guide for one of the roles, or a gap.
    """

    id: str
    text: str
    summary: str
    number: EmergencyNumber | None
    roles: tuple[Choice, ...]
    gap: Gap | None


def ways_in(routine: Routine) -> tuple[WayIn, ...]:
    """Return every situation, in the order of the data."""
    return tuple(_way_in(routine, situation) for situation in routine.situations)


def own_name(routine: Routine, id: str) -> str:
    """Return a role's name in its holder's own words."""
    role = routine.role(id)
    return role.own or role.name


def _way_in(routine: Routine, situation: Situation) -> WayIn:
    return WayIn(
        situation.id,
        situation.text,
        situation.summary or "",
        routine.emergency[0] if situation.emergency else None,
        tuple(Choice(own_name(routine, id), at.guide_as(id), routine.role(id).summary) for id in situation.roles),
        _gap(routine, situation),
    )


def _gap(routine: Routine, situation: Situation) -> Gap | None:
    if not situation.open_question:
        return None
    question = routine.open_question(situation.open_question)
    # The rules ensure that the question has something that helps.
    return Gap(
        advice(routine, question),
        tuple(_asked(routine.contact(id)) for id in situation.contacts),
    )


def _asked(contact: Contact) -> Reach:
    """Return a contact to ask, by its full name.

    The full name is needed as nothing before it says who is meant.
    """
    return Reach(
        contact.title, contact.number or "", contact.ask, at.contact(contact.id), ours(contact.basis), labelled=True
    )
