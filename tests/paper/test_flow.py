"""The flowchart on paper: every step once, in letters that can be read, and its words tell every branch."""

from __future__ import annotations

from routine.layout import FONT_SIZE, PT_MM, fitted, layout
from routine.layout.shapes import Block
from routine.model import wording
from routine.model.model import Routine
from routine.pages.flowchart.flowchart import flowchart
from routine.paper.sheets.flow import flow, laid
from tests.kit.bare import of_all
from tests.paper.conftest import Paper


def test_every_step_stands_once_in_readable_letters_and_its_ways_are_told(paper: Paper) -> None:
    for size in ("A3", "A4"):
        matter = flow(paper.routine, size)
        view = flowchart(paper.routine)
        assert view
        steps = {step.id: step for part in view.tracks for step in part.steps}
        shown = [box.id for page in matter.pages for box in page.boxes if box.id in steps]
        assert sorted(shown) == sorted(steps)
        for page in matter.pages:
            assert page.scale * FONT_SIZE / PT_MM >= 6.5
        told = " ".join(page.alt for page in matter.pages)
        for step in steps.values():
            assert step.text in told
            assert all(wording.inside(way.label) in told.casefold() and way.text in told for way in step.ways)


def test_a_chart_that_cannot_be_read_on_a_sheet_has_one_for_each_track_and_ours_is_one_a3(real: Routine) -> None:
    (whole,) = flow(real, "A3").pages
    parts = flow(real, "A4").pages
    assert len(parts) == len(real.tracks)
    assert not whole.said
    assert all(track.title in part.said for track, part in zip(real.tracks, parts, strict=True))
    assert any(box.kind == "mark" for part in parts for box in part.boxes) == _crosses(real)
    long = of_all(real, "actions", text="Ett mycket långt steg " * 12)
    view = flowchart(long)
    assert view
    assert len(laid(long, view, "A3")[1]) == len(long.tracks), "smaller letters rather than more sheets"


def _crosses(routine: Routine) -> bool:
    """Whether anything in a track hangs on what stands in another."""
    view = flowchart(routine)
    assert view
    tracks = {step.id: at for at, part in enumerate(view.tracks) for step in part.steps}
    ways = ((step.id, way.target) for part in view.tracks for step in part.steps for way in step.ways)
    return any(tracks[source] != tracks[target] for source, target in ways)


def test_a_paper_lies_where_the_drawing_is_wide() -> None:
    for count, lies in ((1, False), (5, True)):
        drawing = layout([*"ABCDE"], [Block(str(at), at, 0, 0, "action", "Gör det") for at in range(count)], [])
        assert fitted(drawing, "A4").lies == lies
