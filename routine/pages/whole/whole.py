"""The whole routine as the source has it.

It shows section, row, action and who is responsible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from routine.model.about import SourceDocument
from routine.model.beside import Term
from routine.model.model import Routine
from routine.model.terms import Passage, first_used
from routine.pages.parts.parts import Card, TrackPart, by_track, passages


class Whole(Struct, frozen=True):
    """The tracks with every action.

    `terms` holds the terms first used in each action, by its id; `numbered` is whether any row of the source has a
    number.
    """

    source: SourceDocument
    tracks: tuple[TrackPart, ...]
    terms: Mapping[str, tuple[Term, ...]]
    numbered: bool


def whole(routine: Routine) -> Whole:
    """Return every action in the source's order."""
    tracks = by_track(routine, routine.actions)
    cards = [card for part in tracks for section in part.sections for card in section.cards]
    terms = first_used(routine.terms, (passage for card in cards for passage in _passages(card)))
    return Whole(routine.source, tracks, terms, routine.numbered)


def _passages(card: Card) -> Iterator[Passage]:
    yield from passages((card,))
    if card.jointly:
        yield Passage(card.id, card.jointly.text)
