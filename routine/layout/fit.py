"""A drawing on a paper: how large, which way the paper lies, and on how many sheets. Letters are never too small."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from routine.layout.boxes import BOX_WIDTH_LEAST, PADDING
from routine.layout.cut import Piece, cut
from routine.layout.shapes import Block, Drawing
from routine.layout.text import FONT_SIZE, LINE_HEIGHT

LEAST_PT = 6.5  # Letters on paper are never smaller,
MOST_PT = 14.0  # and need not be larger.
PT_MM = 25.4 / 72
PAPERS = {"A3": (297, 420), "A4": (210, 297)}  # mm, standing
# Around the drawing: the page's sides, title and legend, foot; and where it is cut, whence the sheet goes on. The left
# side of a paper that stands and the top of one that lies have more, for it is punched there.
MARGIN_MM, HEAD_MM, FOOT_MM, GOES_ON_MM, PUNCHED_MM = 10, 44, 18, 4, 9

STEPS = 8  # Of sizes that are tried, from the largest to the least.


class Fitted(Struct, frozen=True):
    """The drawing as it has room on a paper, which stands or lies. `scale` is millimetres a px."""

    lies: bool
    scale: float
    pieces: tuple[Piece, ...]


def hopeless(steps: Collection[Block]) -> bool:
    """Whether so many could on no paper be one drawing, however they are drawn: what takes long need not be tried."""
    longest = max(PAPERS["A3"]) / (LEAST_PT / FONT_SIZE * PT_MM)
    wide = len({(step.lane, step.side) for step in steps}) * BOX_WIDTH_LEAST
    high = len({step.level for step in steps}) * (LINE_HEIGHT + 2 * PADDING)
    return max(wide, high) > longest


def fitted(drawing: Drawing, short: int, long: int, extra: int = 0) -> Fitted:
    """On the fewest sheets, and then as large as it can be. `extra` is how many mm the head is higher than usual."""
    ways = [_laid(drawing, *sides, extra, lies=sides[0] > sides[1]) for sides in ((short, long), (long, short))]
    return min(ways, key=lambda way: (len(way.pieces), -way.scale))


def _laid(drawing: Drawing, width: int, height: int, extra: int, *, lies: bool) -> Fitted:
    """On one sheet if letters can be read there; else cut, on as few as that allows, and never smaller."""
    wide, high = width - 2 * MARGIN_MM, height - HEAD_MM - FOOT_MM - extra
    wide, high = (wide, high - PUNCHED_MM) if lies else (wide - PUNCHED_MM, high)
    least, most = (size / FONT_SIZE * PT_MM for size in (LEAST_PT, MOST_PT))
    across = wide / drawing.width
    whole = min(across, high / drawing.height)
    if whole >= least:
        return Fitted(lies, min(most, whole), cut(drawing, drawing.width, drawing.height))

    def pieces(scale: float) -> tuple[Piece, ...]:
        return cut(drawing, int(wide / scale), int((high - GOES_ON_MM) / scale) - drawing.header)

    fewest = len(pieces(least))
    largest = min(most, max(least, across))
    sizes = (largest + (least - largest) * step / STEPS for step in range(STEPS + 1))
    scale = next(size for size in sizes if size == least or len(pieces(size)) == fewest)
    return Fitted(lies, scale, pieces(scale))
