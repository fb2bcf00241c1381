"""The words that something is asked for by, which only the search has."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.texts import leaves

# As somebody in a hurry writes it: what is longer is no word but a text, which nobody writes in a search.
MOST_LETTERS = 40
MOST_WORDS = 5
KEYS = ("also", "subject")


@rule()
def asked_at_length(routine: Routine) -> Iterator[Finding]:
    """A word or a few. A comma would make two of it: the search parts them by it. A semicolon stands in its place."""
    for leaf in leaves(routine):
        several = len(leaf.text.split()) > MOST_WORDS or "," in leaf.text or ";" in leaf.text
        if leaf.key in KEYS and (several or len(leaf.text) > MOST_LETTERS):
            yield Finding(
                "R085",
                leaf.path,
                f"”{leaf.text}” är inget sökord.",
                f"ett till {MOST_WORDS} ord, högst {MOST_LETTERS} tecken, utan komma och semikolon",
                "dela upp det i flera, med komma mellan, så korta som den som söker skriver dem.",
            )
