"""The rules of the lane layout, asserted on its geometry: of the small routine, of ours and of random graphs."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from msgspec.structs import replace

from routine.layout import BOLD, FONT_SIZE, LABEL_SIZE, Arrow, Block, Box, Drawing, Link, crossings, layout, segments
from routine.layout.text import text_width, wrap
from routine.model.model import Routine
from routine.pages.flowchart.flowchart import flowchart

LANES = ["Den utsatte", "Partiets säkerhetsansvarig", "Kommunens säkerhetsstrateg", "Kommunchefen"]
TEXT = [
    "kontakta",
    "polisen",
    "för",
    "en",
    "bedömning",
    "i",
    "kommunfullmäktige",
    "och",
    "ring",
    "kommunstyrelseförvaltningens",
    "WWW-växel",
]
RANDOM = 40
MOST_CROSSINGS = 7  # Of ours: fewer is welcome, and then this number follows.
Rect = tuple[float, float, float, float]


def random_drawing(seed: int) -> Drawing:
    """Mostly downward links; some go up, some share a target, some boxes are joined."""
    chance = random.Random(seed)
    columns = [(lane, side) for lane in range(chance.randint(1, 4)) for side in range(chance.choice((1, 1, 2)))]
    steps: list[Block] = []
    for level in range(chance.randint(2, 11)):
        for lane, side in sorted(chance.sample(columns, chance.randint(1, min(3, len(columns))))):
            kind = chance.choice(("action", "action", "action", "question"))
            text = " ".join(chance.choices(TEXT, k=chance.randint(1, 7)))
            steps.append(Block(f"s{len(steps)}", lane, side, level, kind, text))
    answers = chance.choice((("Ja", "Nej"), ("Ja, samma dag", "Det går inte att säga ännu")))
    links = []
    for step in steps:
        up = chance.random() < 0.1
        others = [other.id for other in steps if other.level > step.level or (up and other.id != step.id)]
        labels = answers if step.kind == "question" else ("",) * chance.choice((1, 1, 2))
        links += [Link(step.id, chance.choice(others), label) for label in labels if others]
    pairs = [(one, two) for one, two in combinations(steps, 2) if one.level == two.level and chance.random() < 0.15]
    return layout(LANES, steps, [*links, *(Link(one.id, two.id, joined=True) for one, two in pairs)])


@pytest.fixture(scope="module")
def drawings(small: Routine, real: Routine) -> dict[str, Drawing]:
    views = {"small": flowchart(small), "ours": flowchart(real), "a role's": flowchart(real, real.roles[0].id)}
    found = {name: part.drawing for name, view in views.items() if view for part in view.parts}
    assert len(found) == len(views)
    return found | {f"random {seed}": random_drawing(seed) for seed in range(RANDOM)}


def rect(box: Box) -> Rect:
    return box.x, box.y, box.x + box.w, box.y + box.h


def label(edge: Arrow) -> Rect:
    """Where an edge's label is painted, at most."""
    assert edge.label_at
    (x, y), half = edge.label_at, text_width(edge.label, LABEL_SIZE) / 2
    return x - half, y - 10, x + half, y + 3


