"""The whole routine, as its source has it and as a flowchart."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.wording import ours
from routine.layout import FONT_SIZE, Arrow, Box, Lane
from routine.print.sheet import drawn
from routine.print.sheets.common import whose
from routine.views.facts import Phrase
from routine.views.flowchart import LEGEND, WAIT, flowchart
from routine.views.parts import Card, TrackPart
from routine.views.whole import whole


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


def whole_table(routine: Routine) -> WholeMatter:
    view = whole(routine)
    tracks = tuple(
        TrackTable(
            _label(part),
            tuple(_table_row(routine, card) for group in part.sections for card in group.cards),
        )
        for part in view.tracks
    )
    lead = f"Efter ”{view.source.title}” från {wording.long_date(view.source.date)}. Raderna står i källans ordning."
    heads = ("Avsnitt", "Rad", "Åtgärd", "Ansvarar")
    return WholeMatter("Hela rutinen", "Hela rutinen", lead, heads, tracks, _flow(routine), whose(routine))


def _label(part: TrackPart) -> str:
    return wording.marked(f"{part.track.title} · {part.track.number}", ours(part.track.basis))


def _table_row(routine: Routine, card: Card) -> TableRow:
    together = ("i samråd",) if len(card.owners) > 1 else ()
    limit = (Phrase(f"{wording.capital(card.limit)}.", card.limit_read),) if card.limit else ()
    return TableRow(
        card.section,
        card.row,
        card.text,
        " ".join(sentence.marked for sentence in (*card.sentences, *limit)),
        ", ".join((wording.capital(wording.names(routine, [owner.id for owner in card.owners])), *together)),
    )


def _flow(routine: Routine) -> Flow:
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    drawing = view.drawing
    steps = "; ".join(
        f"{wording.marked(step.text, step.reading)} ({step.who})" for part in view.tracks for step in part.steps
    )
    ways = tuple(
        f"{step.text} → {way.label or WAIT}: {way.text}"
        for part in view.tracks
        for step in part.steps
        for way in step.ways
    )
    alt = f"Flödesschema i en kolumn för varje roll. Stegen i ordning: {steps}. Pilarna: {'; '.join(ways)}."
    boxes = tuple(node.box for node in view.nodes)
    return Flow(
        "Flödesschema",
        LEGEND,
        alt,
        ways,
        drawing.width,
        drawing.height,
        drawing.header,
        FONT_SIZE,
        drawing.lanes,
        boxes,
        drawing.edges,
    )
