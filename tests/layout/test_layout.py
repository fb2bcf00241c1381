"""The rules of the lane layout, asserted on its geometry:
the realistic case, each single role, and many random graphs."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from msgspec.structs import replace

from routine.layout import (
    BOLD,
    FONT_SIZE,
    LABEL_SIZE,
    Arrow,
    Block,
    Box,
    Drawing,
    Lane,
    Link,
    TextLine,
    crossings,
    layout,
    segments,
    text_width,
    wrap,
)
from tests.kit.views import some

LANES = ["Den utsatte", "Partiets säkerhetsansvarig", "Kommunens säkerhetsstrateg", "Kommunchefen"]
KEPT_CROSSINGS = 7
FEW = 50  # Of the random graphs: in each run; and in the full one others.
Rect = tuple[float, float, float, float]
Case = tuple[list[str], list[Block], list[Link]]


def chain(*ids: str) -> list[Link]:
    """Plain links from each step to the next."""
    return [Link(one, two) for one, two in pairwise(ids)]


def realistic() -> Case:
    """Four roles and two tracks, as a municipality's routine for threats against elected representatives has them."""
    one = [
        Block("bedom", 1, 0, 1, "action", "Bedöm läget tillsammans med den utsatte"),
        Block("behovs", 1, 0, 2, "question", "Behövs kommunens säkerhetsstrateg?"),
        Block("kontakta", 1, 0, 3, "action", "Kontakta kommunens säkerhetsstrateg"),
        Block("polisen", 2, 0, 4, "action", "Kontakta polisen för en bedömning"),
        Block("anmala", 0, 0, 5, "question", "Vill den utsatte polisanmäla?"),
        Block("stod", 3, 0, 6, "action", "Stöd den utsatte vid polisanmälan"),
        Block("brott", 3, 0, 7, "action", "Anmäl brottet även som arbetsgivare"),
        Block("folj", 3, 0, 8, "action", "Följ upp ärendet med polisen"),
        Block("slut1", 3, 0, 9, "action", "Klart"),
    ]
    two = [
        Block("spara", 1, 1, 1, "action", "Spara bevis: skärmbilder, brev och meddelanden"),
        Block("tid", 1, 1, 2, "action", "Skriv ned tid, plats och vad som hände"),
        Block("vittnen", 1, 1, 3, "action", "Anteckna vittnen"),
        Block("medier", 1, 1, 4, "question", "Har det hänt i sociala medier?"),
        Block("rapport", 1, 1, 5, "action", "Rapportera inlägget till plattformen"),
        Block("system", 1, 1, 6, "action", "Rapportera i incidentsystemet"),
        Block("atgard", 1, 1, 7, "action", "Bestäm åtgärder tillsammans"),
        Block("atgard2", 2, 1, 7, "action", "Bestäm åtgärder tillsammans"),
        Block("gruppledare", 1, 1, 8, "action", "Informera gruppledaren"),
        Block("uppfoljning", 1, 1, 9, "action", "Boka ett uppföljningssamtal"),
        Block("samtal", 0, 1, 10, "action", "Delta i uppföljningssamtalet"),
        Block("mer", 0, 1, 11, "question", "Behövs mer stöd?"),
        Block("stodinsats", 2, 1, 12, "action", "Ordna stöd genom företagshälsovården"),
        Block("slut2", 2, 1, 13, "action", "Klart"),
    ]
    links = [
        *chain("start", "bedom", "behovs"),
        Link("start", "spara"),
        Link("behovs", "kontakta", "Ja"),
        Link("behovs", "polisen", "Nej"),
        *chain("kontakta", "polisen", "anmala"),
        Link("anmala", "stod", "Ja"),
        Link("anmala", "slut1", "Nej"),
        *chain("stod", "brott", "folj", "slut1"),
        *chain("spara", "tid", "vittnen", "medier"),
        Link("medier", "rapport", "Ja"),
        Link("medier", "system", "Nej"),
        *chain("rapport", "system", "atgard", "gruppledare", "uppfoljning", "samtal", "mer"),
        Link("atgard", "atgard2", joined=True),
        Link("mer", "stodinsats", "Ja"),
        Link("mer", "slut2", "Nej"),
        *chain("stodinsats", "slut2"),
    ]
    return LANES, [Block("start", 0, 0, 0, "action", "Du blir utsatt för hot eller våld"), *one, *two], links


