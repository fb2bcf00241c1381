"""A chart too large to be one drawing is one for each track, and nothing is lost between them."""

from __future__ import annotations

from collections import Counter

from routine.model.model import Routine
from routine.pages.flowchart.drawing import parted, widened
from routine.pages.flowchart.flowchart import flowchart
from tests.kit.bare import altered, changed


def test_every_way_is_an_arrow_or_is_told_at_both_its_ends(small: Routine, real: Routine) -> None:
    apart = 0
    wait = next(action.after for action in real.actions if action.after)
    waiting = altered(real, real.actions[-1].id, after=(changed(wait[0], action=real.actions[0].id),))
    for routine in (small, real, waiting):
        view = flowchart(routine)
        assert view
        for parts in ((widened(routine, view.tracks),), parted(routine, view.tracks)):
            of = {step.id: part for part in parts for step in part.steps}
            edges = [(part, edge) for part in parts for edge in part.drawing.edges if not edge.joined]
            drawn = Counter((edge.source, edge.target) for part, edge in edges if edge.source not in part.told)
            marked = {edge.target for part, edge in edges if edge.source in part.told}
            for step in (step for part in parts for step in part.steps):
                for way in step.ways:
                    here = of[step.id] is of[way.target]
                    assert drawn[step.id, way.target] == here
                    assert here or way.target in marked
                    apart += not here
    assert apart
