"""A strict swim-lane layout for a flowchart: places boxes, routes edges, returns geometry and no SVG.

Every length is a whole SVG user unit (px at scale 1), x to the right and y downwards from the drawing's top left corner.

The drawing is a stack of columns and gutters, crossed by rows and channels:

* a column is a (lane, side) pair that occurs; gutter g lies left of column g, and one more lies right of the last;
* a row is a level that occurs; channel k lies above row k, and one more lies below the last;
* a vertical piece of an edge stands on a *track*: number 2g is gutter g, number 2c + 1 is column c.

No edge can run through a box, because only columns hold boxes and a vertical piece in a column spans empty cells only.
No two edges can lie on each other, because two vertical pieces that meet in a channel get different places on their track,
and two horizontal pieces that meet in a channel get different heights.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product

FONT_SIZE = 15
LINE_HEIGHT = 19
ASCENT = 14  # from the top of a line to its baseline
LABEL_SIZE = 13
LABEL_HEIGHT = 16
LABEL_ASCENT = 12
LABEL_GAP = 5  # between an edge and its label
BOLD = 1.12  # a bold lane title is at most this much wider than the same text in regular weight

BOX_WIDTH = 150
BOX_WIDTH_LEAST = 124
QUESTION_EXTRA = 14  # a column with a question is this much wider, for the slanted sides
DRAWING_WIDTH = 1090  # what many columns try to share; never a hard limit
PADDING = 10  # above and below the text
SIDE_PADDING = 8
TITLE_PADDING = 5
CUT = 14  # how far a question's slanted side leans in
CUT_PADDING = 4  # between the upper end of the slanted side and the text
CORNER = 6
PILL_RADIUS = 15
PILL_PADDING = 14

PORT_STEP = 14  # between two ports at one side of a box
SLOT_STEP = 11  # between two horizontal pieces in a channel
GUTTER_STEP = 12  # between two vertical pieces in a gutter
GUTTER_MARGIN = 10  # between a gutter's outermost piece and the column beside it
LEAVE = 12  # from a box down to the first horizontal piece, where no label stands
ENTER = 18  # from the last horizontal piece down to a box: room for an arrowhead
CHANNEL_LEAST = 28
EDGE_MARGIN = 14  # above the first row and below the last
HEADER_PADDING = 9

OVERLAP = 1000  # the cost of an order that would lay one edge on another; far above any number of crossings
SOFT_HYPHEN = "\u00ad"  # in a text it says where a long word may be cut; it is never drawn
VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
COMPOUND_ENDS = ("hets", "tets", "ings", "ions", "skaps")  # a Swedish compound word may be cut after these
KINDS = frozenset({"action", "question", "end"})

Point = tuple[int, int]
Segment = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """A box to place. `kind` is "action", "question" or "end"; `lane` counts from 0 in the given lanes."""

    id: str
    lane: int
    side: int
    level: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow to draw. `joined` is instead an undirected link between two boxes of one level."""

    source: str
    target: str
    label: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: x is its middle (text-anchor middle), y its baseline."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane that has a step, as a strip from x to x + width; `index` is its place among the given lanes."""

    index: int
    title: str
    x: int
    width: int
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A placed step. A question is the polygon `points`; any other kind is a rectangle with corners of `radius`."""

    id: str
    kind: str
    x: int
    y: int
    w: int
    h: int
    radius: int
    points: tuple[Point, ...]
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A routed link as a polyline from source to target. `label_at` is the label's middle and baseline, if it has one."""

    source: str
    target: str
    label: str
    joined: bool
    points: tuple[Point, ...]
    label_at: Point | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole geometry; the band from y = 0 to `header` holds the lane titles. Edges keep the order of the links."""

    width: int
    height: int
    header: int
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


# --- Text ------------------------------------------------------------------------------------------------------------

# The widest of DejaVu Sans, Verdana and Liberation Sans (Arial, Helvetica) for each letter, rounded up, in em.
_CLASSES = {
    0.0: SOFT_HYPHEN,
    0.31: "il'",
    0.36: "j ’",
    0.47: 'frtI.,:;-()[]!/|·',
    0.51: 'J"',
    0.56: "csz",
    0.62: "aeokvxyåäöé?*L",
    0.64: "bdghnpqu0123456789",
    0.73: "ABCEFKPRSTVXYZÅÄÉ",
    0.84: "w&+=<>~",
    1.02: "mMW@…—æ",
}
_EM = {letter: em for em, letters in _CLASSES.items() for letter in letters}


def _em(letter: str) -> float:
    """The width of one letter in em. An unknown sign counts as very wide, so that the sum stays an upper bound."""
    if letter in _EM:
        return _EM[letter]
    if ord(letter) > 0x17F:
        return 0.66 if letter == "–" else 1.1
    if letter.isdigit() or letter.islower():
        return 0.66
    return 0.81 if letter.isupper() else 1.1


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = FONT_SIZE) -> float:
    """An upper bound, in px, of the text's width in the common system sans-serif fonts at `size` px, regular weight."""
    return sum(_em(letter) for letter in text) * size


