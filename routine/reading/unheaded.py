"""What has lost the key that it belongs to: a list or a group of the routine, at the end of the one above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, get_args, get_origin

from msgspec import Struct

from routine.domain.model import Routine
from routine.reading.lines import Line, shapes
from routine.reading.model_paths import hints, part_of, without_none
from routine.reading.problems import Mark, Problem
from routine.reading.slip import Slip


class UnderKey(Struct, frozen=True):
    """What stands right under a key of the routine: an item with the keys that it has, or one key."""

    line: Line
    item: bool
    keys: tuple[str, ...]


class Holding(Struct, frozen=True):
    """What the model has under a key of the routine: items or keys, those that it may have and must have."""

    items: bool
    may: frozenset[str]
    must: frozenset[str]

    def takes(self, entry: UnderKey) -> bool:
        """Whether it has such an entry; of a key, whatever others it must have."""
        whole = not self.items or self.must.issubset(entry.keys)
        return entry.item == self.items and self.may.issuperset(entry.keys) and whole

    def is_all(self, entries: Sequence[UnderKey]) -> bool:
        """Whether they can be what stands under it, and nothing is missing."""
        keys = [key for entry in entries for key in entry.keys]
        whole = self.items or (self.must.issubset(keys) and len(set(keys)) == len(keys))
        return whole and all(self.takes(entry) for entry in entries)


# What stands above the first key of all.
NOTHING = Holding(False, frozenset(), frozenset())


def without_their_key(lines: Sequence[str]) -> Iterator[Slip]:
    """Each list or group that goes on with what is another's, which the routine lacks."""
    found = list(shapes(lines))
    named = [at for at, line in enumerate(found) if line.key and not line.indent and not line.dashes]
    if not named:
        return
    gone = [name for name in Routine.model_fields if name not in {found[at].key for at in named}]
    for at, end in pairwise([-1, *named, len(found)]):
        above = _kind(found[at].key) if at >= 0 else NOTHING
        entries = _entries(found[at + 1 : end])
        if above and gone and (heading := _heading(above, entries, gone)):
            name, first = heading
            gone.remove(name)
            yield _slip(lines, name, first)


def _kind(name: str) -> Holding | None:
    """None when the routine has no such key."""
    bare: Any = without_none(hints(Routine).get(name))
    items = get_origin(bare) is tuple
    part = part_of(get_args(bare)[0] if items else bare)
    fields = part.model_fields if part else {}
    must = frozenset(key for key, field in fields.items() if field.is_required())
    return Holding(items, frozenset(fields), must) if name in Routine.model_fields else None


def _entries(block: Sequence[Line]) -> list[UnderKey]:
    """The entries of the lines under a key: each begins in the column of the first. None where a line stands further
    out: it may be a key without its colon, and is told by itself."""
    column, begun = block[0].indent if block else 0, list[list[Line]]()
    if any(line.indent < column for line in block):
        return []
    for line in block:
        if line.indent == column or not begun:
            begun.append([])
        begun[-1].append(line)
    return [_entry(first, rest) for first, *rest in begun]


def _entry(first: Line, rest: Sequence[Line]) -> UnderKey:
    own = [line.key for line in rest if first.key and line.indent == first.key_column and not line.dashes]
    keys = [first.key, *(own if first.dashes else ())]
    return UnderKey(first, bool(first.dashes), tuple(key for key in keys if key))


def _heading(above: Holding, entries: Sequence[UnderKey], gone: Sequence[str]) -> tuple[str, UnderKey] | None:
    """The first of the keys that are gone under which all from some entry on belongs, and that entry."""
    for at in range(above is not NOTHING, len(entries)):
        rest = entries[at:]
        if not _own(above, rest) and (name := next((name for name in gone if _holds(name, rest)), "")):
            return name, rest[0]
    return None


def _own(above: Holding, rest: Sequence[UnderKey]) -> bool:
    """Whether the first may be of what it stands under: an item by itself, though it lacks a key. Keys are one group,
    which is as far as the first that is another's."""
    if not above.items:
        return all(above.takes(entry) for entry in rest)
    first = rest[0]
    return above.takes(first) or (len(rest) == 1 and bool(first.keys) and above.may.issuperset(first.keys))


def _holds(name: str, rest: Sequence[UnderKey]) -> bool:
    kind = _kind(name)
    return kind is not None and kind.is_all(rest)


def _slip(lines: Sequence[str], name: str, first: UnderKey) -> Slip:
    line = first.line
    what = "posten" if first.item else "raden"
    problem = Problem(
        "S023",
        Mark(line.number + 1, line.column + 1, len(line.key or line.value)),
        f"Raden ”{name}:” saknas före den här {what}.",
        f"{name}: längst till vänster på en egen rad",
        f"lägg till raden {name}: ovanför. {Routine.model_fields[name].description}",
        example=(f"{name}:", lines[line.number].rstrip()),
    )
    # It is read as if it stood on the nearest free line above.
    above = lines[line.number - 1].strip() if line.number else "-"
    taken = bool(above) and not above.startswith("#")
    return Slip(problem, {} if taken else {line.number - 1: f"{name}:"}, stops=taken)
