"""The flowchart on one paper, or on a sheet for each track."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from routine.layout import FONT_SIZE, Arrow, Box, Fitted, Lane, fitted
from routine.model import wording
from routine.model.model import Routine
from routine.pages.flowchart.drawing import WAIT, FlowPart, FlowStep, parted, widened
from routine.pages.flowchart.flowchart import Flowchart, flowchart
from routine.paper.sheet import Drawn
from routine.paper.sheets.common import Number, numbers

KEY_MM = 6  # Height of the key to the tracks' outlines, a line.
NARROWER, WIDER, WIDEST = 0.7, 1.4, 1.8  # Box widths to try, as multiples of the width on a screen.


class FlowPage(Struct, frozen=True):
    """A drawing on a sheet, in words and as geometry in the layout's own px.

    `said` names the part, and is empty where there is only one; `alt` describes the drawing. `slots` are the boxes'
    tracks, each of which has an outline; `scale` is millimetres per px, `header` the height of the band with the
    lanes' titles.
    """

    said: str
    alt: str
    lies: Drawn[bool]
    scale: Drawn[float]
    header: Drawn[int]
    width: Drawn[int]
    height: Drawn[int]
    lanes: Drawn[tuple[Lane, ...]]
    boxes: Drawn[tuple[Box, ...]]
    slots: Drawn[tuple[int, ...]]
    edges: Drawn[tuple[Arrow, ...]]


class KeyRow(Struct, frozen=True):
    """A track and its outline, as a row of the key."""

    label: str
    slot: Drawn[int]


class FlowMatter(Struct, frozen=True):
    """The content of the flowchart's sheets.

    `size` is the size of the letters, in the layout's own px.
    """

    title: str
    name: str
    numbers: tuple[Number, ...]
    legend: tuple[str, ...]
    key_said: str
    key: tuple[KeyRow, ...]
    pages: tuple[FlowPage, ...]
    paper: Drawn[str]
    size: Drawn[int]


def flow(routine: Routine, paper: str) -> FlowMatter:
    """Build the whole routine's chart on paper of this size."""
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    view, fits = laid(routine, view, paper)
    title = f"Flödesschema på {paper}"
    return FlowMatter(
        title,
        title,
        numbers(routine.emergency),
        (view.legend, *([view.marked] if view.marked else [])),
        view.key_said,
        tuple(KeyRow(part.track.title, part.slot) for part in view.key if part.track),
        tuple(_page(view, part, fit) for part, fit in zip(view.parts, fits, strict=True)),
        paper.lower(),
        FONT_SIZE,
    )


def laid(routine: Routine, view: Flowchart, paper: str) -> tuple[Flowchart, list[Fitted]]:
    """Choose how the chart is drawn, and on how many sheets.

    A single drawing has wider boxes where that makes its letters larger: paper is wider than a screen, and a column
    of high boxes leaves much of it white. Where many lanes share its width it has narrower ones. A chart that cannot
    be read on one sheet has one for each track.
    """
    ways = [view]
    if len(view.parts) == 1:
        ways += [replace(view, parts=(widened(routine, view.tracks, times),)) for times in (NARROWER, WIDER)]
    found = max(((way, _fits(way, paper)) for way in ways), key=_least)
    if found[1][0].readable or len(view.tracks) == 1:
        return found
    every = zip(*(parted(routine, view.tracks, times) for times in (NARROWER, 1, WIDER, WIDEST)), strict=True)
    best = tuple(max(each, key=lambda part: fitted(part.drawing, paper).scale) for each in every)
    return (apart := replace(view, parts=best)), _fits(apart, paper)


def _fits(view: Flowchart, paper: str) -> list[Fitted]:
    return [fitted(part.drawing, paper, KEY_MM if view.key else 0) for part in view.parts]


def _least(way: tuple[Flowchart, list[Fitted]]) -> float:
    return min(fit.scale for fit in way[1])


def _page(view: Flowchart, part: FlowPart, fit: Fitted) -> FlowPage:
    slots = {step.id: track.slot for track in view.tracks for step in track.steps}
    drawing = part.drawing
    return FlowPage(
        part.said,
        _told(part.said, part.steps),
        fit.lies,
        fit.scale,
        drawing.header,
        drawing.width,
        drawing.height - drawing.header,
        drawing.lanes,
        drawing.boxes,
        tuple(0 if box.id in part.told else slots[box.id.partition("@")[0]] for box in drawing.boxes),
        drawing.edges,
    )


def _told(said: str, steps: Iterable[FlowStep]) -> str:
    """Describe the drawing in words, for those who listen.

    The text has each step with who does it, by when and with whom, and where its arrows lead.
    """
    shown = f"Flödesschema{f', {wording.inside(said)}' if said else ''}, i en kolumn för varje roll."
    return " ".join((shown, "Stegen i källans ordning, vart och ett med sina pilar:", *map(_step, steps)))


def _step(step: FlowStep) -> str:
    noted = (wording.marked(wording.inside(note.text), note.reading) for note in step.noted)
    ways = "; ".join(f"{wording.marked(way.label or WAIT, way.reading)}: {way.text}" for way in step.ways)
    said = f"{wording.marked(step.text, step.reading)} ({', '.join((step.who, *noted))}){f' → {ways}' if ways else ''}"
    return wording.stopped(said)
