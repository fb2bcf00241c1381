"""What can be read on a screen must be there on paper too: a character without a glyph would be printed as a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.glyphs import unknown
from routine.rules.texts import leaves

# Other hyphens, of which one looks as the other: Word has a hard one.
HYPHENS = "\u2010\u2011\u2012"


@rule()
def character_without_glyph(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        for character in unknown(leaf.text):
            yield Finding(
                "R024",
                leaf.path,
                f"Tecknet ”{character}” (U+{ord(character):04X}) finns inte i typsnittet som skrivs ut.",
                "latinska bokstäver, siffror och vanliga skiljetecken",
                _meant(character),
                part=character,
            )


def _meant(character: str) -> str:
    """What to write: the letters that a ligature stands for, an ordinary sign for one of another width."""
    if character in HYPHENS:
        return "skriv ett vanligt - i stället."
    plain = unicodedata.normalize("NFKC", character)
    if plain == " ":
        return "skriv ett vanligt mellanslag."
    same = plain != character and plain.strip() and not unknown(plain)
    return f"skriv {plain} i stället." if same else "skriv med ord i stället, eller byt tecknet."
