"""What an example is: the lines as somebody wrote them, and as they should stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """`file` is where they stand, when that is not the routine."""

    wrong: str
    right: str
    file: str = ""
