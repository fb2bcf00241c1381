"""A printed sheet: a file, its template, and its content as plain data."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from routine.check.nodes import Path

# How pages lie on paper, in the terms of a PDF: one a paper, or turned as in a book.
Sides = Literal["Simplex", "DuplexFlipLongEdge"]


class Printed(Struct, frozen=True):
    """A file with its matter, a frozen Struct, and the template that sets it.

    `kind` is the name of its kind, `owner` the role's name or empty. `said` is what it says of the routine, which gives
    its code. `sides` is how the pages lie on paper, when they are several. `place` is the path in the routine of the
    sheet's owner, for problems with the sheet.
    """

    file: str
    kind: str
    owner: str
    template: str
    matter: Any
    said: tuple[Any, ...]
    place: Path = ()
    sides: Sides = "Simplex"
