"""The fit of a drawing on one paper: its scale and the orientation."""

from __future__ import annotations

from msgspec import Struct

from routine.layout.shapes import Drawing
from routine.layout.text import FONT_SIZE

LEAST_PT = 6.5  # Smaller letters on paper cannot be read,
MOST_PT = 14.0  # and they need not be larger.
PT_MM = 25.4 / 72
PAPERS = {"A3": (297, 420), "A4": (210, 297)}  # mm, standing
# Around the drawing: the page's sides, title and legend, foot. The left side of a standing paper and the top of a
# lying one have more, since it is punched there.
MARGIN_MM, HEAD_MM, FOOT_MM, PUNCHED_MM = 10, 44, 18, 9


class Fitted(Struct, frozen=True):
    """A drawing fitted on a paper.

    `lies` tells that the paper lies (landscape). `scale` is millimetres per px.
    """

    lies: bool
    scale: float

    @property
    def readable(self) -> bool:
        return self.scale >= LEAST_PT / FONT_SIZE * PT_MM


def fitted(drawing: Drawing, paper: str, extra: int = 0) -> Fitted:
    """Fit a drawing on a paper, as large as it can be.

    `extra` is how many mm the head is higher than usual.
    """
    short, long = PAPERS[paper]
    stands = _scale(drawing, short - PUNCHED_MM, long - extra)
    lies = _scale(drawing, long, short - PUNCHED_MM - extra)
    return Fitted(lies > stands, max(stands, lies))


def _scale(drawing: Drawing, width: int, height: int) -> float:
    across, down = (width - 2 * MARGIN_MM) / drawing.width, (height - HEAD_MM - FOOT_MM) / drawing.height
    return min(across, down, MOST_PT / FONT_SIZE * PT_MM)
