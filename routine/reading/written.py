"""How a part of the routine is written, line by line, for whoever has not seen one before."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from routine.domain.part import Part
from routine.reading.filled import Filler
from routine.reading.model_paths import annotation_at
from routine.reading.nodes import Mapping, Node, Path, Raw, at, place, raw

# What needs no quotation marks.
PLAIN = re.compile(r"[\w§…+][^:#\n]*|https://\S+")
WORD = re.compile(r"[\w.-]+")


def written(root: Node, path: Path, model: type[Part]) -> tuple[str, ...]:
    """The lines of the key or the item at the path, as far in as it stands or would stand."""
    column = _column(root, path)
    if column is None:
        # An item in the line of its list is shown with all of the list, on lines of its own.
        return written(root, path[:-1], model)
    there = at(root, path)
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    value = Filler(raw(root)).filled(annotation_at(path, model), raw(there) if there else None, key)
    lines = _item(value) if isinstance(path[-1], int) else entry(path[-1], value)
    return tuple(f"{' ' * (column - 1)}{line}" for line in lines)


def _column(root: Node, path: Path) -> int | None:
    """Where the key or the dash stands, or would stand; None for what has no line of its own."""
    if isinstance(path[-1], int):
        return place(root, path).column - 2 if _below(root, path, at(root, path)) else None
    around = at(root, path[:-1])
    return around.mark.column if isinstance(around, Mapping) and _below(root, path[:-1], around) else None


def _below(root: Node, path: Path, node: Node | None) -> bool:
    """Whether it stands further down than the key that it belongs to: not within brackets, nor beside a key."""
    keys = [n for n, step in enumerate(path) if isinstance(step, str)]
    return node is not None and (not keys or node.mark.line > place(root, path[: keys[-1] + 1], key=True).line)


def entry(key: str, value: Raw) -> Iterator[str]:
    """A key with its value beside it or below it."""
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
    """An item of a list, with its dash."""
    lines = [_quoted(value)] if isinstance(value, str) else [*_entries(value)] if isinstance(value, dict) else []
    yield from (f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines))


def _quoted(text: str) -> str:
    return text if PLAIN.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)
