"""What hangs on what, on A4 and on A3 for a wall."""

from __future__ import annotations

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.model.wording import ours
from routine.pages.flowchart.flowchart import FlowBox, FlowLine, flowchart
from routine.pages.parts.facts import Phrase
from routine.paper.sheets.common import Number, numbers, whose


class PaperBox(Struct, frozen=True):
    """A box, with its steps and their notes, and the boxes that hang on it.

    `way` is the word on the arrow to it, empty at the head of a chain. `arrows` is how many follow each other from it.
    """

    way: str
    who: str
    question: bool
    lines: tuple[tuple[str, str], ...]
    contact: str
    next: tuple[PaperBox, ...]
    slot: int
    arrows: int


class PaperTrack(Struct, frozen=True):
    """The chains of a track."""

    label: str
    heads: tuple[PaperBox, ...]
    slot: int


class FlowMatter(Struct, frozen=True):
    """The content of the sheet; `size` is that of its letters, in pt."""

    title: str
    name: str
    numbers: tuple[Number, ...]
    legend: str
    heading: str
    direct: tuple[tuple[PaperBox, ...], ...]
    tracks: tuple[PaperTrack, ...]
    ours: str
    paper: str
    size: float


def flow(routine: Routine, paper: str) -> FlowMatter:
    """Build the whole routine's chart on paper of this size."""
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    return FlowMatter(
        f"Vad hänger på vad, {paper}",
        f"Flödesschema på {paper}",
        numbers(routine.emergency),
        view.legend,
        view.heading,
        tuple(tuple(map(_box, boxes)) for boxes in view.direct),
        tuple(
            PaperTrack(
                wording.marked(part.track.label, ours(part.track.basis)) if part.track else "",
                tuple(map(_box, part.heads)),
                part.slot,
            )
            for part in view.tracks
        ),
        whose(routine),
        paper.lower(),
        {"A3": 14, "A4": 10}[paper],
    )


def _box(box: FlowBox) -> PaperBox:
    return PaperBox(
        box.way.marked if box.way else "",
        wording.marked(box.who, box.owned_by_us),
        box.question,
        tuple((wording.marked(line.text, line.asked_by_us), _notes(line)) for line in box.lines),
        _noted(box.contact) if box.contact else "",
        tuple(map(_box, box.next)),
        box.slot,
        box.arrows,
    )


def _notes(line: FlowLine) -> str:
    return " · ".join(map(_noted, line.notes))


def _noted(phrase: Phrase) -> str:
    return wording.capital(phrase.marked)