def _cut_rank(word: str, at: int) -> tuple[int, int]:
    """How good a place `at` is to cut a word: where the text says so, a compound's seam, before consonant + vowel; then as late as possible."""
    if word[at - 1] in (SOFT_HYPHEN, "-"):
        return 3, at
    if word[:at].endswith(COMPOUND_ENDS):
        return 2, at
    return int(word[at] not in VOWELS and word[at + 1 : at + 2] in VOWELS), at


def _cut_word(word: str, width: float, size: float) -> tuple[str, str]:
    """Cut a word that is too wide: a head that fits with its hyphen, and the rest. At least three letters on each side if it can be."""
    fits = [at for at in range(1, len(word)) if text_width(_hyphened(word[:at]), size) <= width]
    kind = [at for at in fits if 3 <= at <= len(word) - 3]
    at = max(kind or fits or [1], key=lambda place: _cut_rank(word, place))
    return _hyphened(word[:at]), word[at:]


def _hyphened(head: str) -> str:
    """The head of a cut word with one hyphen at its end."""
    return head if head.endswith("-") else head + "-"


def _fill(text: str, width: float, size: float) -> list[str]:
    """Fill lines with as many words as fit, and cut a word only if it is wider than a whole line."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        trial = f"{line} {word}" if line else word
        if text_width(trial, size) <= width:
            line = trial
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and text_width(word, size) > width:
            head, word = _cut_word(word, width, size)
            lines.append(head)
        line = word
    return [*lines, line] if line else lines


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float = FONT_SIZE) -> tuple[str, ...]:
    """Break a text at spaces into lines of at most `width` px; a word that is wider alone is cut with a hyphen."""
    return tuple(line.replace(SOFT_HYPHEN, "") for line in _fill(text, width, size))


@lru_cache(maxsize=4096)
def _balanced(text: str, width: int) -> tuple[str, ...]:
    """Wrap to as few lines as the width allows, then even them out: the least width, in steps of 4 px, that cuts words in the same places."""
    best = wrap(text, width)
    for narrower in range(width - 4, width // 2, -4):
        lines = wrap(text, narrower)
        if len(lines) > len(best) or _cuts(lines) != _cuts(best):
            break
        best = lines
    return best


def _cuts(lines: Iterable[str]) -> list[str]:
    """The heads of the words that are cut at the ends of the lines."""
    return [line.split()[-1] for line in lines if line.endswith("-")]


def _stack(lines: Sequence[str], x: int, top: int) -> tuple[TextLine, ...]:
    """Lines of text under each other from `top`, all with their middle at x."""
    return tuple(TextLine(line, x, top + ASCENT + number * LINE_HEIGHT) for number, line in enumerate(lines))


# --- The grid --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where every step stands: its (column, row). `columns` holds the (lane, side) pairs in order."""

    columns: tuple[tuple[int, int], ...]
    rows: int
    cells: dict[Point, Step]
    place: dict[str, Point]

    def empty(self, column: int, first: int, stop: int) -> bool:
        """Whether the column has no box in rows first to stop - 1."""
        return not any((column, row) in self.cells for row in range(first, stop))


