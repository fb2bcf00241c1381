"""What several sheets share: their fixed words, the numbers, whom to call, and whose the words are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Contact, Routine
from routine.views.readings import readings

# At the foot of a sheet: whose its words are, and what the mark of a reading means.
OURS = "Orden och rubrikerna är våra. Stegen står i källans ordning, som är en läsordning."
MARKED = f"{wording.READING} är vår läsning av källan, eller vårt tillägg."
MOST_OF_A_ROLE = 2  # contacts of one role that stand on a sheet; of more there is a line to write on


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands on every checklist or booklet, whosever it is."""

    urgent: str = "Akut"
    guidance: str = "Aktuell vägledning, inte en del av rutinen."
    last: str = "senast"
    who: str = "Vem"
    day: str = "Dag"
    time: str = "Tid"
    yes: str = "Ja"
    no: str = "Nej"
    decide: str = "Frågor till dig"
    numbers: str = "Namn och nummer"
    notes: str = "Anteckningar"


@dataclass(frozen=True, slots=True)
class Number:
    """An emergency number and when to call it."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Function:
    """Whom to call; without a number there is a line to write it on."""

    function: str
    number: str


def functions(contacts: tuple[Contact, ...]) -> tuple[Function, ...]:
    """One line for each function; of a role with several contacts each, as long as there are few."""
    several = Counter(contact.role for contact in contacts if contact.role)
    found: dict[str, Function] = {}
    for contact in contacts:
        crowded = contact.role is not None and several[contact.role] > MOST_OF_A_ROLE
        name = contact.function if crowded else contact.title
        found.setdefault(name, Function(name, "" if crowded else contact.number or ""))
    return tuple(found.values())


def whose(routine: Routine) -> str:
    """Whose the words are, and what the mark of a reading means: once a sheet."""
    return f"{OURS} {MARKED}" if readings(routine) else OURS
