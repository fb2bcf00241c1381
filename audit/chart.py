"""The crossings in the flowchart of the whole routine."""

from __future__ import annotations

from audit.figures import Figure
from routine.layout import crossings
from routine.model.model import Routine
from routine.pages.flowchart.flowchart import flowchart

KEPT_CROSSINGS = 7  # in the whole routine's chart; if they become fewer, lower this number


def crossed(routine: Routine) -> Figure:
    """Count the crossings of edges; a routine without a chart has none."""
    view = flowchart(routine)
    count = sum(crossings(part.drawing) for part in view.parts) if view else 0
    return Figure("Korsningar i hela rutinens flödesschema", count, KEPT_CROSSINGS)