def _grid(lanes: Sequence[str], steps: Sequence[Step], links: Sequence[Link]) -> _Grid:
    """Turn lanes, sides and levels into consecutive columns and rows; a level without boxes takes no room."""
    columns = tuple(sorted({(step.lane, step.side) for step in steps}))
    levels = sorted({step.level for step in steps})
    place = {step.id: (columns.index((step.lane, step.side)), levels.index(step.level)) for step in steps}
    cells = {place[step.id]: step for step in steps}
    _check(lanes, steps, links, place, len(cells))
    return _Grid(columns, len(levels), cells, place)


def _check(lanes: Sequence[str], steps: Sequence[Step], links: Sequence[Link], place: dict[str, Point], cells: int) -> None:
    """Refuse what has no layout, rather than draw it wrong."""
    if len(place) != len(steps):
        raise ValueError("two steps have the same id")
    if cells != len(steps):
        raise ValueError("two steps have the same lane, side and level")
    for step in steps:
        if not 0 <= step.lane < len(lanes) or step.kind not in KINDS:
            raise ValueError(f"step {step.id}: no such lane or kind")
    for link in links:
        if link.source not in place or link.target not in place:
            raise ValueError(f"link {link.source} - {link.target}: no such step")
        if link.joined and (place[link.source][1] != place[link.target][1] or link.source == link.target):
            raise ValueError(f"link {link.source} - {link.target}: joined steps must stand on one level")


# --- Routes: which tracks and channels an edge uses ------------------------------------------------------------------


@dataclass(eq=False, slots=True)
class _Line:
    """A vertical piece on a track through channels lo to hi. A bend is an end in a channel; otherwise it ends at a box."""

    track: int
    lo: int
    hi: int
    top_bend: bool
    bottom_bend: bool
    pull: int = 0  # -1 if the edge comes from or goes to the left, 1 for the right
    room: int = 0  # the label beside it, in port steps; negative to the left
    offset: int = 0  # its place on the track, in port or gutter steps
    x: int = 0

    def reach(self) -> int:
        """How many port steps from the column's middle the piece and its label extend."""
        return max(abs(self.offset), abs(self.offset + self.room))


@dataclass(eq=False, slots=True)
class _Run:
    """A horizontal piece in a channel, between two vertical pieces that go up or down from it."""

    channel: int
    a: _Line
    b: _Line
    a_up: bool
    b_up: bool
    slot: int = 0

    def span(self) -> tuple[int, int]:
        """The x where it begins and ends, left to right."""
        return min(self.a.x, self.b.x), max(self.a.x, self.b.x)


