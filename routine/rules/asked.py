"""The words that something is asked for by, which only the search has."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.rules.core import Finding, rule
from routine.rules.texts import leaves

# As somebody in a hurry writes it: what is longer is no word but a text, which nobody writes in a search.
MOST_LETTERS = 40
MOST_WORDS = 5


@rule()
def asked_at_length(routine: Routine) -> Iterator[Finding]:
    """A word or a few. A comma would make two of it: the search parts them by it."""
    for leaf in leaves(routine):
        if leaf.key == "also" and (
            len(leaf.text) > MOST_LETTERS or len(leaf.text.split()) > MOST_WORDS or "," in leaf.text
        ):
            yield Finding(
                "R085",
                leaf.path,
                f"”{leaf.text}” är inget sökord.",
                f"ett till {MOST_WORDS} ord, högst {MOST_LETTERS} tecken, utan komma",
                "dela upp det i flera, så korta som den som söker skriver dem.",
            )