def single_role(lane: int) -> Case:
    """The steps of one role only, with the links among them."""
    lanes, steps, links = realistic()
    kept = [step for step in steps if step.lane == lane]
    ids = {step.id for step in kept}
    return lanes, kept, [link for link in links if {link.source, link.target} <= ids]


TEXT = (
    "kontakta polisen för en bedömning säkerhetsansvarig i kommunfullmäktige dokumentera händelsen "
    "och ring kommunstyrelseförvaltningens WWW-växel"
)


def random_case(seed: int) -> Case:
    """A graph with 1-5 lanes and mostly downward links; some go up, some share a target, some boxes are joined."""
    chance = random.Random(seed)
    lanes = LANES[: chance.randint(1, 4)] + ["Polisen"] * (seed % 2)
    columns = [(lane, side) for lane in range(len(lanes)) for side in range(chance.choice((1, 1, 2)))]
    steps: list[Block] = []
    for level in range(chance.randint(1, 11)):
        for lane, side in sorted(chance.sample(columns, chance.randint(1, min(3, len(columns))))):
            kind = chance.choice(("action", "action", "action", "question"))
            text = " ".join(chance.choices(TEXT.split(), k=chance.randint(1, 7)))
            steps.append(Block(f"s{len(steps)}", lane, side, level, kind, text))
    return lanes, steps, random_links(chance, steps)


def random_links(chance: random.Random, steps: list[Block]) -> list[Link]:
    """Links out of every box that is not an end:
    Ja and Nej, or longer labels, from a question, one or two from an action."""
    links = []
    answers = chance.choice((["Ja", "Nej"], ["Ja", "Nej"], ["Ja, samma dag", "Det går inte att säga ännu"]))
    for step in steps:
        below = [other.id for other in steps if other.level > step.level]
        if chance.random() < 0.1:
            below = [other.id for other in steps if other.id != step.id]
        labels = {"question": answers, "action": [""] * chance.choice((1, 1, 2))}[step.kind]
        links += [Link(step.id, chance.choice(below), label) for label in labels if below]
    for one, two in combinations(steps, 2):
        if one.level == two.level and chance.random() < 0.15:
            links.append(Link(one.id, two.id, joined=True))
    return links


CASES = {
    "realistic": realistic(),
    **{f"role {lane}": single_role(lane) for lane in range(4)},
    **{f"random {seed}": random_case(seed) for seed in range(FEW)},
}
MANY: dict[str, Case] = {f"random {seed}": random_case(seed) for seed in range(FEW, 200)}
Drawn = list[tuple[str, Case, Drawing]]


@pytest.fixture(scope="module", params=some("cases", full=("many",)))
def drawn(request: pytest.FixtureRequest) -> Drawn:
    """Every case by its name, and its drawing; in the full run many more at random."""
    cases = CASES if request.param == "cases" else MANY
    return [(name, case, layout(*case)) for name, case in cases.items()]


def box_rect(box: Box) -> Rect:
    """The box as (left, top, right, bottom)."""
    return box.x, box.y, box.x + box.w, box.y + box.h


def label_rect(edge: Arrow) -> Rect:
    """Where an edge's label is painted, at most."""
    assert edge.label_at
    (x, y), half = edge.label_at, text_width(edge.label, LABEL_SIZE) / 2
    return x - half, y - 10, x + half, y + 3


def overlap(one: Rect, two: Rect) -> bool:
    """Whether the interiors of two rectangles meet; a line counts as its own interior."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def inside(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in the shape of a box, slanted sides and round corners taken into account."""
    if box.kind == "question":
        turns = [
            (u2 - u1) * (y - v1) - (v2 - v1) * (x - u1) for (u1, v1), (u2, v2) in pairwise([*box.points, box.points[0]])
        ]
        return all(turn >= 0 for turn in turns)
    across, down = (
        max(box.x + box.radius - x, x - box.x - box.w + box.radius, 0),
        max(box.y + box.radius - y, y - box.y - box.h + box.radius, 0),
    )
    return box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h and across**2 + down**2 <= box.radius**2


