"""What an example is: the lines as somebody wrote them, and as they should stand."""

from __future__ import annotations

from msgspec import Struct


class Example(Struct, frozen=True):
    """`file` is where they stand, when that is not the routine."""

    wrong: str
    right: str
    file: str = ""
