"""The page of current guidance, kept apart from the adopted routine."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from routine.model.about import SourceDocument
from routine.model.beside import Guidance
from routine.model.model import Routine
from routine.pages.parts.calls import Spoken, points


class GuidancePage(Struct, frozen=True):
    """The guidance items in the order of the data, and their points.

    `points` holds the points of each item by its id. Each item has its source and date.
    """

    items: tuple[Guidance, ...]
    points: Mapping[str, tuple[Spoken, ...]]
    source: SourceDocument


def guidance(routine: Routine) -> GuidancePage:
    """Return the page with every guidance item."""
    return GuidancePage(routine.guidance, points(routine, routine.guidance), routine.source)
