"""A chart too large to be one drawing is several, and nothing is lost between them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from routine.domain.model import Routine
from routine.layout import PAPERS, fitted
from routine.loading.load import load
from routine.views.drawing import FlowPart
from routine.views.flowchart import Flowchart, flowchart
from tests.kit.bare import changed, of_all
from tests.kit.large import large


@pytest.fixture(scope="module")
def much(tmp_path_factory: pytest.TempPathFactory) -> Routine:
    return load(large(tmp_path_factory.mktemp("stor") / "rutin.yaml"))


def chart(routine: Routine, role: str = "") -> Flowchart:
    view = flowchart(routine, role)
    assert view
    return view


def numbered(part: FlowPart, id: str) -> str:
    """What a box says of other parts: above a step what leads to it, else where it goes on."""
    return " ".join(
        line.text for box in part.drawing.boxes if box.id == id for line in (*box.lines, *box.notes)
    ).replace("\N{NO-BREAK SPACE}", " ")


def test_a_small_one_is_whole_and_has_the_key_of_its_tracks(small: Routine, much: Routine) -> None:
    assert [part.said for part in chart(small).parts] == [""]
    assert [part.track for part in chart(small).key] == list(small.tracks)
    assert chart(much).key == ()


def test_a_large_one_is_a_part_for_each_track_that_fits_one_paper(much: Routine) -> None:
    parts = chart(much).parts
    assert [part.title for part in parts] == [track.title for track in much.tracks]
    assert all(len(fitted(part.drawing, *PAPERS["A3"]).pieces) == 1 for part in parts)


def test_without_tracks_its_sections_are_parts_and_one_section_is_halved(much: Routine) -> None:
    sections = tuple(changed(section, track=None) for section in much.sections)
    loose = changed(much, tracks=(), sections=sections)
    assert [part.title for part in chart(loose).parts] == [section.title for section in sections]
    one = of_all(changed(loose, sections=sections[:1]), "actions", section=sections[0].id)
    titles = [part.title for part in chart(one).parts]
    assert titles == [f"{sections[0].title}, {at} av {len(titles)}" for at in range(1, len(titles) + 1)]
    assert len(titles) > 2


@pytest.mark.parametrize("role", ["", "beredskapssamordnaren"])
def test_every_way_is_an_arrow_or_is_said_at_both_its_ends(much: Routine, role: str) -> None:
    view = chart(much, role)
    of = {step.id: part for part in view.parts for step in part.steps}
    drawn = Counter(
        (edge.source, edge.target)
        for part in view.parts
        for edge in part.drawing.edges
        if not edge.joined and edge.source not in part.told
    )
    for step in (step for part in view.parts for step in part.steps):
        for way in step.ways:
            here, there = of[step.id], of[way.target]
            assert drawn[step.id, way.target] == (here is there)
            if here is not there:
                (mark,) = [
                    edge.source
                    for edge in there.drawing.edges
                    if edge.target == way.target and edge.source in there.told
                ]
                said = numbered(there, mark).replace("- ", "").replace(" ", "")
                assert f"Del{here.number}:{way.words}".replace(" ", "").replace("-", "") in said.replace("-", "")
                onward = re.search(r"idare i del ([\d, och]+)", numbered(here, step.id).split(f"{way.label}:")[-1])
                assert onward
                assert str(there.number) in re.findall(r"\d+", onward[1])
