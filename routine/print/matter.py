"""What stands on each sheet, as plain data in the shape that a template sets. Its words and their order are its code: a
field that is not printed has no place here, unless it is `drawn()`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from routine.domain import wording
from routine.layout import Arrow, Box, Lane
from routine.reading.nodes import Path


def drawn() -> Any:
    """A field with where and how large something is drawn, which says nothing: a sheet's code does not depend on it."""
    return field(metadata={"drawn": True})


# At the foot of a sheet: whose its words are, and what the mark of a reading means.
OURS = "Orden och rubrikerna är våra. Stegen står i källans ordning, som är en läsordning."
MARKED = f"{wording.READING} är vår läsning av källan, eller vårt tillägg."


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
class SheetRow:
    """A line with a box to tick. `facts` are whole sentences, `limit` a limit in words; either may be empty."""

    text: str
    facts: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """A pause point: rows under a heading. `number` is the section's in the source, `mark` that of a reading;
    either may be empty."""

    title: str
    number: str
    mark: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class TrackList:
    """The pause points of a track, whose label has its mark; an even `slot` has a dashed rail."""

    label: str
    slot: int
    groups: tuple[SheetGroup, ...]


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


@dataclass(frozen=True, slots=True)
class ChecklistMatter:
    """One role's checklist on A4."""

    words: SheetWords
    title: str
    name: str
    lead: str
    numbers: tuple[Number, ...]
    urgent: tuple[str, ...]
    tracks: tuple[TrackList, ...]
    lists: tuple[SheetGroup, ...]
    questions: tuple[str, ...]
    contacts: tuple[Function, ...]
    ours: str


@dataclass(frozen=True, slots=True)
class BookletMatter:
    """One role's pocket booklet: eight pages of A7.
    `title` stands on its outside and says nothing of what it is about."""

    words: SheetWords
    title: str
    owner: str
    numbers: tuple[Number, ...]
    urgent: tuple[str, ...]
    groups: tuple[SheetGroup, ...]
    contacts: tuple[Function, ...]
    ours: str


@dataclass(frozen=True, slots=True)
class WalletMatter:
    """One role's card for a wallet: the numbers and whom to call on its front, its first steps on the back.
    `ours` says what the mark of a reading means, where a step has one."""

    title: str
    owner: str
    numbers: tuple[Number, ...]
    contacts: tuple[Function, ...]
    steps: tuple[str, ...]
    ours: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the source's table."""

    section: str
    number: int
    text: str
    facts: str
    owners: str


@dataclass(frozen=True, slots=True)
class TrackTable:
    """A track's rows."""

    label: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The flowchart's places, in the layout's own px;
    `size` is that of its letters, `alt` what it shows in words, `ways` its arrows."""

    title: str
    legend: str
    alt: str
    ways: tuple[str, ...]
    width: int = drawn()
    height: int = drawn()
    header: int = drawn()
    size: int = drawn()
    lanes: tuple[Lane, ...] = drawn()
    boxes: tuple[Box, ...] = drawn()
    edges: tuple[Arrow, ...] = drawn()


@dataclass(frozen=True, slots=True)
class WholeMatter:
    """The routine as its source has it, and as a flowchart."""

    title: str
    name: str
    lead: str
    heads: tuple[str, ...]
    tracks: tuple[TrackTable, ...]
    flow: Flow
    ours: str


@dataclass(frozen=True, slots=True)
class LogMatter:
    """A log sheet to write on: its columns' heads, and how many empty rows."""

    title: str
    name: str
    lead: str
    heads: tuple[str, ...]
    rows: int = drawn()


Matter = ChecklistMatter | BookletMatter | WalletMatter | WholeMatter | LogMatter


@dataclass(frozen=True, slots=True)
class Printed:
    """A file with what stands in it, and the template that sets it.
    `kind` is what it is called, `owner` the role's name or empty.

    `linear` is page by page: a booklet to be read instead of folded, a card without the sheets of ten. `place` is where
    the routine says whose sheet it is, for what is wrong with it.
    """

    file: str
    kind: str
    owner: str
    template: str
    matter: Matter
    place: Path = ()
    linear: bool = False
