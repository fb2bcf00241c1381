"""Drawings from plans, and the choice of the best one.

Every length is in px.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from routine.layout.boxes import TITLE_PADDING, Size, box_of, column_widths, gutter_margin, port_reach, size_of
from routine.layout.grid import Grid, grid_of
from routine.layout.routes import PLANS, Horizontal, Plan, Route, Vertical, routes_of
from routine.layout.shapes import Arrow, Block, Box, Drawing, Lane, Link, Point, crossings, segments
from routine.layout.spread import LABEL_GAP, PORT_STEP, give_tracks, spread
from routine.layout.text import BOLD, LABEL_SIZE, LINE_HEIGHT, stack, text_width, wrap

TRACK_STEP = 11  # between two horizontal pieces in a channel
GUTTER_STEP = 12  # between two vertical pieces in a gutter
LEAVE = 12  # from a box down to the first horizontal piece, where no label stands
LEAVE_LABEL = 20  # the same where a label stands
LABEL_BASELINE = 14  # from a box down to the baseline of a label
ENTER = 18  # from the last horizontal piece down to a box: room for an arrowhead
CHANNEL_LEAST = 28
EDGE_MARGIN = 14  # above the first row and below the last
HEADER_PADDING = 9


def layout(lanes: Sequence[str], steps: Sequence[Block], links: Sequence[Link], wide: float = 1) -> Drawing:
    """Lay out a flowchart in lanes.

    The same input always gives the same drawing. `wide` is the width of the boxes as a multiple of the usual: wider
    boxes are lower, and less than 1 also puts them closer together.

    Raises ValueError for two steps in one place or with one id, an unknown lane, kind or step, and a joined link
    between levels.
    """
    grid = grid_of(lanes, steps, links)
    tried = (_draw(lanes, grid, routes, plan, wide) for plan, routes in _different(grid, links))
    return min(filter(None, tried), key=_score)  # never empty: a plan that does not share always gives a drawing


def _different(grid: Grid, links: Sequence[Link]) -> Iterable[tuple[Plan, list[Route]]]:
    """Return the plans that lead to drawings of their own, with routes.

    In a small chart most choices never come up.
    """
    plans: dict[object, tuple[Plan, list[Route]]] = {}
    for plan in PLANS:
        routes = routes_of(grid, links, plan)
        pieces = [[(piece.corridor, piece.top, piece.bottom) for piece in route.verticals] for route in routes]
        plans.setdefault((repr(pieces), plan.long_first, plan.share), (plan, routes))
    return plans.values()


def _score(drawing: Drawing) -> tuple[int, int]:
    """Return the score of a drawing; the lowest is the best.

    Crossings and bends count first (a crossing is worth two), then the length of the edges and the size of the
    drawing.
    """
    bends = sum(len(edge.points) - 2 for edge in drawing.edges)
    length = sum(right - left + bottom - top for edge in drawing.edges for left, top, right, bottom in segments(edge))
    return 2 * crossings(drawing) + bends, length + drawing.width + drawing.height


def _draw(lanes: Sequence[str], grid: Grid, routes: Sequence[Route], plan: Plan, wide: float) -> Drawing | None:
    """Draw a plan, or return None if it would lay one edge on another.

    Only a plan that shares can do so.
    """
    corridors = spread(routes, plan)
    in_columns = [piece for corridor, pieces in corridors.items() if corridor % 2 for piece in pieces]
    reach = port_reach(in_columns)
    widths = column_widths(lanes, grid, in_columns, reach, wide)
    across = _place_columns(grid, corridors, widths, gutter_margin(wide))
    channels: dict[int, list[Horizontal]] = defaultdict(list)
    for route in routes:
        for piece in route.horizontals:
            channels[piece.channel].append(piece)
    tracks = {}
    for channel, pieces in channels.items():
        count = give_tracks(pieces)
        if count is None:
            return None
        tracks[channel] = count
    header, placed = _place_lanes(lanes, grid, across)
    sizes = {(column, row): size_of(step, widths[column]) for (column, row), step in grid.cells.items()}
    down = _place_rows(grid, routes, sizes, tracks, header)
    boxes = {
        step.id: box_of(step, sizes[column, row], (across.middles[column], down.middles[row]))
        for (column, row), step in grid.cells.items()
    }
    edges = tuple(_edge(route, boxes[route.link.source], boxes[route.link.target], down) for route in routes)
    return Drawing(across.width, down.height, header, placed, tuple(boxes.values()), edges)


class _Across(Struct, frozen=True):
    """Positions across: column middles, lane borders and the whole width."""

    middles: list[int]
    borders: list[int]
    width: int


def _place_columns(grid: Grid, corridors: dict[int, list[Vertical]], widths: list[int], margin: int) -> _Across:
    """Place columns and gutters side by side; give vertical pieces their x.

    A lane border takes a place of its own.
    """
    x = 0
    middles: list[int] = []
    borders: list[int] = []
    for gutter in range(len(widths) + 1):
        pieces = corridors.get(2 * gutter, [])
        places = max((piece.offset + 1 for piece in pieces), default=0)
        border = 0 < gutter < len(widths) and grid.columns[gutter - 1][0] != grid.columns[gutter][0]
        half = (places + 1) // 2 if border else places
        for piece in pieces:
            piece.x = x + margin + GUTTER_STEP * (piece.offset + (piece.offset >= half))
        if border:
            borders.append(x + margin + GUTTER_STEP * half)
        x += 2 * margin + GUTTER_STEP * max(0, places + border - 1)
        if gutter < len(widths):
            middles.append(x + widths[gutter] // 2)
            for piece in corridors.get(2 * gutter + 1, []):
                piece.x = middles[gutter] + PORT_STEP * piece.offset
            x += widths[gutter]
    return _Across(middles, borders, x)


def _place_lanes(lanes: Sequence[str], grid: Grid, across: _Across) -> tuple[int, tuple[Lane, ...]]:
    """Return the header's height, and every lane that has a column.

    The title of each lane is wrapped to its width.
    """
    used = sorted({lane for lane, _ in grid.columns})
    strips = list(
        zip(used, pairwise([0, *across.borders, across.width]), strict=False)
    )  # no lanes: the width is still one strip
    titles = [wrap(lanes[lane], (right - left - 2 * TITLE_PADDING) / BOLD) for lane, (left, right) in strips]
    tallest = max((len(title) for title in titles), default=0)
    tops = [HEADER_PADDING + (tallest - len(title)) * LINE_HEIGHT // 2 for title in titles]
    placed = tuple(
        Lane(lane, lanes[lane], left, right - left, stack(title, (left + right) // 2, top))
        for (lane, (left, right)), title, top in zip(strips, titles, tops, strict=True)
    )
    return tallest * LINE_HEIGHT + 2 * HEADER_PADDING, placed


class _Down(Struct, frozen=True):
    """Positions down: row middles, first track of each channel, the bottom."""

    middles: list[int]
    tracks: list[int]
    height: int


def _place_rows(
    grid: Grid, routes: Sequence[Route], sizes: dict[Point, Size], tracks: dict[int, int], header: int
) -> _Down:
    """Stack channels and rows below the header.

    A channel is as high as its labels and tracks need, a row as its tallest box.
    """
    labelled = {route.verticals[0].top for route in routes if route.verticals and route.link.label}
    entered = {piece.bottom for route in routes for piece in route.verticals}
    y = header
    middles: list[int] = []
    firsts: list[int] = []
    for channel in range(grid.rows + 1):
        leave = LEAVE_LABEL if channel in labelled else LEAVE
        firsts.append(y + leave)
        needed = leave + TRACK_STEP * (tracks.get(channel, 1) - 1) + ENTER
        outer = channel in (0, grid.rows) and channel not in entered and channel not in tracks
        y += EDGE_MARGIN if outer else max(CHANNEL_LEAST, needed)
        if channel < grid.rows:
            height = max(size.h for (_, row), size in sizes.items() if row == channel)
            height += height % 2
            middles.append(y + height // 2)
            y += height
    return _Down(middles, firsts, y)


def _edge(route: Route, source: Box, target: Box, down: _Down) -> Arrow:
    """Return a route as a polyline from the source's outline to the target's."""
    link = route.link
    if not route.verticals:
        y = source.y + source.h // 2
        ends = (source.x + source.w, target.x) if source.x < target.x else (source.x, target.x + target.w)
        return Arrow(link.source, link.target, link.label, True, ((ends[0], y), (ends[1], y)), None)
    first, last = route.verticals[0], route.verticals[-1]
    points = [(first.x, source.y + source.h)]
    for piece in route.horizontals:
        y = down.tracks[piece.channel] + TRACK_STEP * piece.track
        points += [(piece.a.x, y), (piece.b.x, y)]
    points.append((last.x, target.y + target.h if link.joined else target.y))
    return Arrow(link.source, link.target, link.label, link.joined, tuple(points), _label_at(link, first, source))


def _label_at(link: Link, piece: Vertical, source: Box) -> Point | None:
    """Return the position of an edge's label, or None without one.

    The label stands just below its box, beside the edge that leaves it, above every track of the channel.
    """
    if not piece.room:
        return None
    away = LABEL_GAP + math.ceil(text_width(link.label, LABEL_SIZE) / 2)
    return piece.x + (away if piece.room > 0 else -away), source.y + source.h + LABEL_BASELINE
