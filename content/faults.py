"""A fault of a page: where it is, what is wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a built page, as an editor is told of it.

    A fault that is `advice` stops nothing.
    """

    page: str
    message: str
    hint: str
    advice: bool = False

    def __str__(self) -> str:
        return f"{self.page}: {'Råd: ' if self.advice else ''}{self.message}\n    Gör så här: {self.hint}"
