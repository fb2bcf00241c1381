"""Core of the rules: functions that yield findings by path, not position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Literal, TypeVar

from msgspec import Struct
from pydantic import BaseModel

from routine.check.finding import Finding
from routine.check.model_paths import hints, item_type
from routine.check.nodes import Path
from routine.model import fields
from routine.model.about import SourceDocument
from routine.model.adopted import Adopted
from routine.model.beside import Dated, Reference
from routine.model.graph import Step
from routine.model.grouping import again
from routine.model.model import Routine
from routine.model.referring import Refers

Kind = Literal["ours", "quoted", "phone", "other"]
Marked = tuple[Kind, Refers | None]
# Titles and names that others have chosen, which we repeat as they are.
QUOTED: Mapping[type[BaseModel], tuple[str, ...]] = {
    SourceDocument: ("title", "part_of"),
    Reference: ("publisher", "title", "date"),
    Dated: ("publisher", "title", "date"),
}


class Leaf(Struct, frozen=True):
    """A text of the routine, with its path.

    `kind` is `ours` for prose that we have written and a reader sees, `quoted` for a title or name that others have
    chosen, and `other` for an id, an address or a chosen word. `refers` is what an id refers to.
    """

    path: Path
    text: str
    kind: Kind
    refers: Refers | None = None

    @property
    def key(self) -> str:
        """Return the key that the text stands under."""
        return next(step for step in reversed(self.path) if isinstance(step, str))


@lru_cache(maxsize=2)  # Many rules ask for the same, and a routine never changes.
def leaves(routine: Routine) -> tuple[Leaf, ...]:
    """Return every text of the routine, in the order of the model."""
    return tuple(Leaf(path, value, *mark) for path, value, mark in _walk(routine) if isinstance(value, str))


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
    return ((path, value) for path, value, _ in _walk(routine) if isinstance(value, date))


def _walk(value: object, path: Path = (), mark: Marked = ("other", None)) -> Iterator[tuple[Path, object, Marked]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name), _mark(type(value), name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _walk(item, (*path, at), mark)
    else:
        yield path, value, mark


@cache
def _mark(part: type[BaseModel], name: str) -> Marked:
    taken = item_type(hints(part)[name])
    refers = next((mark for mark in getattr(taken, "__metadata__", ()) if isinstance(mark, Refers)), None)
    if taken == fields.Phone:
        return "phone", refers
    if taken not in (fields.Line, fields.Text, fields.Edition):
        return "other", refers
    return "quoted" if name in QUOTED.get(part, ()) else "ours", refers


@lru_cache(maxsize=2)
def places(routine: Routine) -> dict[str, Path]:
    """Return the path of every text by its short name.

    Where two would have the same name, the name of their list is put first.
    """
    short = {leaf.path: _short(routine, leaf.path) for leaf in leaves(routine)}
    times = Counter(short.values())
    return {name if times[name] == 1 else f"{path[0]}.{name}": path for path, name in short.items()}


def place_of(routine: Routine, path: Path) -> str:
    """Return the short name of a text."""
    return next((name for name, place in places(routine).items() if place == path), "")


def _short(routine: Routine, path: Path) -> str:
    top, rest = path[0], path[1:]
    items = getattr(routine, str(top))
    id = getattr(items[rest[0]], "id", "") if isinstance(rest[0], int) else ""
    steps = (id, *rest[1:]) if id else path
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


Check = Callable[[Routine], Iterator[Finding]]
Held = Callable[[Routine, Adopted], Iterator[Finding]]
Rule = TypeVar("Rule", Check, Held)
# Rule → the codes that silence it. Their rules run before it, and nobody may except them.
NEEDS: dict[Check | Held, tuple[str, ...]] = {}


def needs(*codes: str) -> Callable[[Rule], Rule]:
    """Mark a rule as silent once any of the codes is found.

    One fault is then reported once.
    """

    def marked(check: Rule) -> Rule:
        NEEDS[check] = codes
        return check

    return marked


def tried(rules: Iterable[Check | Held], broken: set[str], *given: Routine | Adopted) -> Iterator[Finding]:
    """Run the rules in order and add the codes they find to `broken`."""
    for one in rules:
        if broken.isdisjoint(NEEDS.get(one, ())):
            for finding in one(*given):  # type: ignore[arg-type]
                broken.add(finding.code)
                yield finding


def twice(code: str, placed: Iterable[tuple[Hashable, Path, object]], kind: str = "") -> Iterator[Finding]:
    """Report each item whose key an earlier item has.

    `placed` holds the key, path and item of each.
    """
    for _, (path, it), (first, other) in again((key, (path, it)) for key, path, it in placed):
        yield Finding(code, path, kind, related=[first], it=it, other=other)


def steps(routine: Routine) -> Iterator[tuple[Path, Step]]:
    """Yield every question and every action, with its path."""
    yield from ((("questions", i), question) for i, question in enumerate(routine.questions))
    yield from ((("actions", i), action) for i, action in enumerate(routine.actions))
