"""The cell of each step in a grid.

Lanes, sides and levels become consecutive columns and rows, counted from 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from routine.layout.shapes import Block, Link, Point

KINDS = frozenset({"action", "question", "mark"})


class Grid(Struct, frozen=True):
    """The cells of all steps, as (column, row).

    `columns` holds the (lane, side) pairs in order.
    """

    columns: tuple[tuple[int, int], ...]
    rows: int
    cells: dict[Point, Block]
    place: dict[str, Point]

    def empty(self, column: int, first: int, stop: int) -> bool:
        """Return whether the column has no box in rows first to stop - 1."""
        return not any((column, row) in self.cells for row in range(first, stop))


def grid_of(lanes: Sequence[str], steps: Sequence[Block], links: Sequence[Link]) -> Grid:
    """Build the grid of some steps; a level without boxes takes no room.

    Raises ValueError for input that has no layout.
    """
    columns = tuple(sorted({(step.lane, step.side) for step in steps}))
    levels = sorted({step.level for step in steps})
    place = {step.id: (columns.index((step.lane, step.side)), levels.index(step.level)) for step in steps}
    grid = Grid(columns, len(levels), {place[step.id]: step for step in steps}, place)
    _check(lanes, steps, links, grid)
    return grid


def _check(lanes: Sequence[str], steps: Sequence[Block], links: Sequence[Link], grid: Grid) -> None:
    """Refuse input that has no layout, rather than draw it wrong."""
    if len(grid.place) != len(steps):
        raise ValueError("two steps have the same id")
    if len(grid.cells) != len(steps):
        raise ValueError("two steps have the same lane, side and level")
    for step in steps:
        if not 0 <= step.lane < len(lanes) or step.kind not in KINDS:
            raise ValueError(f"step {step.id}: no such lane or kind")
    for link in links:
        if link.source not in grid.place or link.target not in grid.place:
            raise ValueError(f"link {link.source} - {link.target}: no such step")
        if link.joined and (grid.place[link.source][1] != grid.place[link.target][1] or link.source == link.target):
            raise ValueError(f"link {link.source} - {link.target}: joined steps must stand on one level")
