"""The short form that editors write, spread out to the form of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from routine.check.likeness import CHOOSE, asked, few, nearest
from routine.check.model_paths import ALSO, lists
from routine.check.nodes import Mapping, Node, Scalar, Sequence, at
from routine.check.problems import Problem

N = TypeVar("N", bound=Node)
# List → the key that tells its items apart, for each whose items have words to search for.
SOUGHT = {
    name: "id" if "id" in part.model_fields else "number" for name, part in lists().items() if ALSO in part.model_fields
}


def misplaced(root: Mapping, file: str) -> Iterator[Problem]:
    """Find words to search for that stand in the routine's own file."""
    for name in SOUGHT:
        for id, item in items_of(root, name):
            for key, _ in item.entries if isinstance(item, Mapping) else ():
                if key.value == ALSO:
                    hint = f"flytta orden till {file}: under {name}, på en rad som börjar med {id}."
                    yield Problem("M002", key.mark, "Sökorden står i en fil för sig.", hint=hint)


def unknown(root: Mapping, words: Mapping, file: str) -> Iterator[Problem]:
    """Find search words for something that the routine lacks."""
    for name, given in words.entries:
        known, named = [*SOUGHT], [name]
        if name.value in SOUGHT and isinstance(given, Mapping):
            known, named = [id for id, _ in items_of(root, name.value)], [key for key, _ in given.entries]
        for id in named:
            if id.value not in known:
                mark, hint = replace(id.mark, file=file), asked(nearest(id.value, known)) or CHOOSE
                yield Problem("M005", mark, f"”{id.value}” finns inte i rutinen.", few(id.value, known), hint)


def with_words(root: Mapping, words: Mapping, file: str) -> Mapping:
    """Put the search words, from their own file, into the routine's items."""
    entries = []
    for key, items in root.entries:
        if isinstance(items, Sequence) and isinstance(given := at(words, (key.value,)), Mapping):
            of = {
                id.value: (_in_file(Scalar(ALSO, id.mark), file), _in_file(value, file)) for id, value in given.entries
            }
            worded = (_with(item, of.get(id)) for id, item in items_of(root, key.value))
            items = Sequence(tuple(worded), items.mark)
        entries.append((key, items))
    return Mapping(tuple(entries), root.mark)


def _in_file(node: N, file: str) -> N:
    """Name the file in the places of a text or a list of texts."""
    mark = replace(node.mark, file=file)
    if isinstance(node, Sequence):
        return replace(node, mark=mark, items=tuple(_in_file(item, file) for item in node.items))
    return replace(node, mark=mark)


def _with(item: Node, entry: tuple[Scalar, Node] | None) -> Node:
    return Mapping((*item.entries, entry), item.mark) if entry and isinstance(item, Mapping) else item


def items_of(root: Mapping, name: str) -> list[tuple[str, Node]]:
    """Return the items of a list that has words, each with its id."""
    items = at(root, (name,))
    found = items.items if isinstance(items, Sequence) else ()
    ids = (at(item, (SOUGHT.get(name, ""),)) for item in found)
    return [(id.value if isinstance(id, Scalar) else "", item) for id, item in zip(ids, found, strict=True)]