@dataclass(eq=False, slots=True)
class _Route:
    """An edge: vertical pieces with a run between each pair. No pieces at all is a joined link drawn straight across."""

    link: Link
    lines: list[_Line]
    runs: list[_Run]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to settle what the rules leave open; several are tried and the best drawing is kept."""

    drop: str  # whether a long edge falls through the "source" column or the "target" column first, if that is empty, or "never" does
    late: bool  # of equally near gutters, whether the one nearest the target is taken
    long_first: bool  # which vertical pieces choose their place in a gutter first
    share: bool  # whether an edge may begin straight below the end of another in one channel


PLANS = tuple(_Plan(*choice) for choice in product(("target", "source", "never"), (False, True), (False, True), (True, False)))


def _route(grid: _Grid, link: Link, plan: _Plan) -> _Route:
    """The route of one edge: straight down, else with one run, else through a gutter with two."""
    (start, row), (goal, target) = grid.place[link.source], grid.place[link.target]
    leave, enter = row + 1, target
    if link.joined:  # not straight across: out below the one box and back up to the other
        return _bent(link, _Line(2 * start + 1, leave, leave, False, True), _Line(2 * goal + 1, leave, leave, False, True), leave, True)
    if start == goal and leave <= enter and grid.empty(start, leave, enter):
        return _Route(link, [_Line(2 * start + 1, leave, enter, False, False)], [])
    drop = _drop(grid, link, plan)
    if drop == "source":
        return _bent(link, _Line(2 * start + 1, leave, enter, False, True), _Line(2 * goal + 1, enter, enter, True, False), enter, False)
    if drop == "target":
        return _bent(link, _Line(2 * start + 1, leave, leave, False, True), _Line(2 * goal + 1, leave, enter, True, False), leave, False)
    return _through_gutter(link, (start, leave), (goal, enter), _gutter(grid, start, goal, plan.late))


def _drop(grid: _Grid, link: Link, plan: _Plan) -> str:
    """Which column, if any, the edge can fall straight through: "source", "target" or ""."""
    (start, row), (goal, enter) = grid.place[link.source], grid.place[link.target]
    leave = row + 1
    if leave > enter:
        return ""
    if leave == enter:  # one channel: both stubs are short and no column is passed
        return "source"
    if plan.drop == "never":
        return ""
    free = [name for name, column in (("source", start), ("target", goal)) if grid.empty(column, leave, enter)]
    if plan.drop in free:
        return plan.drop
    return free[0] if free else ""


def _gutter(grid: _Grid, start: int, goal: int, late: bool) -> int:
    """The gutter that makes the edge shortest; among equals the one nearest the source, or the target if late."""
    near = 2 * (goal if late else start) + 1
    return min(
        range(len(grid.columns) + 1),
        key=lambda g: (abs(2 * g - 2 * start - 1) + abs(2 * g - 2 * goal - 1), abs(2 * g - near), -g if late else g),
    )


def _bent(link: Link, first: _Line, last: _Line, channel: int, last_up: bool) -> _Route:
    """Two vertical pieces and the run between them."""
    return _Route(link, [first, last], [_Run(channel, first, last, True, last_up)])


def _through_gutter(link: Link, source: Point, target: Point, gutter: int) -> _Route:
    """Out of the source, along, up or down a gutter, along, into the target. Points are (column, channel)."""
    (start, leave), (goal, enter) = source, target
    first = _Line(2 * start + 1, leave, leave, False, True)
    middle = _Line(2 * gutter, min(leave, enter), max(leave, enter), True, True)
    last = _Line(2 * goal + 1, enter, enter, True, False)
    down = leave < enter
    return _Route(link, [first, middle, last], [_Run(leave, first, middle, True, not down), _Run(enter, middle, last, down, False)])


def _straight_across(grid: _Grid, links: Sequence[Link]) -> set[int]:
    """The joined links, by number, that can be one horizontal line: no box between, and no other such line in the same gutter."""
    taken: set[Point] = set()
    found: set[int] = set()
    for number, link in enumerate(links):
        if not link.joined:
            continue
        (one, row), (other, _) = grid.place[link.source], grid.place[link.target]
        left, right = min(one, other), max(one, other)
        gutters = {(gutter, row) for gutter in range(left + 1, right + 1)}
        if not gutters & taken and all((column, row) not in grid.cells for column in range(left + 1, right)):
            taken |= gutters
            found.add(number)
    return found


# --- Places on a track -----------------------------------------------------------------------------------------------


def _pull(routes: Iterable[_Route]) -> None:
    """Tell every piece in a column towards which side its edge goes, so that it takes a port on that side."""
    for route in routes:
        for one, next_ in pairwise(route.lines):
            turn = (next_.track > one.track) - (next_.track < one.track)
            if one.track % 2:
                one.pull = turn
            if next_.track % 2:
                next_.pull = -turn


def _give_rooms(routes: Iterable[_Route]) -> None:
    """Reserve room for labels beside the ports: of the edges out of one box, the left half has it to the left, the rest to the right."""
    out: dict[str, list[_Route]] = defaultdict(list)
    for route in routes:
        if route.lines and route.link.label:
            out[route.link.source].append(route)
    for siblings in out.values():
        # Of two that turn to one side, the one that turns later stands further from that side, so that they do not cross.
        siblings.sort(key=lambda route: (route.lines[0].pull, -route.lines[0].pull * route.lines[0].hi))
        for number, route in enumerate(siblings):
            steps = math.ceil((text_width(route.link.label, LABEL_SIZE) + LABEL_GAP + 2) / PORT_STEP)
            route.lines[0].room = -steps if number < len(siblings) // 2 else steps


def _collide(line: _Line, other: _Line, share: bool) -> bool:
    """Whether two pieces on one track cannot both stand where their offsets put them."""
    if line.lo > other.hi or other.lo > line.hi:
        return False
    if not line.top_bend and not other.top_bend and line.lo == other.lo and line.track % 2:  # out of one box: mind the labels
        spans = [sorted((piece.offset, piece.offset + piece.room)) for piece in (line, other)]
        return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
    if line.offset != other.offset:
        return False
    return not (share and (_follows(line, other) or _follows(other, line)))


def _follows(upper: _Line, lower: _Line) -> bool:
    """Whether one piece ends in the channel where the other begins: then the order of their runs can keep them apart."""
    return upper.bottom_bend and lower.top_bend and upper.hi == lower.lo


def _spread(lines: list[_Line], plan: _Plan) -> None:
    """Give the pieces on one track their offsets, one after another, each the first that is free."""
    column = bool(lines[0].track % 2)
    sign = 1 if column or plan.long_first else -1

    def turn(line: _Line) -> tuple[bool, int]:
        """In a column the straight edges choose first, then the longest piece."""
        return column and (line.top_bend or line.bottom_bend), sign * (line.lo - line.hi)

    placed: list[_Line] = []
    for line in sorted(lines, key=turn):
        for offset in _offsets(line, column, len(lines)):
            line.offset = offset
            if not any(_collide(line, other, plan.share) for other in placed):
                break
        placed.append(line)


def _offsets(line: _Line, column: bool, count: int) -> list[int]:
    """The places to try in turn: from the middle of a column outwards, first to the side of the pull; from the left in a gutter."""
    if not column:
        return list(range(count))
    side = line.pull or (1 if line.room >= 0 else -1)
    most = count * 8  # past every label of every other piece
    return [0, *(offset for distance in range(1, most) for offset in (side * distance, -side * distance))]


# --- Sizes -----------------------------------------------------------------------------------------------------------


def _inset(kind: str) -> int:
    """How far from its box's left or right side an edge may meet a shape's flat top."""
    return {"action": CORNER, "question": CUT, "end": PILL_RADIUS}[kind] + 2


def _reach(lines: Iterable[_Line]) -> dict[Point, int]:
    """For each (column, row) with a box, how far from its middle its outermost port is, in px."""
    reach: dict[Point, int] = defaultdict(int)
    for line in lines:
        ends = [line.lo - 1] * (not line.top_bend) + [line.hi] * (not line.bottom_bend)
        for row in ends:
            cell = line.track // 2, row
            reach[cell] = max(reach[cell], abs(line.offset) * PORT_STEP)
    return reach


def _column_widths(grid: _Grid, lines: Sequence[_Line], reach: dict[Point, int]) -> list[int]:
    """The width of each column: what the text wants, or what ports and labels need. Even, so that the middle is whole."""
    count = max(1, len(grid.columns))
    asking = {column for (column, _), step in grid.cells.items() if step.kind == "question"}
    share = (DRAWING_WIDTH - 2 * GUTTER_MARGIN * (count + 1) - QUESTION_EXTRA * len(asking)) // count
    base = max(BOX_WIDTH_LEAST, min(BOX_WIDTH, share)) // 2 * 2
    widths = [base + QUESTION_EXTRA * (column in asking) for column in range(len(grid.columns))]
    for (column, row), step in grid.cells.items():
        widths[column] = max(widths[column], 2 * (reach.get((column, row), 0) + _inset(step.kind)))
    for line in lines:
        widths[line.track // 2] = max(widths[line.track // 2], 2 * line.reach() * PORT_STEP)
    return widths


@dataclass(frozen=True, slots=True)
class _Size:
    """A box before it is placed."""

    w: int
    h: int
    lines: tuple[str, ...]


def _size(step: Step, column: int, reach: int) -> _Size:
    """Wrap a step's text and give its box a size: an action or question fills its column, a pill is as small as its text and ports."""
    if step.kind == "question":
        lines = _balanced(step.text, column - 2 * (CUT + CUT_PADDING))
        return _Size(column, len(lines) * LINE_HEIGHT + 2 * PADDING, lines)
    if step.kind == "action":
        lines = _balanced(step.text, column - 2 * SIDE_PADDING)
        return _Size(column, len(lines) * LINE_HEIGHT + 2 * PADDING, lines)
    lines = _balanced(step.text, column - 2 * PILL_PADDING)
    text = max((math.ceil(text_width(line)) for line in lines), default=0) + 2 * PILL_PADDING
    wide = max(text, 2 * (reach + _inset("end")))
    return _Size(min(column, wide + wide % 2), max(1, len(lines)) * LINE_HEIGHT + PADDING + 2, lines)


