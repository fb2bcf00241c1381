"""A printed sheet: a file, the template that sets it, and what stands on it as plain data in the template's shape. Its
words and their order are its code: a field that is not printed has no place in a matter, unless it is `Drawn`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from msgspec import Struct

from routine.reading.nodes import Path

# How its pages lie on paper, in the words of a PDF: one a paper, or turned as in a book.
Sides = Literal["Simplex", "DuplexFlipLongEdge"]


T = TypeVar("T")
# Of a field with where and how large something is drawn, which says nothing: a sheet's code does not depend on it.
Drawn = Annotated[T, "drawn"]


class Printed(Struct, frozen=True):
    """A file with its matter, a frozen Struct, and the template that sets it.

    `kind` is what it is called, `owner` the role's name or empty. `sides` is how its pages lie on paper, when they are
    several. `place` is where the routine says whose sheet it is, for what is wrong with it.
    """

    file: str
    kind: str
    owner: str
    template: str
    matter: Any
    place: Path = ()
    sides: Sides = "Simplex"
