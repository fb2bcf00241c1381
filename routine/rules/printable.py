"""What can be read on a screen must be there on paper too: a character without a glyph would be printed as a box."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.rules.core import Finding, rule
from routine.rules.glyphs import unknown


@rule()
def character_without_glyph(routine: Routine) -> Iterator[Finding]:
    for path, text in _texts(routine, ()):
        for character in unknown(text):
            yield Finding(
                "R024",
                path,
                f"Tecknet ”{character}” (U+{ord(character):04X}) finns inte i typsnittet som skrivs ut.",
                "latinska bokstäver, siffror och vanliga skiljetecken",
                "skriv med ord i stället, eller byt tecknet.",
            )


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of the model, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts(item, (*path, at))