@dataclass(frozen=True, slots=True)
class _Horizontal:
    """Where columns and lane borders lie: the left x of every column, the x between lanes, and the whole width."""

    lefts: list[int]
    borders: list[int]
    width: int


def _place_tracks(grid: _Grid, tracks: dict[int, list[_Line]], widths: list[int]) -> _Horizontal:
    """Lay columns and gutters beside each other and give every vertical piece its x. A lane border takes a place of its own."""
    x = 0
    lefts: list[int] = []
    borders: list[int] = []
    for gutter in range(len(widths) + 1):
        lines = tracks.get(2 * gutter, [])
        slots = max((line.offset + 1 for line in lines), default=0)
        border = 0 < gutter < len(widths) and grid.columns[gutter - 1][0] != grid.columns[gutter][0]
        middle = (slots + 1) // 2 if border else slots
        for line in lines:
            line.x = x + GUTTER_MARGIN + GUTTER_STEP * (line.offset + (line.offset >= middle))
        if border:
            borders.append(x + GUTTER_MARGIN + GUTTER_STEP * middle)
        x += 2 * GUTTER_MARGIN + GUTTER_STEP * max(0, slots + border - 1)
        if gutter < len(widths):
            lefts.append(x)
            for line in tracks.get(2 * gutter + 1, []):
                line.x = x + widths[gutter] // 2 + PORT_STEP * line.offset
            x += widths[gutter]
    return _Horizontal(lefts, borders, x)


