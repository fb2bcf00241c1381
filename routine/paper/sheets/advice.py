"""Current guidance on a sheet: apart from the routine, with its source."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model.beside import Guidance
from routine.model.wording import NOT_THE_ROUTINE, followed


class SourcedAdvice(Struct, frozen=True):
    """A piece of guidance, with a line for each point.

    `said` tells that it is guidance, and whose. The day when it was compared with its source is left out: a sheet is
    valid as long as its words are.
    """

    title: str
    points: tuple[str, ...]
    said: str


def advised(items: Iterable[Guidance]) -> tuple[SourcedAdvice, ...]:
    return tuple(SourcedAdvice(item.title, item.points, f"{NOT_THE_ROUTINE}. {source_of(item)}") for item in items)


def source_of(item: Guidance) -> str:
    """Return the source of a piece of guidance, on one line."""
    title = followed(item.source.title, "," if item.source.date else ".")
    return f"Källa: {item.source.publisher}, {title}{f' {item.source.date}.' if item.source.date else ''}"
