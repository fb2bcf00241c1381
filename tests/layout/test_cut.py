"""A drawing in pieces: whole boxes and labels, nothing lost, no piece too large, and as few as that allows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from routine.layout import Drawing, Piece, cut
from routine.loading.load import load
from routine.views.flowchart import flowchart
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import lengthened

SIZES = [(4000, 4000), (1200, 900), (700, 700), (420, 300), (250, 250)]


@pytest.fixture(scope="module", params=["rutinen", "den lilla", "en mycket längre"])
def drawing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Drawing:
    large = tmp_path_factory.mktemp("stor") / "rutin.yaml"
    files = {"rutinen": REAL, "den lilla": SMALL}
    view = flowchart(load(files.get(request.param) or lengthened(REAL, large, 40)))
    assert view
    return view.parts[0].drawing


def spans(pieces: tuple[Piece, ...]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """From where to where each column and each row of pieces goes."""
    return (
        sorted({(each.x, each.x + each.width) for each in pieces}),
        sorted({(each.y, each.y + each.height) for each in pieces}),
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_pieces_are_the_whole_and_nothing_is_cut_through(drawing: Drawing, size: tuple[int, int]) -> None:
    pieces = cut(drawing, *size)
    across, down = spans(pieces)
    for parts, start, end in ((across, 0, drawing.width), (down, drawing.header, drawing.height)):
        assert parts[0][0] == start
        assert parts[-1][1] == end
        assert all(one[1] == other[0] for one, other in pairwise(parts))
    assert sorted(box.id for piece in pieces for box in piece.boxes) == sorted(box.id for box in drawing.boxes)
    for piece in pieces:
        for box in piece.boxes:
            assert piece.x <= box.x < box.x + box.w <= piece.x + piece.width
            assert piece.y <= box.y < box.y + box.h <= piece.y + piece.height
        for edge in drawing.edges:
            if edge.label_at and piece.y <= edge.label_at[1] <= piece.y + piece.height:
                assert edge.label_at[1] - 12 >= piece.y, "a label is whole"


@pytest.mark.parametrize("size", SIZES)
def test_a_piece_is_no_larger_than_it_may_be_unless_a_box_or_a_lane_is(drawing: Drawing, size: tuple[int, int]) -> None:
    across, down = spans(cut(drawing, *size))
    assert all(end - start <= size[0] or [lane.x for lane in drawing.lanes].count(start) for start, end in across)
    tallest = max(box.h for box in drawing.boxes) + 100
    assert all(end - start <= max(size[1], tallest) for start, end in down)
    if size == SIZES[0]:
        assert len(cut(drawing, *size)) == 1


def test_pieces_are_even() -> None:
    view = flowchart(load(REAL))
    assert view
    high = [piece.height for piece in cut(view.parts[0].drawing, 4000, 1500)]
    assert len(high) == 2
    assert max(high) / min(high) < 1.3


def test_no_arrow_runs_along_a_cut(drawing: Drawing) -> None:
    _, down = spans(cut(drawing, 4000, 500))
    for cut_at in [end for _, end in down[:-1]]:
        for edge in drawing.edges:
            level = [y for (_, y), (_, v) in pairwise(edge.points) if y == v]
            assert all(abs(y - cut_at) >= 4 for y in level)


def test_an_arrow_is_drawn_in_every_piece_that_it_passes(drawing: Drawing) -> None:
    pieces = cut(drawing, 500, 500)
    for edge in drawing.edges:
        seen = [piece for piece in pieces if edge in piece.edges]
        for x, y in edge.points:
            assert any(
                piece.x <= x <= piece.x + piece.width and piece.y <= y <= piece.y + piece.height for piece in seen
            )
