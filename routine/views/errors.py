"""For editors: each fault that the check can find, by its code, with a wrong and a right example."""

from __future__ import annotations

from msgspec import Struct

from routine.reading.messages import messages

# What the first letter of a code says.
KINDS = {
    "S": "Filen går inte att läsa rätt",
    "M": "En nyckel eller ett värde",
    "R": "Det som inte hänger ihop, eller inte ska stå där",
    "K": "Rutinen och det antagna dokumentet",
    "E": "En ny utgåva",
    "P": "Utskrifter",
    "N": "Namn som inte publiceras",
    "V": "Råd om språket",
    "D": "Dagar som har passerat eller inte har kommit",
    "G": "Det som ska fyllas i före publicering",
}


class Coded(Struct, frozen=True):
    """A code. The examples are lines of the routine, or of another `file`; empty where a few lines cannot show it."""

    code: str
    title: str
    wrong: str
    right: str
    file: str


class Errors(Struct, frozen=True):
    """Every code, under what its letter says."""

    kinds: tuple[tuple[str, tuple[Coded, ...]], ...]


def errors() -> Errors:
    """Made from the codes themselves, so that none is missing."""
    return Errors(
        tuple(
            (title, tuple(_coded(code) for code in messages() if code[0] == letter)) for letter, title in KINDS.items()
        )
    )


def _coded(code: str) -> Coded:
    said = messages()[code]
    return Coded(code, said.title, said.wrong, said.right, said.file)
