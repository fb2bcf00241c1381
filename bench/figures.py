"""A figure and what it may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds: the median and the longest of several;
    `limit` is for the longest, or `by_median` for that, and None where none is set."""

    name: str
    median: float
    longest: float
    limit: float | None = None
    by_median: bool = False

    @property
    def over(self) -> bool:
        """Whether it is more than it may be."""
        return self.limit is not None and (self.median if self.by_median else self.longest) > self.limit

    def __str__(self) -> str:
        limit = f"  gräns {self.limit:.0f} ms{'  ÖVER' if self.over else ''}" if self.limit is not None else ""
        return f"{self.name:<58} median {self.median:7.1f} ms  längst {self.longest:7.1f} ms{limit}"
