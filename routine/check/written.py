"""YAML lines of a part of the routine, as an example for newcomers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from routine.check.nodes import Raw

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
