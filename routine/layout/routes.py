"""The routes of edges through corridors and channels.

Nothing here has a length yet, only numbers of corridors, channels and places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from msgspec import Struct

from routine.layout.grid import Grid
from routine.layout.shapes import Link


@dataclass(eq=False, slots=True)
class Vertical:
    """A vertical piece in a corridor, from channel `top` to channel `bottom`.

    A bend is an end in a channel; an end without one is at a box.
    """

    corridor: int
    top: int
    bottom: int
    top_bend: bool
    bottom_bend: bool
    pull: int = 0  # -1 if the edge comes from or goes to the left, 1 for the right
    room: int = 0  # the label beside it, in port steps; negative to the left
    offset: int = (
        0  # its place in the corridor: port steps from a column's middle, or gutter steps from a gutter's left
    )
    x: int = 0  # in px


@dataclass(eq=False, slots=True)
class Horizontal:
    """A horizontal piece in a channel, between two vertical pieces.

    Those go up or down from it.
    """

    channel: int
    a: Vertical
    b: Vertical
    track: int = 0

    def span(self) -> tuple[int, int]:
        """Return the x, in px, where it begins and ends, left to right."""
        return min(self.a.x, self.b.x), max(self.a.x, self.b.x)

    def ends(self, up: bool) -> list[int]:
        """Return the x, in px, of the ends where the edge goes up, or down."""
        return [piece.x for piece in (self.a, self.b) if (piece.bottom_bend and piece.bottom == self.channel) == up]


@dataclass(eq=False, slots=True)
class Route:
    """An edge: vertical pieces with a horizontal one between each pair.

    A route without pieces is a joined link drawn straight across.
    """

    link: Link
    verticals: list[Vertical]
    horizontals: list[Horizontal]


class Plan(Struct, frozen=True):
    """A set of choices where the rules leave several.

    Several plans are tried, and the best drawing is kept.
    """

    # whether a long edge falls through the "source" column or the
    # "target" column first, if that is empty, or "never" does
    drop: str
    late: bool  # whether the gutter nearest the target is taken among equally near ones
    long_first: bool  # which vertical pieces choose their place in a gutter first
    share: bool  # whether an edge may begin straight below the end of another in one channel


PLANS = tuple(
    Plan(*choice) for choice in product(("target", "source", "never"), (False, True), (False, True), (True, False))
)


def routes_of(grid: Grid, links: Sequence[Link], plan: Plan) -> list[Route]:
    """Return a route for every link, in the links' order."""
    across = _straight_across(grid, links)
    return [Route(link, [], []) if number in across else _route(grid, link, plan) for number, link in enumerate(links)]


def _straight_across(grid: Grid, links: Sequence[Link]) -> set[int]:
    """Return the numbers of joined links that can be one horizontal line.

    There is no box between the two, and the link is the first to join them.
    """
    found: dict[frozenset[str], int] = {}
    for number, link in enumerate(links):
        (one, row), (other, _) = grid.place[link.source], grid.place[link.target]
        between = range(min(one, other) + 1, max(one, other))
        if link.joined and all((column, row) not in grid.cells for column in between):
            found.setdefault(frozenset((link.source, link.target)), number)
    return set(found.values())


def _route(grid: Grid, link: Link, plan: Plan) -> Route:
    """Return the route of one edge.

    It goes straight down, else with one horizontal piece, else through a gutter with two.
    """
    (start, row), (goal, enter) = grid.place[link.source], grid.place[link.target]
    source, target, leave = 2 * start + 1, 2 * goal + 1, row + 1
    if link.joined:  # not straight across: out below the one box and back up to the other
        return _bent(link, [leave], [Vertical(corridor, leave, leave, False, True) for corridor in (source, target)])
    if start == goal and leave <= enter and grid.empty(start, leave, enter):
        return Route(link, [Vertical(source, leave, enter, False, False)], [])
    turn = _turn(grid, start, goal, leave, enter, plan.drop)
    if turn is not None:
        return _bent(
            link, [turn], [Vertical(source, leave, turn, False, True), Vertical(target, turn, enter, True, False)]
        )
    middle = Vertical(_gutter(grid, source, target, plan.late), min(leave, enter), max(leave, enter), True, True)
    return _bent(
        link,
        [leave, enter],
        [Vertical(source, leave, leave, False, True), middle, Vertical(target, enter, enter, True, False)],
    )


def _turn(grid: Grid, start: int, goal: int, leave: int, enter: int, drop: str) -> int | None:
    """Return the channel where an edge with one turn turns, or None.

    Such an edge falls straight through the source's or the target's column, if that is empty.
    """
    if leave == enter:  # one channel: no column is passed
        return enter
    if leave > enter or drop == "never":
        return None
    ways = (("source", start, enter), ("target", goal, leave))
    turns = {name: turn for name, column, turn in ways if grid.empty(column, leave, enter)}
    return turns.get(drop, next(iter(turns.values()), None))


def _gutter(grid: Grid, source: int, target: int, late: bool) -> int:
    """Return the corridor of the gutter that makes the edge shortest.

    Among equals it is the one nearest the source, or the target if `late`.
    """
    near, side = (target, -1) if late else (source, 1)
    gutters = range(0, 2 * len(grid.columns) + 1, 2)
    return min(
        gutters, key=lambda gutter: (abs(gutter - source) + abs(gutter - target), abs(gutter - near), side * gutter)
    )


def _bent(link: Link, channels: Sequence[int], verticals: list[Vertical]) -> Route:
    """Join vertical pieces by a horizontal one in each channel between them."""
    return Route(
        link,
        verticals,
        [Horizontal(channel, a, b) for channel, (a, b) in zip(channels, pairwise(verticals), strict=True)],
    )