# --- Slots in a channel ----------------------------------------------------------------------------------------------


def _cost(upper: _Run, lower: _Run) -> int:
    """The crossings of two runs of one channel if the first lies above the second."""
    cost = 0
    left, right = lower.span()
    for line, up in ((upper.a, upper.a_up), (upper.b, upper.b_up)):
        if not up:
            cost += left < line.x < right
            cost += OVERLAP * any(line.x == other.x for other, other_up in ((lower.a, lower.a_up), (lower.b, lower.b_up)) if other_up)
    left, right = upper.span()
    return cost + sum(left < line.x < right for line, up in ((lower.a, lower.a_up), (lower.b, lower.b_up)) if up)


def _meet(one: _Run, other: _Run) -> bool:
    """Whether two runs need different heights: their spans overlap, or all but touch."""
    (left, right), (other_left, other_right) = one.span(), other.span()
    return left <= other_right + PORT_STEP // 2 and other_left <= right + PORT_STEP // 2


def _order(runs: list[_Run]) -> list[_Run]:
    """Order the runs of one channel from above: move one at a time to where it crosses least, until nothing gets better."""
    costs = {(one, other): _cost(one, other) for one in runs for other in runs if one is not other}
    order = list(runs)
    for _ in range(len(runs)):
        before = list(order)
        for run in runs:
            rest = [other for other in order if other is not run]
            prices = [sum(costs[other, run] for other in rest[:at]) + sum(costs[run, other] for other in rest[at:]) for at in range(len(order))]
            at = order.index(run)
            if min(prices) < prices[at]:
                at = prices.index(min(prices))
            order = [*rest[:at], run, *rest[at:]]
        if order == before:
            break
    return order


def _give_slots(runs: list[_Run]) -> tuple[int, bool]:
    """Give every run of one channel a slot, from 0 at the top. Returns how many slots, and whether no edge lies on another."""
    order = _order(runs)
    placed: list[_Run] = []
    for run in order:
        run.slot = max((other.slot + 1 for other in placed if _meet(run, other)), default=0)
        placed.append(run)
    clean = all(_cost(one, other) < OVERLAP for one, other in combinations(order, 2) if one.slot < other.slot)
    return max(run.slot for run in runs) + 1, clean


# --- The drawing -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Vertical:
    """The y of every row's middle, of the first slot in every channel, and of the bottom."""

    middles: list[int]
    slots: list[int]
    height: int


