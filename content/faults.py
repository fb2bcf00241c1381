"""What an editor is told of a page: where, what is wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a built page. `advice` stops nothing."""

    page: str
    message: str
    hint: str
    advice: bool = False

    def __str__(self) -> str:
        return f"{self.page}: {'Råd: ' if self.advice else ''}{self.message}\n    Gör så här: {self.hint}"
