"""Input and output of a layout: frozen data, every length in px."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

Point = tuple[int, int]
Segment = tuple[int, int, int, int]


class Block(Struct, frozen=True):
    """A box to place.

    `kind` is "action", "question", or "mark" for a box that only refers to something drawn elsewhere. `lane` counts
    from 0 in the given lanes. `text` may have several paragraphs, each a line of its own; so may `note`, which stands
    below it in bold.
    """

    id: str
    lane: int
    side: int
    level: int
    kind: str
    text: str
    note: str = ""


class Link(Struct, frozen=True):
    """An arrow to draw, or a link without a direction.

    `joined` makes it a link between two boxes of one level.
    """

    source: str
    target: str
    label: str = ""
    joined: bool = False


class TextLine(Struct, frozen=True):
    """One line of text: x is its middle (text-anchor middle), y its baseline."""

    text: str
    x: int
    y: int


class Lane(Struct, frozen=True):
    """A lane that has a step, as a strip from x to x + width.

    `index` is its place among the given lanes.
    """

    index: int
    title: str
    x: int
    width: int
    lines: tuple[TextLine, ...]


class Box(Struct, frozen=True):
    """A placed step.

    A question is the polygon `points`; any other kind is a rectangle with corners of `radius`.
    """

    id: str
    kind: str
    x: int
    y: int
    w: int
    h: int
    radius: int
    points: tuple[Point, ...]
    lines: tuple[TextLine, ...]
    notes: tuple[TextLine, ...] = ()


class Arrow(Struct, frozen=True):
    """A routed link as a polyline from source to target.

    `label_at` is the label's middle and baseline, if it has one.
    """

    source: str
    target: str
    label: str
    joined: bool
    points: tuple[Point, ...]
    label_at: Point | None


class Drawing(Struct, frozen=True):
    """The geometry of a whole flowchart.

    The band from y = 0 to `header` holds the lane titles. Edges keep the order of the links.
    """

    width: int
    height: int
    header: int
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Arrow, ...]


def segments(edge: Arrow) -> list[Segment]:
    """Return the straight pieces of an edge as (left, top, right, bottom)."""
    return [(min(x, u), min(y, v), max(x, u), max(y, v)) for (x, y), (u, v) in pairwise(edge.points)]


def crossings(drawing: Drawing) -> int:
    """Count the crossings of two edges.

    A crossing is a horizontal piece of one edge through a vertical piece of another.
    """
    pieces = [(number, piece) for number, edge in enumerate(drawing.edges) for piece in segments(edge)]
    level = [(number, left, right, y) for number, (left, y, right, bottom) in pieces if y == bottom]
    upright = [(number, x, top, bottom) for number, (x, top, right, bottom) in pieces if x == right]
    return sum(
        left < x < right and top < y < bottom and one != other
        for one, left, right, y in level
        for other, x, top, bottom in upright
    )
