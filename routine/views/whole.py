"""The whole routine as the source has it: section, row, action, who is responsible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from routine.model import Routine, SourceDocument, Term
from routine.terms import first_used
from routine.views.parts import TrackPart, by_track, passages


@dataclass(frozen=True, slots=True)
class Whole:
    """The tracks with every action. `terms` are those first used in each, by its id."""

    source: SourceDocument
    tracks: tuple[TrackPart, ...]
    terms: Mapping[str, tuple[Term, ...]]


def whole(routine: Routine) -> Whole:
    """Every action in the source's order."""
    tracks = by_track(routine, routine.actions)
    cards = (card for part in tracks for section in part.sections for card in section.cards)
    return Whole(routine.source, tracks, first_used(routine.terms, passages(cards)))