def pieces(drawing: Drawing) -> list[tuple[int, Rect]]:
    """All straight pieces, each with its edge's number."""
    return [(number, piece) for number, edge in enumerate(drawing.edges) for piece in segments(edge)]


def through_boxes(drawing: Drawing) -> list[tuple[int, str]]:
    """Which edges run through which boxes."""
    return [
        (number, box.id) for number, piece in pieces(drawing) for box in drawing.boxes if overlap(piece, box_rect(box))
    ]


def on_each_other(drawing: Drawing) -> list[tuple[int, int]]:
    """Which edges share a stretch, or even a point of two parallel pieces."""
    found = []
    for (one, (a, b, c, d)), (two, (e, f, g, h)) in combinations(pieces(drawing), 2):
        upright = a == c == e == g and b <= h and f <= d
        level = b == d == f == h and a <= g and e <= c
        if one != two and (upright or level):
            found.append((one, two))
    return found


def covered_labels(drawing: Drawing) -> list[str]:
    """Labels that lie on a box, an edge or another label, or outside the drawing."""
    labelled = [edge for edge in drawing.edges if edge.label_at]
    things = [box_rect(box) for box in drawing.boxes] + [piece for _, piece in pieces(drawing)]
    found = [edge.source for edge in labelled if any(overlap(label_rect(edge), thing) for thing in things)]
    found += [one.source for one, two in combinations(labelled, 2) if overlap(label_rect(one), label_rect(two))]
    return found + [edge.source for edge in labelled if not within(drawing, label_rect(edge))]


def within(drawing: Drawing, rect: Rect) -> bool:
    """Whether a rectangle lies in the drawing, below the header."""
    return rect[0] >= 0 and rect[1] >= drawing.header and rect[2] <= drawing.width and rect[3] <= drawing.height


def lane_of(drawing: Drawing, index: int) -> Lane:
    """The lane with a number."""
    return next(lane for lane in drawing.lanes if lane.index == index)


def test_no_edge_runs_through_a_box(drawn: Drawn) -> None:
    assert [(name, found) for name, _, drawing in drawn if (found := through_boxes(drawing))] == []


def test_no_two_edges_lie_on_each_other(drawn: Drawn) -> None:
    assert [(name, found) for name, _, drawing in drawn if (found := on_each_other(drawing))] == []


def test_labels_lie_free(drawn: Drawn) -> None:
    for name, (_, _, links), drawing in drawn:
        assert covered_labels(drawing) == [], name
        assert [bool(edge.label_at) for edge in drawing.edges] == [bool(link.label) for link in links], name


def test_edges_are_upright_or_level_and_in_order(drawn: Drawn) -> None:
    for name, (_, _, links), drawing in drawn:
        assert [Link(edge.source, edge.target, edge.label, edge.joined) for edge in drawing.edges] == links, name
        for _, (left, top, right, bottom) in pieces(drawing):
            assert (left == right) != (top == bottom), name
            assert within(drawing, (left, top, right, bottom)), name


def test_an_arrow_leaves_below_and_enters_from_above(drawn: Drawn) -> None:
    for name, _, drawing in drawn:
        boxes = {box.id: box for box in drawing.boxes}
        for edge in drawing.edges:
            source, target = boxes[edge.source], boxes[edge.target]
            (x, y), (u, v) = edge.points[0], edge.points[-1]
            assert inside(source, x, y), name
            assert inside(target, u, v), name
            if not edge.joined:
                assert (y, v) == (source.y + source.h, target.y), name
                assert edge.points[1][1] > y, name
                assert v - edge.points[-2][1] >= 10, name


def test_each_port_has_one_edge(drawn: Drawn) -> None:
    for name, _, drawing in drawn:
        ends = Counter(end for edge in drawing.edges for end in (edge.points[0], edge.points[-1]))
        assert [end for end, count in ends.items() if count > 1] == [], name


