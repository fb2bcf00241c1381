"""What can be read on a screen must be there on paper too: a character without a glyph would be printed as a box."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.glyphs import unknown
from routine.rules.texts import leaves


@rule()
def character_without_glyph(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        for character in unknown(leaf.text):
            yield Finding(
                "R024",
                leaf.path,
                f"Tecknet ”{character}” (U+{ord(character):04X}) finns inte i typsnittet som skrivs ut.",
                "latinska bokstäver, siffror och vanliga skiljetecken",
                "skriv med ord i stället, eller byt tecknet.",
            )
