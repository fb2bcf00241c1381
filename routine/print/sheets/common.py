"""What several sheets share: their fixed words, the numbers, whom to reach, and whose the words are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.people import EmergencyNumber
from routine.print.sheet import Drawn
from routine.views.reachable import Reachable
from routine.views.readings import readings

# What a card or a booklet says of itself: the checklist has more.
PART = "Ett urval. Allt står på checklistan."
# At the foot of a sheet, after whose its words are: what the mark of a reading means.
MARKED = f"{wording.READING} {wording.OF_OURS}"


class SheetWords(Struct, frozen=True):
    """What stands on every checklist or booklet, whosever it is."""

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
    """Whom to reach. Without a number there are lines to write a name and one on, save for a name where one is `named`;
    `hours` and `ask`, whom to ask when nobody answers, may be empty. `ids` are those of the contact and the role, for
    names that are not published."""

    function: str
    number: str
    hours: str
    ask: str
    ids: Drawn[tuple[str, ...]]
    name: str = ""
    named: Drawn[bool] = False


def numbers(emergency: Iterable[EmergencyNumber]) -> tuple[Number, ...]:
    """The emergency numbers."""
    return tuple(Number(each.number, each.label) for each in emergency)


def functions(reach: Iterable[Reachable]) -> tuple[Function, ...]:
    """Each that the role needs to reach."""
    return tuple(
        Function(each.name, each.number, each.hours, wording.marked(each.ask, each.reading), ids=each.ids)
        for each in reach
    )


def whose(routine: Routine) -> str:
    """Whose the words are, what the order of the steps means, and the mark of a reading: once a sheet."""
    said = f"{wording.whose(routine)} {wording.order(bool(routine.source.ordered))}"
    return f"{said} {MARKED}" if readings(routine) else said