def test_text_stays_inside_its_shape(drawn: Drawn) -> None:
    for name, (_, steps, _), drawing in drawn:
        texts = {step.id: step.text for step in steps}
        for box in drawing.boxes:
            assert [line for line in box.lines if not in_its_shape(box, line)] == [], name
            assert letters(" ".join(line.text for line in box.lines)) == letters(texts[box.id]), name


def in_its_shape(box: Box, line: TextLine) -> bool:
    half = text_width(line.text, FONT_SIZE) / 2
    return all(inside(box, x, y) for x in (line.x - half, line.x + half) for y in (line.y - 12, line.y + 4))


def letters(text: str) -> str:
    """However it is wrapped."""
    return text.replace("-", "").replace(" ", "")


def test_boxes_stand_in_their_lane(drawn: Drawn) -> None:
    for name, (_, steps, _), drawing in drawn:
        boxes = {box.id: box for box in drawing.boxes}
        assert boxes.keys() == {step.id for step in steps}, name
        for step in steps:
            box, lane = boxes[step.id], lane_of(drawing, step.lane)
            assert lane.x < box.x, name
            assert box.x + box.w < lane.x + lane.width, name
            assert within(drawing, box_rect(box)), name


def test_boxes_stand_apart_in_rows(drawn: Drawn) -> None:
    for name, (_, steps, _), drawing in drawn:
        boxes = {box.id: box for box in drawing.boxes}
        for one, two in combinations(steps, 2):
            assert not overlap(box_rect(boxes[one.id]), box_rect(boxes[two.id])), name
            if one.level == two.level:
                middles = [boxes[step.id].y + boxes[step.id].h / 2 for step in (one, two)]
                assert abs(middles[0] - middles[1]) <= 0.5, name
            if one.level < two.level:
                assert boxes[one.id].y + boxes[one.id].h < boxes[two.id].y, name


def test_lanes_fill_the_width_and_their_borders_lie_free(drawn: Drawn) -> None:
    for name, _, drawing in drawn:
        assert drawing.lanes[0].x == 0, name
        assert all(one.x + one.width == two.x for one, two in pairwise(drawing.lanes)), name
        assert drawing.lanes[-1].x + drawing.lanes[-1].width == drawing.width, name
        borders = {lane.x for lane in drawing.lanes}
        assert not [n for n, (left, _, right, _) in pieces(drawing) if left == right and left in borders], name
        for lane in drawing.lanes:
            for line in lane.lines:
                assert text_width(line.text, FONT_SIZE) * BOLD <= lane.width, name
                assert line.y < drawing.header, name


def test_neighbours_in_a_column_have_a_straight_arrow(drawn: Drawn) -> None:
    for name, (_, steps, _), drawing in drawn:
        by_id = {step.id: step for step in steps}
        for edge in drawing.edges:
            one, two = by_id[edge.source], by_id[edge.target]
            if (one.lane, one.side) == (two.lane, two.side) and one.level < two.level:
                column = [step.level for step in steps if (step.lane, step.side) == (one.lane, one.side)]
                between = any(one.level < level < two.level for level in column)
                assert between or len(edge.points) == 2, name


def test_two_boxes_joined_twice_have_two_lines() -> None:
    steps = [Block("a", 0, 0, 0, "action", "A"), Block("b", 1, 0, 0, "action", "B")]
    drawing = layout(LANES, steps, [Link("a", "b", joined=True), Link("b", "a", joined=True)])
    assert on_each_other(drawing) == []


def test_a_way_back_takes_a_near_gutter() -> None:
    steps = [Block("a", 0, 0, 0, "action", "A"), Block("b", 0, 0, 1, "action", "B"), Block("c", 2, 0, 0, "action", "C")]
    drawing = layout(LANES, steps, [Link("a", "b"), Link("b", "a")])
    assert max(x for x, _ in drawing.edges[1].points) < drawing.boxes[2].x


def test_everything_is_a_whole_number(drawn: Drawn) -> None:
    for name, _, drawing in drawn:
        assert {type(number) for number in numbers(drawing)} == {int}, name


