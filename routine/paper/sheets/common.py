"""Parts that several sheets share.

These are their fixed words, the emergency numbers, the contacts, and the note on whose the words are.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.model.people import EmergencyNumber
from routine.pages.parts.reachable import Reachable
from routine.pages.parts.readings import readings
from routine.paper.sheet import Drawn

# The note on a card or a booklet that the checklist has more.
PART = "Ett urval. Allt står på checklistan."
# The meaning of the mark of an interpretation, at the foot of a sheet after the note on whose its words are.
MARKED = f"{wording.READING} {wording.OF_OURS}"


class SheetWords(Struct, frozen=True):
    """The fixed words of every checklist and booklet, whatever the role."""

    guidance: str = wording.NOT_THE_ROUTINE
    aloud: str = "Läs en rad, gör, bocka av"
    confirm: str = "Gör, bocka av efteråt"
    not_yours: str = wording.NOT_YOURS
    call: str = wording.CALL
    say: str = wording.SAY
    unanswered: str = wording.UNANSWERED
    advised: str = wording.ADVISED
    last: str = "Senast den"
    who: str = wording.WHO
    spoke: str = wording.SPOKE
    told_to: str = wording.TOLD_TO
    told_by: str = wording.TOLD_BY
    day: str = wording.DAY
    time: str = wording.TIME
    yes: str = wording.YES
    no: str = wording.NO
    not_yet: str = wording.NOT_YET
    numbers: str = "Namn och nummer"
    name: str = wording.NAME
    number: str = wording.NUMBER
    other: str = "Reservnummer"
    ask: str = "Når du ingen?"
    open: str = "Öppet"
    notes: str = "Anteckningar"


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
    ids: Drawn[tuple[str, ...]]
    name: str = ""
    named: Drawn[bool] = False


def numbers(emergency: Iterable[EmergencyNumber]) -> tuple[Number, ...]:
    return tuple(Number(each.number, each.label) for each in emergency)


def functions(reach: Iterable[Reachable]) -> tuple[Function, ...]:
    """Return the functions that the role needs to reach."""
    return tuple(
        Function(each.name, each.number, each.hours, wording.marked(each.ask, each.reading), ids=each.ids)
        for each in reach
    )


def whose(routine: Routine) -> str:
    """Return the note on whose the words are, their order, and the mark.

    It says what the order of the steps means, and what the mark of an interpretation means. It stands once a sheet.
    """
    said = f"{wording.whose(routine)} {wording.order(bool(routine.source.ordered))}"
    return f"{said} {MARKED}" if readings(routine) else said
