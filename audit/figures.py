"""Figures with their limits, and the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("Mått", "Värde", "Gräns", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure and its limit.

    `limit` is the most that the value may be, or with `least` the least. `faults` are the things
    counted, in words.
    """

    name: str
    value: float
    limit: float
    least: bool = False
    faults: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Return whether the value is on the wrong side of its limit."""
        return self.value < self.limit if self.least else self.value > self.limit


def table(figures: Sequence[Figure]) -> str:
    """Render one line for each figure.

    After them stand the faults of each figure that breaks its limit.
    """
    rows = [HEAD, *((figure.name, number(figure.value), _limit(figure), _verdict(figure)) for figure in figures)]
    name, value, limit = (max(len(row[column]) for row in rows) for column in range(3))
    lines = [f"{row[0]:<{name}}  {row[1]:>{value}}  {row[2]:>{limit}}  {row[3]}".rstrip() for row in rows]
    for figure in figures:
        if figure.over and figure.faults:
            lines += ["", f"{figure.name}:", *(f"    {fault}" for fault in dict.fromkeys(figure.faults))]
    return "\n".join(lines)


def number(value: float) -> str:
    """Format a number as written in Swedish: `39 321` and `51,3`."""
    return (f"{value:,}" if isinstance(value, int) else f"{value:,.1f}").replace(",", " ").replace(".", ",")


def _limit(figure: Figure) -> str:
    return f"{'minst' if figure.least else 'högst'} {number(figure.limit)}"


def _verdict(figure: Figure) -> str:
    return "HÅLLER INTE" if figure.over else "håller"
