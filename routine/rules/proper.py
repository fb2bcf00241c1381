"""A role whose name begins with somebody's own name, which the pages would write with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.wording import INITIALS, inside
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.texts import prose

SURE = 2  # Texts that write it so, none of them otherwise: one may be a slip.


@rule("roles.*.name")
def name_begins_with_a_name(routine: Routine) -> Iterator[Finding]:
    """Only the other texts of the file can tell a name from a common word: by the capital that they give it inside a
    sentence."""
    texts = [leaf.text for leaf in prose(routine) if leaf.path[::2] != ("roles", "name")]
    for i, role in enumerate(routine.roles):
        first = role.name.split()[0]
        if INITIALS.match(first) or not _always_large(first, texts):
            continue
        yield Finding(
            "V015",
            ("roles", i, "name"),
            f"Inne i en mening skriver sidorna ”{inside(role.name)}”, men andra texter har ”{first}” med stor bokstav.",
            "ett namn som inte börjar med ett egennamn",
            f"är ”{first}” ett egennamn, ställ ett annat ord först: Montören från Norrverket, inte Norrverkets montör. "
            "Är det inte det, skriv det med liten bokstav inne i de andra meningarna.",
        )


def _always_large(word: str, texts: list[str]) -> bool:
    """Whether the texts write a word so inside a sentence, whosever it is there, and never with a small letter."""
    stem = re.escape(word.removesuffix("s"))
    large = re.compile(rf"(?<=[\w,;] ){stem}s?\b")
    small = re.compile(rf"(?<![\w-]){inside(stem)}s?\b")
    return sum(bool(large.search(text)) for text in texts) >= SURE and not any(map(small.search, texts))
