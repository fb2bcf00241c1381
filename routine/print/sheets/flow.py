"""The flowchart on a paper, in as many sheets as letters that can be read ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Routine
from routine.layout import FONT_SIZE, Arrow, Box, Drawing, Lane, Piece, cut
from routine.print.sheet import drawn
from routine.views.flowchart import LEAST_PT, PT_MM, WAIT, Flowchart, FlowStep, flowchart

MOST_PT = 14.0
PAPERS = {"A3": (297, 420), "A4": (210, 297)}  # mm, standing
MARGIN_MM, HEAD_MM, FOOT_MM = 10, 44, 18  # Around the drawing: the page's sides, title and legend, foot.
MARK = f"{wording.SIGN} är vår tolkning: en fråga, vem som ansvarar, ett villkor eller en väntan."
DIVIDED = "Schemat är delat på flera blad. En pil som når bladets kant fortsätter på samma plats på bladet intill."


@dataclass(frozen=True, slots=True)
class FlowPage:
    """A sheet of the chart: which one it is, empty where there is one, and what it shows, in words and as a drawing."""

    said: str
    alt: str
    x: int = drawn()
    y: int = drawn()
    width: int = drawn()
    height: int = drawn()
    lanes: tuple[Lane, ...] = drawn()
    boxes: tuple[Box, ...] = drawn()
    edges: tuple[Arrow, ...] = drawn()


@dataclass(frozen=True, slots=True)
class FlowMatter:
    """The flowchart's sheets, with its places in the layout's own px: `scale` is millimetres a px, `header` the band of
    the lanes' titles, `size` that of the letters."""

    title: str
    name: str
    legend: tuple[str, ...]
    pages: tuple[FlowPage, ...]
    paper: str = drawn()
    lies: bool = drawn()
    scale: float = drawn()
    header: int = drawn()
    size: int = drawn()


@dataclass(frozen=True, slots=True)
class Fitted:
    """The drawing as it has room on a paper, which stands or lies."""

    lies: bool
    scale: float
    pieces: tuple[Piece, ...]


def flow(routine: Routine, paper: str) -> FlowMatter:
    """The whole routine's chart on a paper of this size."""
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    found = fitted(view.drawing, *PAPERS[paper])
    title = f"Flödesschema på {paper}"
    marked = [MARK] if view.has_reading else []
    divided = [DIVIDED] if len(found.pieces) > 1 else []
    return FlowMatter(
        title,
        title,
        (view.legend, *marked, *divided),
        tuple(_pages(view, found.pieces)),
        paper.lower(),
        found.lies,
        found.scale,
        view.drawing.header,
        FONT_SIZE,
    )


def fitted(drawing: Drawing, short: int, long: int) -> Fitted:
    """On the fewest sheets, and then as large as it can be."""
    ways = [_laid(drawing, *sides, lies=sides[0] > sides[1]) for sides in ((short, long), (long, short))]
    return min(ways, key=lambda way: (len(way.pieces), -way.scale))


def _laid(drawing: Drawing, width: int, height: int, *, lies: bool) -> Fitted:
    """On one sheet if letters can be read there; else as wide as the sheet, and cut: on more sheets, never smaller."""
    wide, high = width - 2 * MARGIN_MM, height - HEAD_MM - FOOT_MM
    least, most = (size / FONT_SIZE * PT_MM for size in (LEAST_PT, MOST_PT))
    across = wide / drawing.width
    whole = min(across, high / drawing.height)
    scale = min(most, whole if whole >= least else max(least, across))
    return Fitted(lies, scale, cut(drawing, int(wide / scale), int(high / scale) - drawing.header))


def _pages(view: Flowchart, pieces: tuple[Piece, ...]) -> Iterator[FlowPage]:
    for number, piece in enumerate(pieces, 1):
        said = f"Blad {number} av {len(pieces)}" if len(pieces) > 1 else ""
        ids = {box.id for box in piece.boxes}
        steps = [step for part in view.tracks for step in part.steps if step.id in ids]
        yield FlowPage(
            said,
            _told(said, steps),
            piece.x,
            piece.y,
            piece.width,
            piece.height,
            piece.lanes,
            piece.boxes,
            piece.edges,
        )


def _told(said: str, steps: list[FlowStep]) -> str:
    """What the drawing shows, for those who listen: each step with who does it, and where its arrows lead."""
    shown = f"Flödesschema{f', {wording.inside(said)}' if said else ''}, i en kolumn för varje roll."
    return " ".join((shown, "Stegen i ordning, vart och ett med sina pilar:", *map(_step, steps)))


def _step(step: FlowStep) -> str:
    ways = "; ".join(f"{wording.marked(way.label or WAIT, way.reading)}: {way.text}" for way in step.ways)
    return f"{wording.marked(step.text, step.reading)} ({step.who}){f' → {ways}' if ways else ''}."
