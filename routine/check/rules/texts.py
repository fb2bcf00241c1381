"""Walk of a routine: every text with its path and kind, and every date.

All rules share this one walk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from pydantic import BaseModel

from routine.check.model_paths import hints, item_type
from routine.check.nodes import Path
from routine.model import fields
from routine.model.about import SourceDocument
from routine.model.beside import Reference
from routine.model.model import Routine

Kind = Literal["ours", "quoted", "phone", "other"]
# Titles and names that others have chosen, which we repeat as they are.
QUOTED: Mapping[type[BaseModel], tuple[str, ...]] = {
    SourceDocument: ("title", "part_of"),
    Reference: ("publisher", "title", "date"),
}


class Leaf(Struct, frozen=True):
    """A text of the routine, with its path.

    `kind` is `ours` for prose that we have written and a reader sees, `quoted` for a title or name that others have
    chosen, and `other` for an id, an address or a chosen word.
    """

    path: Path
    text: str
    kind: Kind

    @property
    def key(self) -> str:
        """Return the key that the text stands under."""
        return next(step for step in reversed(self.path) if isinstance(step, str))


@lru_cache(maxsize=2)  # Many rules ask for the same, and a routine never changes.
def leaves(routine: Routine) -> tuple[Leaf, ...]:
    """Return every text of the routine, in the order of the model."""
    return tuple(Leaf(path, value, kind) for path, value, kind in _walk(routine, (), "other") if isinstance(value, str))


def prose(routine: Routine) -> Iterator[Leaf]:
    """Yield the sentences that we have written and a reader sees."""
    return (leaf for leaf in leaves(routine) if leaf.kind == "ours")


def of_today(routine: Routine) -> Iterator[Leaf]:
    """Yield our prose without the revisions.

    An edition tells of its own time, and is not updated.
    """
    return (leaf for leaf in prose(routine) if leaf.path[0] != "revisions")


def days(routine: Routine) -> Iterator[tuple[Path, date]]:
    """Yield every date of the routine, with its path."""
    return ((path, value) for path, value, _ in _walk(routine, (), "other") if isinstance(value, date))


def _walk(value: object, path: Path, kind: Kind) -> Iterator[tuple[Path, object, Kind]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name), _kind(type(value), name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _walk(item, (*path, at), kind)
    else:
        yield path, value, kind


@cache
def _kind(part: type[BaseModel], name: str) -> Kind:
    taken = item_type(hints(part)[name])
    if taken == fields.Phone:
        return "phone"
    if taken not in (fields.Line, fields.Text, fields.Edition):
        return "other"
    return "quoted" if name in QUOTED.get(part, ()) else "ours"


@lru_cache(maxsize=2)
def places(routine: Routine) -> dict[str, Path]:
    """Return the path of every text by its short name.

    Where two would have the same name, the name of their list is put first.
    """
    short = {leaf.path: _short(routine, leaf.path) for leaf in leaves(routine)}
    times = Counter(short.values())
    return {name if times[name] == 1 else f"{path[0]}.{name}": path for path, name in short.items()}


def _short(routine: Routine, path: Path) -> str:
    top, rest = path[0], path[1:]
    items = getattr(routine, str(top))
    id = getattr(items[rest[0]], "id", "") if isinstance(rest[0], int) else ""
    steps = (id, *rest[1:]) if id else path
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