def numbers(drawing: Drawing) -> Iterator[float]:
    yield from (drawing.width, drawing.height, drawing.header)
    for edge in drawing.edges:
        yield from (number for point in edge.points for number in point)
        yield from edge.label_at or ()
    for box in drawing.boxes:
        yield from (box.x, box.y, box.w, box.h)
        yield from (number for line in box.lines for number in (line.x, line.y))


def test_the_realistic_case_is_compact_and_calm() -> None:
    drawing = layout(*realistic())
    assert 950 <= drawing.width <= 1130
    assert crossings(drawing) <= KEPT_CROSSINGS


def test_the_same_input_gives_the_same_drawing() -> None:
    assert layout(*realistic()) == layout(*realistic())


def test_the_layout_is_quick() -> None:
    """A generous bound: the aim is 50 ms, and a busy machine may take several times that."""
    layout(*realistic())
    begun = time.perf_counter()
    layout(*realistic())
    assert time.perf_counter() - begun < 0.5


def test_crossings_counts_a_cross_and_not_a_corner() -> None:
    drawing = layout(["A"], [], [])
    level, upright = (
        Arrow("a", "b", "", False, ((0, 5), (10, 5)), None),
        Arrow("c", "d", "", False, ((5, 0), (5, 10)), None),
    )
    assert crossings(replace(drawing, edges=(level, upright))) == 1
    assert crossings(replace(drawing, edges=(level, replace(upright, points=((5, 5), (5, 10)))))) == 0


def test_the_checks_see_a_broken_drawing() -> None:
    """The assertions above are worth something: each finds a fault that is put in by hand."""
    drawing = layout(*realistic())
    box, first = drawing.boxes[0], drawing.edges[0]
    middle = box.y + box.h // 2
    assert through_boxes(replace(drawing, edges=(replace(first, points=((0, middle), (drawing.width, middle))),)))
    assert on_each_other(replace(drawing, edges=(first, replace(first, source="x"))))
    label = next(edge for edge in drawing.edges if edge.label_at)
    assert covered_labels(replace(drawing, edges=(replace(label, label_at=(box.x + 20, middle)),)))
    assert not inside(
        next(box for box in drawing.boxes if box.kind == "question"),
        *box_rect(next(box for box in drawing.boxes if box.kind == "question"))[:2],
    )


@pytest.mark.parametrize(
    ("steps", "links", "said"),
    [
        ([Block("a", 0, 0, 0, "action", "A"), Block("a", 0, 0, 1, "action", "B")], [], "same id"),
        ([Block("a", 0, 0, 0, "action", "A"), Block("b", 0, 0, 0, "action", "B")], [], "same lane"),
        ([Block("a", 1, 0, 0, "action", "A")], [], "no such lane"),
        ([Block("a", 0, 0, 0, "box", "A")], [], "no such lane or kind"),
        ([Block("a", 0, 0, 0, "action", "A")], [Link("a", "b")], "no such step"),
        (
            [Block("a", 0, 0, 0, "action", "A"), Block("b", 0, 0, 1, "action", "B")],
            [Link("a", "b", joined=True)],
            "one level",
        ),
    ],
)
def test_what_has_no_layout_is_refused(steps: list[Block], links: list[Link], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        layout(["A"], steps, links)


def test_a_long_word_is_cut_at_its_seam() -> None:
    assert wrap("säkerhetsstrateg", 100) == ("säkerhets-", "strateg")
    assert all(text_width(line) <= 90 for line in wrap("Kommunstyrelseförvaltningens upphandlingsansvarige", 90))
    assert wrap("ett två", 1000) == ("ett två",)
    assert wrap("incident\u00adsystemet", 110) == ("incident-", "systemet")
    assert wrap("incident\u00adsystemet", 200) == ("incidentsystemet",)


def test_a_long_note_widens_its_box() -> None:
    """A drawing is higher than a paper is wide: a note in many short lines would make two sheets of one."""
    note = "i samråd med kommunens säkerhetsstrateg och/eller partiets säkerhetsansvarig"
    low, plain = (
        layout(["A"], [Block("a", 0, 0, 0, "action", "Gör det", words)], []).boxes[0] for words in (note, "i dag")
    )
    assert 1 < len(low.notes) < 6
    assert low.w > plain.w