def overlap(one: Rect, two: Rect) -> bool:
    """Whether the interiors meet; a line counts as its own interior."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def through_boxes(drawing: Drawing) -> list[str]:
    pieces = [piece for edge in drawing.edges for piece in segments(edge)]
    return [box.id for box in drawing.boxes for piece in pieces if overlap(piece, rect(box))]


def on_each_other(drawing: Drawing) -> list[tuple[str, str]]:
    """Edges that share more than a point of a line."""
    return [
        (one.source, two.source)
        for one, two in combinations(drawing.edges, 2)
        for a in segments(one)
        for b in segments(two)
        if (a[0] == a[2] == b[0] == b[2] and min(a[3], b[3]) > max(a[1], b[1]))
        or (a[1] == a[3] == b[1] == b[3] and min(a[2], b[2]) > max(a[0], b[0]))
    ]


def covered_labels(drawing: Drawing) -> list[str]:
    labels = [edge for edge in drawing.edges if edge.label_at]
    over = [edge.label for edge in labels for box in drawing.boxes if overlap(label(edge), rect(box))]
    return over + [one.label for one, two in combinations(labels, 2) if overlap(label(one), label(two))]


def test_no_line_runs_through_a_box_or_on_another_and_no_label_is_covered(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        assert through_boxes(drawing) == [], name
        assert on_each_other(drawing) == [], name
        assert covered_labels(drawing) == [], name


def test_the_checks_see_a_broken_drawing(drawings: dict[str, Drawing]) -> None:
    drawing = drawings["ours"]
    (box, *_), (first, *_) = drawing.boxes, drawing.edges
    middle = box.y + box.h // 2
    crossed = replace(first, points=((0, middle), (drawing.width, middle)))
    named = next(edge for edge in drawing.edges if edge.label_at)
    assert through_boxes(replace(drawing, edges=(crossed,)))
    assert on_each_other(replace(drawing, edges=(first, first)))
    assert covered_labels(replace(drawing, edges=(replace(named, label_at=(box.x + 20, middle)),)))


def test_text_stays_inside_its_box_and_boxes_apart_and_in_their_lane(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        assert not [1 for one, two in combinations(drawing.boxes, 2) if overlap(rect(one), rect(two))], name
        for box in drawing.boxes:
            slant = 14 if box.kind == "question" else 0
            for line in (*box.lines, *box.notes):
                half = text_width(line.text, FONT_SIZE) / 2
                low, high = line.y + 4, line.y - 12
                inset = slant * abs((low + high) / 2 - (box.y + box.h / 2)) / (box.h / 2)
                assert box.x + inset <= line.x - half, (name, line)
                assert line.x + half <= box.x + box.w - inset, (name, line)
                assert box.y <= high < low <= box.y + box.h, (name, line)
            assert any(lane.x < box.x and box.x + box.w < lane.x + lane.width for lane in drawing.lanes), name


def test_lanes_fill_the_width_and_hold_their_titles(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        ends = [lane.x + lane.width for lane in drawing.lanes]
        assert [0, *ends[:-1]] == [lane.x for lane in drawing.lanes], name
        assert ends[-1] == drawing.width, name
        for lane in drawing.lanes:
            assert all(text_width(line.text, FONT_SIZE) * BOLD <= lane.width for line in lane.lines), name
        borders = {lane.x for lane in drawing.lanes}
        upright = {x for edge in drawing.edges for x, _, right, _ in segments(edge) if x == right}
        assert not borders & upright, name


def test_ours_is_calm_and_the_same_each_time(real: Routine, drawings: dict[str, Drawing]) -> None:
    assert crossings(drawings["ours"]) <= MOST_CROSSINGS
    assert random_drawing(3) == drawings["random 3"]


A, B = Block("a", 0, 0, 0, "action", "A"), Block("b", 0, 0, 1, "action", "B")


@pytest.mark.parametrize(
    ("steps", "links", "said"),
    [
        ([A, replace(B, id="a")], [], "same id"),
        ([A, replace(A, id="b")], [], "same lane"),
        ([replace(A, lane=1)], [], "no such lane"),
        ([A], [Link("a", "c")], "no such step"),
        ([A, B], [Link("a", "b", joined=True)], "one level"),
    ],
)
def test_what_has_no_layout_is_refused(steps: list[Block], links: list[Link], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        layout(["A"], steps, links)


def test_a_line_keeps_to_its_width_and_a_word_is_cut_at_its_seam() -> None:
    assert wrap("säkerhetsstrateg", 100) == ("säkerhets-", "strateg")
    assert wrap("incident\u00adsystemet", 110) == ("incident-", "systemet")
    for width in range(60, 300, 24):
        lines = wrap(" ".join(TEXT) + " är\u00a0≈", width)
        assert all(text_width(line) <= width for line in lines), width
        assert any("är\u00a0≈" in line for line in lines), width
    assert all(one < two for one, two in pairwise(text_width("m" * count) for count in range(5)))
