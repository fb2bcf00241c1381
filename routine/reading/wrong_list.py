"""An item that stands in another list of the routine than its keys belong to: read as if it stood there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from routine.reading.model_paths import lists, required
from routine.reading.nodes import Mapping, Node, Scalar, Sequence
from routine.reading.problems import Mark, Problem

# So many of its keys the list that it stands in has not: of one or two somebody may have thought that it had.
LEAST_UNKNOWN = 3


class Moved(Struct, frozen=True):
    """The routine with each such item where it belongs; what is said of them, and the lines that this explains."""

    root: Mapping
    problems: tuple[Problem, ...] = ()
    covered: frozenset[int] = frozenset()


def moved(root: Mapping) -> Moved:
    """Read each item in the list that has its keys."""
    items = {key.value: list(value.items) for key, value in root.entries if isinstance(value, Sequence)}
    problems: list[Problem] = []
    covered = set[int]()
    for name in [each for each in items if each in lists()]:
        for item in list(items[name]):
            if isinstance(item, Mapping) and (other := _belongs(item, name, items)):
                rows = sorted(_lines(item))
                problems.append(_told(item, name, other, rows))
                covered.update(range(rows[0], rows[-1] + 1))
                items[name].remove(item)
                items[other].append(item)
    if not problems:
        return Moved(root)
    entries = [
        (key, Sequence(tuple(items[key.value]), value.mark) if key.value in items else value)
        for key, value in root.entries
    ]
    return Moved(Mapping(tuple(entries), root.mark), tuple(problems), frozenset(covered))


def _belongs(item: Mapping, name: str, there: Collection[str]) -> str:
    """The one list that has all the keys of the item, and needs none that it has not, when its own lacks several. Where
    the file has no such list, the line that begins it may be what is gone."""
    keys = {key.value for key, _ in item.entries}
    if len(keys - lists()[name].model_fields.keys()) < LEAST_UNKNOWN:
        return ""
    fitting = [other for other, part in lists().items() if {*required(part)} <= keys <= part.model_fields.keys()]
    return fitting[0] if len(fitting) == 1 and fitting[0] in there else ""


def _lines(node: Node) -> Iterator[int]:
    """Every line that something in it begins on."""
    yield node.mark.line
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.mark.line
            yield from _lines(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _lines(item)


def _told(item: Mapping, name: str, other: str, rows: list[int]) -> Problem:
    key, value = item.entries[0]
    called = f" ”{value.value}”" if isinstance(value, Scalar) else ""
    return Problem(
        "S025",
        Mark(key.mark.line, key.mark.column, len(key.value)),
        f"Posten{called} står under {name}, men har nycklarna som en post under {other} har.",
        f"under {name}: poster som har {', '.join(required(lists()[name]))}",
        f"flytta raderna {rows[0]}–{rows[-1]} till listan {other}.",
    )
