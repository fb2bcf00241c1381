"""The flowchart on a paper, in as many sheets as letters that can be read ask for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.domain import wording
from routine.domain.model import Routine
from routine.layout import FONT_SIZE, PAPERS, Arrow, Box, Fitted, Lane, Piece, TextLine, fitted, segments
from routine.print.sheet import Drawn
from routine.print.sheets.common import Number, numbers
from routine.views.drawing import WAIT, FlowPart, FlowStep, widened
from routine.views.flowchart import Flowchart, flowchart

KEY_MM = 6  # A line of the tracks' outlines.
NARROWER, WIDER = 0.7, 1.4  # How many times as wide as on a screen boxes may be.
DIVIDED = "Schemat är delat på flera blad. En pil som når bladets kant fortsätter på samma plats på bladet intill."
GOES_ON, COMES = "Fortsätter på blad", "Från blad"
ABOVE_HEAD = 5  # px from a box up to a word beside the arrow that comes to it


class FlowPage(Struct, frozen=True):
    """A sheet of the chart: which one it is, empty where there is one, and what it shows, in words and as a drawing,
    with its places in the layout's own px.

    `slots` are the boxes' tracks, of which each has an outline; `scale` is millimetres a px, `header` the band of the
    lanes' titles. `beyond` stands along the edges that an arrow crosses, from the top and clockwise: on which sheet it
    goes on. `again` are the words of arrows from another sheet, at their heads.
    """

    said: str
    alt: str
    lies: Drawn[bool]
    scale: Drawn[float]
    header: Drawn[int]
    x: Drawn[int]
    y: Drawn[int]
    width: Drawn[int]
    height: Drawn[int]
    lanes: Drawn[tuple[Lane, ...]]
    boxes: Drawn[tuple[Box, ...]]
    slots: Drawn[tuple[int, ...]]
    edges: Drawn[tuple[Arrow, ...]]
    beyond: Drawn[tuple[str, str, str, str]]
    again: Drawn[tuple[TextLine, ...]]


class KeyRow(Struct, frozen=True):
    """A track, by its outline."""

    label: str
    slot: Drawn[int]


class FlowMatter(Struct, frozen=True):
    """The flowchart's sheets; `size` is that of the letters, in the layout's own px."""

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
    """The whole routine's chart on a paper of this size."""
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    key = tuple(KeyRow(part.track.title, part.slot) for part in view.key if part.track)
    found = laid(routine, view, paper)
    title = f"Flödesschema på {paper}"
    marked = [view.marked] if view.marked else []
    divided = [DIVIDED] if any(len(fit.pieces) > 1 for _, fit in found) else []
    return FlowMatter(
        title,
        title,
        numbers(routine.emergency),
        (view.legend, *marked, *divided),
        view.key_said,
        key,
        tuple(_pages(view, found)),
        paper.lower(),
        FONT_SIZE,
    )


def laid(routine: Routine, view: Flowchart, paper: str) -> list[tuple[FlowPart, Fitted]]:
    """Each drawing as it has room. One of it all has wider boxes where that makes its letters larger: paper is wider
    than a screen, and a column of high boxes leaves much of it white. Where many lanes share its width it has narrower
    ones, for the same reason."""
    ways = [view.parts]
    if len(view.parts) == 1:
        ways += [(widened(routine, view.tracks, times),) for times in (NARROWER, WIDER)]
    extra = KEY_MM if view.key else 0
    fits = [[(part, fitted(part.drawing, *PAPERS[paper], extra)) for part in parts] for parts in ways]
    return min(fits, key=lambda way: (sum(len(fit.pieces) for _, fit in way), -min(fit.scale for _, fit in way)))


def _pages(view: Flowchart, found: list[tuple[FlowPart, Fitted]]) -> Iterator[FlowPage]:
    count, number = sum(len(fit.pieces) for _, fit in found), 0
    slots = {step.id: part.slot for part in view.tracks for step in part.steps}
    for part, fit in found:
        before = number
        for piece in fit.pieces:
            number += 1
            said = ". ".join(filter(None, (f"Blad {number} av {count}" if count > 1 else "", part.said)))
            ids = {box.id for box in piece.boxes}
            yield FlowPage(
                said,
                _told(said, [step for step in part.steps if step.id in ids]),
                fit.lies,
                fit.scale,
                part.drawing.header,
                piece.x,
                piece.y,
                piece.width,
                piece.height,
                piece.lanes,
                piece.boxes,
                tuple(0 if box.id in part.told else slots[box.id.partition("@")[0]] for box in piece.boxes),
                piece.edges,
                _beyond(piece, fit.pieces, before),
                tuple(_again(piece)),
            )


def _again(piece: Piece) -> Iterator[TextLine]:
    """As far beside the arrow's end as they are beside its beginning, to the left, where what comes from it ends."""
    here = {box.id for box in piece.boxes}
    for edge in piece.edges:
        if edge.label_at and edge.source not in here and edge.target in here:
            x, y = edge.points[-1]
            yield TextLine(edge.label, x - abs(edge.label_at[0] - edge.points[0][0]), y - ABOVE_HEAD)


def _beyond(piece: Piece, pieces: tuple[Piece, ...], before: int) -> tuple[str, str, str, str]:
    """On which sheets the arrows go on that cross an edge; `before` is how many come before the pieces' own."""
    right, bottom = piece.x + piece.width, piece.y + piece.height
    sheets = dict(enumerate(pieces, before + 1))
    above = (number for number, each in sheets.items() if (each.x, each.y + each.height) == (piece.x, piece.y))
    left = (number for number, each in sheets.items() if (each.x + each.width, each.y) == (piece.x, piece.y))
    beside = (number for number, each in sheets.items() if (each.x, each.y) == (right, piece.y))
    below = (number for number, each in sheets.items() if (each.x, each.y) == (piece.x, bottom))
    return (
        _said(COMES, above, _crossed(piece, y=piece.y)),
        _said(GOES_ON, beside, _crossed(piece, x=right)),
        _said(GOES_ON, below, _crossed(piece, y=bottom)),
        _said(COMES, left, _crossed(piece, x=piece.x)),
    )


def _said(words: str, sheets: Iterator[int], crossed: bool) -> str:
    number = next(sheets, None)
    return f"{words} {number}" if crossed and number else ""


def _crossed(piece: Piece, x: int | None = None, y: int | None = None) -> bool:
    """Whether an arrow goes over the line, within the piece."""
    for left, top, right, bottom in (each for edge in piece.edges for each in segments(edge)):
        if y is not None and top < y < bottom and piece.x <= left <= piece.x + piece.width:
            return True
        if x is not None and left < x < right and piece.y <= top <= piece.y + piece.height:
            return True
    return False


def _told(said: str, steps: list[FlowStep]) -> str:
    """What the drawing shows, for those who listen: each step with who does it, by when and with whom,
    and where its arrows lead."""
    shown = f"Flödesschema{f', {wording.inside(said)}' if said else ''}, i en kolumn för varje roll."
    return " ".join((shown, "Stegen i källans ordning, vart och ett med sina pilar:", *map(_step, steps)))


def _step(step: FlowStep) -> str:
    noted = (wording.marked(wording.inside(note.text), note.reading) for note in step.noted)
    ways = "; ".join(f"{wording.marked(way.label or WAIT, way.reading)}: {way.text}" for way in step.ways)
    said = f"{wording.marked(step.text, step.reading)} ({', '.join((step.who, *noted))}){f' → {ways}' if ways else ''}"
    return wording.stopped(said)
