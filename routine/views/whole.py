"""The whole routine as the source has it: section, row, action, who is responsible."""

from __future__ import annotations

from dataclasses import dataclass

from routine.model import Routine, SourceDocument
from routine.views.parts import TrackPart, by_track


@dataclass(frozen=True, slots=True)
class Whole:
    """The tracks with every action."""

    source: SourceDocument
    tracks: tuple[TrackPart, ...]


def whole(routine: Routine) -> Whole:
    """Every action in the source's order."""
    return Whole(routine.source, by_track(routine, routine.actions))
