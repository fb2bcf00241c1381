"""The picture of the whole routine: how many of its lines cross."""

from __future__ import annotations

from audit.figures import Figure
from routine.domain.model import Routine
from routine.layout import crossings
from routine.views.flowchart import flowchart

KEPT_CROSSINGS = 7  # in the whole routine's chart; fewer is welcome, and then this number follows


def crossed(routine: Routine) -> Figure:
    """A routine without a chart has none."""
    view = flowchart(routine)
    count = sum(crossings(part.drawing) for part in view.parts) if view else 0
    return Figure("Korsningar i hela rutinens flödesschema", count, KEPT_CROSSINGS)
