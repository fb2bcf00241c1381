"""Parts that several sheets share: numbers, functions to reach, and whose the words are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.model.people import EmergencyNumber
from routine.pages.parts.readings import readings


class Number(Struct, frozen=True):
    """An emergency number and when to call it."""

    number: str
    label: str


class Function(Struct, frozen=True):
    """A function to reach: a role or a contact.

    Without a number there are lines to write a name and a number on; a function that is `named` needs no line for the
    name. `hours` and `ask`, whom to ask when nobody answers, may be empty. `ids` are those of the contact and the
    role, for names that are not published.
    """

    function: str
    number: str
    hours: str
    ask: str
    ids: tuple[str, ...]
    named: bool = False


def numbers(emergency: Iterable[EmergencyNumber]) -> tuple[Number, ...]:
    return tuple(Number(each.number, each.label) for each in emergency)


def whose(routine: Routine) -> str:
    """Return the note on whose the words are, their order, and the mark.

    It says what the order of the steps means, and what the mark of an interpretation means. It stands once a sheet.
    """
    said = f"{wording.whose(routine)} {wording.order(bool(routine.source.ordered))}"
    return f"{said} {wording.READING} {wording.OF_OURS}" if readings(routine) else said
