"""The whole routine, as its source has it."""

from __future__ import annotations

from msgspec import Struct

from routine.model import numerals, wording
from routine.model.model import Routine
from routine.model.wording import ours
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import Card, TrackPart, by_track
from routine.paper.sheets.common import Number, numbers, whose


class TableRow(Struct, frozen=True):
    """A row of the source's table.

    `number` is None where the source has none.
    """

    section: str
    number: int | None
    text: str
    held: str
    facts: str
    owners: str


class TrackTable(Struct, frozen=True):
    """The rows of a track."""

    label: str
    rows: tuple[TableRow, ...]


class WholeMatter(Struct, frozen=True):
    """The content of the sheet with the whole routine.

    `heads` are the column headers: one less where no row has a number.
    """

    title: str
    name: str
    numbers: tuple[Number, ...]
    lead: str
    heads: tuple[str, ...]
    tracks: tuple[TrackTable, ...]
    ours: str


def whole_table(routine: Routine) -> WholeMatter:
    tracks = tuple(
        TrackTable(
            _label(part),
            tuple(_table_row(routine, card) for group in part.sections for card in group.cards),
        )
        for part in by_track(routine, routine.actions)
    )
    dated = wording.long_date(routine.source.date)
    steps = "Raderna" if routine.numbered else "Stegen"
    lead = f"Efter ”{routine.source.title}” från {dated}. {steps} står i källans ordning."
    heads = ("Avsnitt", *(("Rad",) if routine.numbered else ()), "Åtgärd", "Ansvarar")
    title = "Hela rutinen"
    return WholeMatter(title, title, numbers(routine.emergency), lead, heads, tracks, whose(routine))


def _label(part: TrackPart) -> str:
    return wording.marked(part.track.label, ours(part.track.basis)) if part.track else ""


def _table_row(routine: Routine, card: Card) -> TableRow:
    jointly = (card.jointly.marked,) if card.jointly else ()
    limit = (Phrase(f"{wording.capital(card.limit)}.", card.limit_read),) if card.limit else ()
    return TableRow(
        numerals.unbroken(card.section),
        card.row,
        card.text.removesuffix(".") if card.held else card.text,
        ", ".join(phrase.marked for phrase in card.held),
        " ".join(sentence.marked for sentence in (*card.sentences, *limit)),
        ", ".join((wording.capital(wording.names(routine, [owner.id for owner in card.owners])), *jointly)),
    )
