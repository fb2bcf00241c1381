"""A drawing in pieces that have room on a paper: cut between rows and between lanes, never through a box or a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from routine.layout.shapes import Arrow, Box, Drawing, Lane, segments
from routine.layout.text import LINE_HEIGHT

AIR = 4  # px between a cut and what it spares


class Piece(Struct, frozen=True):
    """What is seen of a drawing through a window, its lanes' titles apart. An edge may go on outside of it."""

    x: int
    y: int
    width: int
    height: int
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Arrow, ...]


def cut(drawing: Drawing, width: int, height: int) -> tuple[Piece, ...]:
    """The fewest pieces that are at most so large, as even as they can be, row by row.

    A box or a lane that is larger by itself stands whole in a piece of its own.
    """
    rows = _even(drawing.header, drawing.height, height, list(_between_rows(drawing)))
    lanes = _even(0, drawing.width, width, [lane.x for lane in drawing.lanes[1:]])
    return tuple(
        _piece(drawing, left, top, right, bottom) for top, bottom in pairwise(rows) for left, right in pairwise(lanes)
    )


def _between_rows(drawing: Drawing) -> Iterator[int]:
    """Where no box and no label stands, and no arrow runs level."""
    taken = [(box.y, box.y + box.h) for box in drawing.boxes]
    taken += [(edge.label_at[1] - LINE_HEIGHT, edge.label_at[1] + AIR) for edge in drawing.edges if edge.label_at]
    taken += [(y, y) for edge in drawing.edges for _, y, _, v in segments(edge) if y == v]
    below = drawing.header
    for top, bottom in sorted(taken):
        if top - AIR >= below + AIR:
            yield (below + top) // 2
        below = max(below, bottom)


def _even(start: int, end: int, limit: int, places: Sequence[int]) -> list[int]:
    """Where to cut: as few times as `limit` allows, then as evenly."""
    fewest = len(_cuts(start, end, limit, places))
    low, high = 1, max(limit, 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_cuts(start, end, middle, places)) <= fewest else (middle + 1, high)
    return _cuts(start, end, low, places)


def _cuts(start: int, end: int, limit: int, places: Sequence[int]) -> list[int]:
    """From `start` to `end`, each as late as `limit` allows; later where there is no place before that."""
    found = [start]
    while end - found[-1] > limit and (later := [place for place in places if place > found[-1]]):
        found.append(max((place for place in later if place - found[-1] <= limit), default=later[0]))
    return [*found, end]


def _piece(drawing: Drawing, left: int, top: int, right: int, bottom: int) -> Piece:
    return Piece(
        left,
        top,
        right - left,
        bottom - top,
        tuple(lane for lane in drawing.lanes if left <= lane.x < right),
        tuple(box for box in drawing.boxes if left <= box.x < right and top <= box.y < bottom),
        tuple(edge for edge in drawing.edges if _seen(edge, left, top, right, bottom)),
    )


def _seen(edge: Arrow, left: int, top: int, right: int, bottom: int) -> bool:
    return any(x <= right and u >= left and y <= bottom and v >= top for x, y, u, v in segments(edge))
