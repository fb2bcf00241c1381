"""Column widths, and the size and outline of each box.

Every length is in px.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from routine.layout.grid import Grid
from routine.layout.routes import Vertical
from routine.layout.shapes import Block, Box, Point
from routine.layout.spread import PORT_STEP
from routine.layout.text import BOLD, LINE_HEIGHT, balanced, room_of, stack, text_width, words, wrap

BOX_WIDTH = 150
BOX_WIDTH_LEAST = 124  # less where boxes are to be narrower than usual
WHOLE_WORD = 130  # a word up to this wide is never cut: its column is widened
LONG_WORD = 280  # one up to this wide is cut only at its seam; in a lane's title not even there
QUESTION_EXTRA = 14  # a column with a question is this much wider, for the slanted sides
DRAWING_WIDTH = 1090  # the width that many columns try to share; never a hard limit
GUTTER_MARGIN = 10  # between a gutter's outermost piece and the column beside it; less where boxes are narrower
TITLE_PADDING = 5  # at the sides of a lane's title

CORNERS = {"action": 6, "question": 14, "mark": 0}  # how far in from a box's side its flat top begins
SIDE_PADDING = {"action": 8, "question": CORNERS["question"] + 4, "mark": 8}
PADDING = 10  # above and below the text
NOTE_GAP = 4  # between the text and the note
NOTE_LINES = 4  # lines of a long note, about: a box is widened for it, since a drawing is higher than a paper is wide
PORT_INSET = 2  # between a corner and the nearest port
MOST_BOXES = 4000  # most sizes in the cache: each plan of a drawing asks for the same boxes


class Size(Struct, frozen=True):
    """The size and text of a box before it is placed."""

    w: int
    h: int
    lines: tuple[str, ...]
    notes: tuple[str, ...]


def port_reach(pieces: Iterable[Vertical]) -> dict[Point, int]:
    """Return how far from its middle each box's outermost port is.

    The keys are the (column, row) of the boxes.
    """
    reach: dict[Point, int] = defaultdict(int)
    for piece in pieces:
        ends = [piece.top - 1] * (not piece.top_bend) + [piece.bottom] * (not piece.bottom_bend)
        for row in ends:
            cell = piece.corridor // 2, row
            reach[cell] = max(reach[cell], abs(piece.offset) * PORT_STEP)
    return reach


def _least(kind: str, reach: int) -> int:
    """Return the least width that keeps the ports on the flat part."""
    return 2 * (reach + CORNERS[kind] + PORT_INSET)


@lru_cache(maxsize=MOST_BOXES)
def _whole_words(step: Block) -> int:
    """Return the least width that leaves the words of a step whole.

    The width is even. Very long words are excepted. It also keeps the note low.
    """
    widths = [*map(_unbroken, words(step.text)), *(_unbroken(word) * BOLD for word in words(step.note))]
    widths += [text_width(part) * BOLD / NOTE_LINES for part in step.note.splitlines()]
    return 2 * math.ceil(max(widths, default=0) / 2 + SIDE_PADDING[step.kind])


@lru_cache(maxsize=MOST_BOXES)
def _titled(title: str, columns: int, margin: int) -> int:
    """Return the column width that keeps a lane's title whole.

    The width is that of each of the lane's columns; the gutters belong to the lane too. A very long word is excepted.
    """
    widest = max((width for word in words(title) if (width := text_width(word) * BOLD) <= LONG_WORD), default=0)
    return 2 * math.ceil((widest + 2 * TITLE_PADDING - 2 * margin) / columns / 2)


def _unbroken(word: str) -> float:
    whole = text_width(word)
    room = whole if whole <= WHOLE_WORD else room_of(word)
    return room if room <= LONG_WORD else 0


def narrowed(length: int, wide: float) -> int:
    """Scale a length by `wide`, but never make it longer."""
    return int(length * min(1, wide))


def gutter_margin(wide: float) -> int:
    return narrowed(GUTTER_MARGIN, wide)


def column_widths(
    lanes: Sequence[str], grid: Grid, pieces: Iterable[Vertical], reach: dict[Point, int], wide: float = 1
) -> list[int]:
    """Return the width of each column.

    It is as wide as the text and its lane's title want, or as ports and labels need, and even, so that the middle is
    whole. `wide` is the width of boxes as a multiple of the usual.
    """
    count = max(1, len(grid.columns))
    asking = {column for (column, _), step in grid.cells.items() if step.kind == "question"}
    margin, least = gutter_margin(wide), narrowed(BOX_WIDTH_LEAST, wide)
    share = (int(DRAWING_WIDTH * wide) - 2 * margin * (count + 1) - QUESTION_EXTRA * len(asking)) // count
    base = max(least, min(int(BOX_WIDTH * wide), share)) // 2 * 2
    widths = [base + QUESTION_EXTRA * (column in asking) for column in range(len(grid.columns))]
    for (column, row), step in grid.cells.items():
        widths[column] = max(widths[column], _least(step.kind, reach.get((column, row), 0)), _whole_words(step))
    for column, (lane, _) in enumerate(grid.columns):
        beside = sum(other == lane for other, _ in grid.columns)
        widths[column] = max(widths[column], _titled(lanes[lane], beside, margin))
    for piece in pieces:
        extent = max(abs(piece.offset), abs(piece.offset + piece.room))
        widths[piece.corridor // 2] = max(widths[piece.corridor // 2], 2 * extent * PORT_STEP)
    return widths


@lru_cache(maxsize=MOST_BOXES)
def size_of(step: Block, column: int) -> Size:
    """Wrap a step's text and give its box a size: it fills its column."""
    room = column - 2 * SIDE_PADDING[step.kind]
    lines = tuple(line for part in step.text.splitlines() for line in balanced(part, room))
    notes = tuple(line for part in step.note.splitlines() for line in wrap(part, room / BOLD))
    return Size(column, (len(lines) + len(notes)) * LINE_HEIGHT + _gap(notes) + 2 * PADDING, lines, notes)


def _gap(notes: tuple[str, ...]) -> int:
    return NOTE_GAP if notes else 0


def box_of(step: Block, size: Size, middle: Point) -> Box:
    """Place a box with its middle at a point, with its outline and text."""
    x, y = middle[0] - size.w // 2, middle[1] - size.h // 2
    lines = stack(size.lines, middle[0], y + PADDING)
    notes = stack(size.notes, middle[0], y + PADDING + len(lines) * LINE_HEIGHT + _gap(size.notes))
    if step.kind == "question":
        return Box(step.id, step.kind, x, y, size.w, size.h, 0, _hexagon(x, y, size.w, size.h), lines, notes)
    return Box(step.id, step.kind, x, y, size.w, size.h, min(CORNERS[step.kind], size.h // 2), (), lines, notes)


def _hexagon(x: int, y: int, w: int, h: int) -> tuple[Point, ...]:
    """Return the outline of a question: a diamond with flat top and bottom.

    Text fits in it, and several edges can meet the flat sides.
    """
    middle, cut = y + h // 2, CORNERS["question"]
    return ((x, middle), (x + cut, y), (x + w - cut, y), (x + w, middle), (x + w - cut, y + h), (x + cut, y + h))
