"""Current guidance, apart from the adopted routine, with source and date."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from routine.domain.about import SourceDocument
from routine.domain.beside import Guidance
from routine.domain.model import Routine
from routine.views.calls import Spoken, points


class GuidancePage(Struct, frozen=True):
    """The items in the order of the data, and their points by their ids."""

    items: tuple[Guidance, ...]
    points: Mapping[str, tuple[Spoken, ...]]
    source: SourceDocument


def guidance(routine: Routine) -> GuidancePage:
    """Every item."""
    return GuidancePage(routine.guidance, points(routine, routine.guidance), routine.source)