def _place_rows(grid: _Grid, routes: Sequence[_Route], sizes: dict[Point, _Size], counts: dict[int, int], header: int) -> _Vertical:
    """Stack channels and rows below the header. A channel is as high as its labels and slots need, a row as its tallest box."""
    labelled = {line.lo for route in routes for line in route.lines[:1] if line.room}
    entered = {line.hi for route in routes for line in route.lines}
    y = header
    middles: list[int] = []
    slots: list[int] = []
    for channel in range(grid.rows + 1):
        leave = LABEL_HEIGHT + 4 if channel in labelled else LEAVE
        slots.append(y + leave)
        runs = counts.get(channel, 0)
        needed = leave + SLOT_STEP * (runs - 1) + ENTER if runs else leave + ENTER
        outer = channel in (0, grid.rows) and channel not in entered and not runs
        y += EDGE_MARGIN if outer else max(CHANNEL_LEAST, needed)
        if channel < grid.rows:
            height = max(size.h for (_, row), size in sizes.items() if row == channel)
            height += height % 2
            middles.append(y + height // 2)
            y += height
    return _Vertical(middles, slots, y)


def _box(step: Step, size: _Size, middle: Point) -> Box:
    """A box with its middle at a point, with its outline and its text."""
    x, y = middle[0] - size.w // 2, middle[1] - size.h // 2
    text = _stack(size.lines, middle[0], y + (size.h - len(size.lines) * LINE_HEIGHT) // 2)
    radius = {"action": CORNER, "question": 0, "end": min(PILL_RADIUS, size.h // 2)}[step.kind]
    points = _hexagon(x, y, size.w, size.h) if step.kind == "question" else ()
    return Box(step.id, step.kind, x, y, size.w, size.h, radius, points, text)


def _hexagon(x: int, y: int, w: int, h: int) -> tuple[Point, ...]:
    """A diamond with a flat top and bottom: text fits, and several edges can meet the flat sides."""
    middle = y + h // 2
    return ((x, middle), (x + CUT, y), (x + w - CUT, y), (x + w, middle), (x + w - CUT, y + h), (x + CUT, y + h))


def _edge(route: _Route, source: Box, target: Box, vertical: _Vertical) -> Edge:
    """The polyline of a route, from the source's outline to the target's."""
    link = route.link
    if not route.lines:
        y = source.y + source.h // 2
        ends = (source.x + source.w, target.x) if source.x < target.x else (source.x, target.x + target.w)
        return Edge(link.source, link.target, link.label, True, ((ends[0], y), (ends[1], y)), None)
    first, last = route.lines[0], route.lines[-1]
    points = [(first.x, source.y + source.h)]
    for run in route.runs:
        y = vertical.slots[run.channel] + SLOT_STEP * run.slot
        points += [(run.a.x, y), (run.b.x, y)]
    points.append((last.x, target.y + target.h if link.joined else target.y))
    return Edge(link.source, link.target, link.label, link.joined, tuple(points), _label_at(link, first, source))


def _label_at(link: Link, line: _Line, source: Box) -> Point | None:
    """Where a label stands: just below its box, beside the edge that leaves it, above every run of the channel."""
    if not line.room:
        return None
    away = LABEL_GAP + math.ceil(text_width(link.label, LABEL_SIZE) / 2)
    return line.x + (away if line.room > 0 else -away), source.y + source.h + 2 + LABEL_ASCENT


def _lanes(lanes: Sequence[str], grid: _Grid, across: _Horizontal) -> tuple[int, tuple[Lane, ...]]:
    """The header's height, and every lane that has a column, with its title wrapped to its width."""
    used = sorted({lane for lane, _ in grid.columns})
    sides = [0, *across.borders, across.width]
    titles = [wrap(lanes[lane], (right - left - 2 * TITLE_PADDING) / BOLD) for lane, (left, right) in zip(used, pairwise(sides), strict=False)]
    tallest = max((len(title) for title in titles), default=0)
    placed = []
    for lane, title, (left, right) in zip(used, titles, pairwise(sides), strict=False):
        top = HEADER_PADDING + (tallest - len(title)) * LINE_HEIGHT // 2
        placed.append(Lane(lane, lanes[lane], left, right - left, _stack(title, (left + right) // 2, top)))
    return tallest * LINE_HEIGHT + 2 * HEADER_PADDING, tuple(placed)


def _routes(grid: _Grid, links: Sequence[Link], plan: _Plan) -> list[_Route]:
    """A route for every link, in the links' order, with every vertical piece in its place on its track."""
    across = _straight_across(grid, links)
    routes = [_Route(link, [], []) if number in across else _route(grid, link, plan) for number, link in enumerate(links)]
    _pull(routes)
    _give_rooms(routes)
    for lines in _tracks(routes).values():
        _spread(lines, plan)
    return routes


def _tracks(routes: Iterable[_Route]) -> dict[int, list[_Line]]:
    """All vertical pieces by their track."""
    tracks: dict[int, list[_Line]] = defaultdict(list)
    for route in routes:
        for line in route.lines:
            tracks[line.track].append(line)
    return tracks


def _draw(lanes: Sequence[str], grid: _Grid, links: Sequence[Link], plan: _Plan) -> Drawing | None:
    """The drawing that a plan leads to, or None if it would lay one edge on another (which only sharing can)."""
    routes = _routes(grid, links, plan)
    tracks = _tracks(routes)
    in_columns = [line for track, lines in tracks.items() if track % 2 for line in lines]
    reach = _reach(in_columns)
    widths = _column_widths(grid, in_columns, reach)
    across = _place_tracks(grid, tracks, widths)
    channels: dict[int, list[_Run]] = defaultdict(list)
    for route in routes:
        for run in route.runs:
            channels[run.channel].append(run)
    slots = {channel: _give_slots(runs) for channel, runs in channels.items()}
    if not all(clean for _, clean in slots.values()):
        return None
    header, placed = _lanes(lanes, grid, across)
    sizes = {cell: _size(step, widths[cell[0]], reach.get(cell, 0)) for cell, step in grid.cells.items()}
    down = _place_rows(grid, routes, sizes, {channel: count for channel, (count, _) in slots.items()}, header)
    boxes = {step.id: _box(step, sizes[c, r], (across.lefts[c] + widths[c] // 2, down.middles[r])) for (c, r), step in grid.cells.items()}
    edges = tuple(_edge(route, boxes[route.link.source], boxes[route.link.target], down) for route in routes)
    return Drawing(across.width, down.height, header, placed, tuple(boxes.values()), edges)


def segments(edge: Edge) -> list[Segment]:
    """The straight pieces of an edge as (left, top, right, bottom)."""
    return [(min(x, u), min(y, v), max(x, u), max(y, v)) for (x, y), (u, v) in pairwise(edge.points)]


def crossings(drawing: Drawing) -> int:
    """How many times two edges cross: a horizontal piece of one through a vertical piece of another."""
    pieces = [(number, piece) for number, edge in enumerate(drawing.edges) for piece in segments(edge)]
    level = [(number, left, right, y) for number, (left, y, right, bottom) in pieces if y == bottom]
    upright = [(number, x, top, bottom) for number, (x, top, right, bottom) in pieces if x == right]
    return sum(left < x < right and top < y < bottom and one != other for one, left, right, y in level for other, x, top, bottom in upright)


def _score(drawing: Drawing) -> tuple[int, int]:
    """What makes a drawing worse: crossings and bends (a crossing is worth two), then the length of the edges in px."""
    bends = sum(len(edge.points) - 2 for edge in drawing.edges)
    length = sum(right - left + bottom - top for edge in drawing.edges for left, top, right, bottom in segments(edge))
    return 2 * crossings(drawing) + bends, length + drawing.width + drawing.height


def layout(lanes: Sequence[str], steps: Sequence[Step], links: Sequence[Link]) -> Drawing:
    """Lay out a flowchart in lanes. The same input always gives the same drawing.

    Raises ValueError for two steps in one place or with one id, an unknown lane, kind or step, and a joined link between levels.
    """
    grid = _grid(lanes, steps, links)
    drawings = [drawing for plan in PLANS if (drawing := _draw(lanes, grid, links, plan))]
    return min(drawings, key=_score)  # never empty: a plan that does not share always gives a drawing
