"""For editors: the words beside its name that the search finds each thing by. No reader's page shows them."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.asked_by import AskedBy, asked_by
from routine.domain.model import Routine


class SearchWords(Struct, frozen=True):
    """Of what has such words, in the order of the file."""

    asked: tuple[AskedBy, ...]


def search_words(routine: Routine) -> SearchWords:
    """A routine without such words has no such page."""
    return SearchWords(asked_by(routine))
