"""Nodes of a file with their places.

They are converted to plain values for Pydantic, and a path leads back to its place in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from routine.check.problems import Mark

Path = tuple[str | int, ...]
Raw = str | list["Raw"] | dict[str, "Raw"]


class Scalar(Struct, frozen=True):
    """A text, exactly as the editor wrote it."""

    value: str
    mark: Mark


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: tuple[Node, ...]
    mark: Mark


class Mapping(Struct, frozen=True):
    """Keys and values in the order of the file; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


def raw(node: Node) -> Raw:
    """Convert a node to text, lists and dicts, for the model only."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [raw(item) for item in node.items]
    return {key.value: raw(value) for key, value in node.entries}


def place(root: Node, path: Path, *, key: bool = False) -> Mark:
    """Find the place of the value at a path, or of its key.

    When it is missing, returns the place of the nearest thing above it.
    """
    node, mark = root, root.mark
    for step in path:
        entry = _entry(node, step)
        if entry is None:
            break
        name, node = entry
        own = name is not None and (key or isinstance(node, Mapping | Sequence) or not node.value)
        mark = name.mark if name is not None and own else node.mark
    return mark


def at(root: Node, path: Path) -> Node | None:
    """Return the node at a path; None when there is none."""
    node = root
    for step in path:
        entry = _entry(node, step)
        if entry is None:
            return None
        node = entry[1]
    return node


def _entry(node: Node, step: str | int) -> tuple[Scalar | None, Node] | None:
    if isinstance(node, Mapping):
        return next(((name, value) for name, value in node.entries if name.value == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None


# Text that needs no quotation marks.
PLAIN = re.compile(r"[\w§…+][^:#\n]*|https://\S+")
WORD = re.compile(r"[\w.-]+")


def entry(key: str, value: Raw) -> Iterator[str]:
    """Render a key with its value beside it or below it."""
    if isinstance(value, str):
        yield f"{key}: {_quoted(value)}"
    elif isinstance(value, list) and all(isinstance(each, str) and WORD.fullmatch(each) for each in value):
        yield f"{key}: [{', '.join(map(str, value))}]"
    else:
        yield f"{key}:"
        parts = _entries(value) if isinstance(value, dict) else (line for each in value for line in _item(each))
        yield from (f"  {line}" for line in parts)


def _entries(values: dict[str, Raw]) -> Iterator[str]:
    return (line for key, value in values.items() for line in entry(key, value))


def _item(value: Raw) -> Iterator[str]:
    """Render an item of a list, with its dash."""
    lines = [_quoted(value)] if isinstance(value, str) else [*_entries(value)] if isinstance(value, dict) else []
    yield from (f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines))


def _quoted(text: str) -> str:
    return text if PLAIN.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)
