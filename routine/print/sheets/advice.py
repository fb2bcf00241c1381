"""Current guidance on a sheet: apart from the routine, with its source."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.domain.beside import Guidance
from routine.domain.wording import NOT_THE_ROUTINE, followed


class SourcedAdvice(Struct, frozen=True):
    """What helps, a line each; `said` is that it is guidance, and whose. Not the day when it was compared with its
    source: a sheet holds as long as its words do."""

    title: str
    points: tuple[str, ...]
    said: str


def advised(items: Iterable[Guidance]) -> tuple[SourcedAdvice, ...]:
    return tuple(SourcedAdvice(item.title, item.points, f"{NOT_THE_ROUTINE}. {source_of(item)}") for item in items)


def source_of(item: Guidance) -> str:
    """Where it is from, in a line."""
    title = followed(item.source.title, "," if item.source.date else ".")
    return f"Källa: {item.source.publisher}, {title}{f' {item.source.date}.' if item.source.date else ''}"
