"""A printed sheet: a file, its template, and its content as plain data.

The data have the shape that the template needs. Their words and order give the sheet's code: a field that is not
printed has no place in a matter, unless it is `Drawn`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from msgspec import Struct

from routine.check.nodes import Path

# How pages lie on paper, in the terms of a PDF: one a paper, or turned as in a book.
Sides = Literal["Simplex", "DuplexFlipLongEdge"]


T = TypeVar("T")
# Marks a field that says nothing to the reader, such as a position or a size: a sheet's code does not depend on it.
Drawn = Annotated[T, "drawn"]


class Printed(Struct, frozen=True):
    """A file with its matter, a frozen Struct, and the template that sets it.

    `kind` is the name of its kind, `owner` the role's name or empty. `sides` is how the pages lie on paper, when they
    are several. `place` is the path in the routine of the sheet's owner, for problems with the sheet.
    """

    file: str
    kind: str
    owner: str
    template: str
    matter: Any
    place: Path = ()
    sides: Sides = "Simplex"
