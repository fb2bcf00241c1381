"""Separation of the pieces that meet.

Vertical pieces get places in their corridor, horizontal ones tracks in their channel.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from routine.layout.routes import Horizontal, Plan, Route, Vertical
from routine.layout.text import LABEL_SIZE, text_width

PORT_STEP = 14  # px between two ports at one side of a box
LABEL_GAP = 5  # px between an edge and its label
OVERLAP = 1000  # the cost of an order that would lay one edge on another; far above any number of crossings


def spread(routes: Iterable[Route], plan: Plan) -> dict[int, list[Vertical]]:
    """Give every vertical piece its place in its corridor.

    Returns the pieces by corridor.
    """
    corridors: dict[int, list[Vertical]] = defaultdict(list)
    for route in routes:
        _pull(route)
        for piece in route.verticals:
            corridors[piece.corridor].append(piece)
    _give_rooms(routes)
    for corridor, pieces in corridors.items():
        _give_offsets(pieces, bool(corridor % 2), plan)
    return corridors


def _pull(route: Route) -> None:
    """Set the side towards which the edge goes from each piece in a column.

    The piece then takes a port on that side.
    """
    for one, following in pairwise(route.verticals):
        turn = (following.corridor > one.corridor) - (following.corridor < one.corridor)
        if one.corridor % 2:
            one.pull = turn
        if following.corridor % 2:
            following.pull = -turn


def _give_rooms(routes: Iterable[Route]) -> None:
    """Reserve room for labels beside the ports.

    Of the edges out of one box, the left half has room to the left, the rest to the right.
    """
    out: dict[str, list[tuple[Vertical, str]]] = defaultdict(list)
    for route in routes:
        if route.verticals and route.link.label:
            out[route.link.source].append((route.verticals[0], route.link.label))
    for siblings in out.values():
        # Of two edges that turn to one side, the one that turns later
        # stands further from that side, so that they do not cross.
        siblings.sort(key=lambda sibling: (sibling[0].pull, -sibling[0].pull * sibling[0].bottom))
        for number, (piece, label) in enumerate(siblings):
            steps = math.ceil((text_width(label, LABEL_SIZE) + LABEL_GAP + 2) / PORT_STEP)
            piece.room = -steps if number < len(siblings) // 2 else steps


def _give_offsets(pieces: list[Vertical], column: bool, plan: Plan) -> None:
    """Give the pieces in one corridor their offsets, one after another.

    Each gets the first that is free.
    """
    sign = 1 if column or plan.long_first else -1
    placed: list[Vertical] = []
    # In a column the straight edges choose first, then the longest piece.
    for piece in sorted(
        pieces, key=lambda piece: (column and (piece.top_bend or piece.bottom_bend), sign * (piece.top - piece.bottom))
    ):
        for offset in _offsets(piece, column, len(pieces)):
            piece.offset = offset
            if not any(_collide(piece, other, column, plan.share) for other in placed):
                break
        placed.append(piece)


def _offsets(piece: Vertical, column: bool, count: int) -> Iterator[int]:
    """Yield the places to try, in turn.

    In a column they go from the middle outwards, first to the side of the pull; in a gutter from the left.
    """
    if not column:
        yield from range(count)
        return
    side = piece.pull or (1 if piece.room >= 0 else -1)
    most = count * 8  # past every label of every other piece
    yield 0
    for distance in range(1, most):
        yield side * distance
        yield -side * distance


def _collide(piece: Vertical, other: Vertical, column: bool, share: bool) -> bool:
    """Return whether two pieces in one corridor collide at their offsets."""
    if piece.top > other.bottom or other.top > piece.bottom:
        return False
    if (
        column and not piece.top_bend and not other.top_bend and piece.top == other.top
    ):  # out of one box: mind the labels
        spans = [sorted((one.offset, one.offset + one.room)) for one in (piece, other)]
        return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
    if piece.offset != other.offset:
        return False
    return not (share and (_follows(piece, other) or _follows(other, piece)))


def _follows(upper: Vertical, lower: Vertical) -> bool:
    """Return whether `upper` ends in the channel where `lower` begins.

    Then the order of the tracks can keep them apart.
    """
    return upper.bottom_bend and lower.top_bend and upper.bottom == lower.top


def give_tracks(pieces: list[Horizontal]) -> int | None:
    """Give every piece in one channel a track.

    Returns the number of tracks, or None if one edge would still lie on another.
    """
    order = _order(pieces)
    for number, piece in enumerate(order):
        piece.track = max((other.track + 1 for other in order[:number] if _meet(piece, other)), default=0)
    if any(_cost(one, other) >= OVERLAP for one, other in combinations(order, 2) if one.track < other.track):
        return None
    return max(piece.track for piece in pieces) + 1


def _order(pieces: list[Horizontal]) -> list[Horizontal]:
    """Order the pieces in one channel from above.

    Moves one at a time to where it crosses least, until nothing gets better.
    """
    costs = {(one, other): _cost(one, other) for one in pieces for other in pieces if one is not other}
    order = list(pieces)
    for _ in pieces:
        before = list(order)
        for piece in pieces:
            rest = [other for other in order if other is not piece]
            prices = [
                sum(costs[other, piece] for other in rest[:at]) + sum(costs[piece, other] for other in rest[at:])
                for at in range(len(order))
            ]
            at = order.index(piece)
            if min(prices) < prices[at]:
                at = prices.index(min(prices))
            order = [*rest[:at], piece, *rest[at:]]
        if order == before:
            break
    return order


def _cost(upper: Horizontal, lower: Horizontal) -> int:
    """Return the cost of two pieces in one channel, the first above.

    It is the number of their crossings, and a high price for lying on each other.
    """
    crossed = sum(lower.span()[0] < x < lower.span()[1] for x in upper.ends(up=False))
    crossed += sum(upper.span()[0] < x < upper.span()[1] for x in lower.ends(up=True))
    return crossed + OVERLAP * len(set(upper.ends(up=False)) & set(lower.ends(up=True)))


def _meet(one: Horizontal, other: Horizontal) -> bool:
    """Return whether two pieces need different tracks.

    Their spans overlap, or all but touch.
    """
    (left, right), (other_left, other_right) = one.span(), other.span()
    return left <= other_right + PORT_STEP // 2 and other_left <= right + PORT_STEP // 2
