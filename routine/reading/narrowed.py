"""The place of some words within a value: a line may be longer than what is seen of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.reading.lines import past, shape
from routine.reading.problems import Mark


def narrowed(text: str, mark: Mark, part: str) -> Mark:
    """Where the part first stands in the value at the mark; the mark itself where it is written in another way there.
    As a word of its own, if it is one: 12 is not what 112 ends with."""
    lines = text.split("\n")
    for pattern in (rf"(?<!\w){re.escape(part)}(?!\w)", re.escape(part)):
        for number, start, end in _rows(lines, mark):
            if found := re.compile(pattern).search(lines[number], start, end):
                return Mark(number + 1, found.start() + 1, len(part))
    return mark


def _rows(lines: list[str], mark: Mark) -> Iterator[tuple[int, int, int]]:
    """Each line that the value may stand on, from 0, and from where to where it is looked for there."""
    first, start = mark.line - 1, mark.column - 1
    if mark.length > 1:
        yield first, start, start + mark.length
        return
    yield first, start, len(lines[first])
    for number in range(first + 1, past(lines, first, shape(first, lines[first]).column)):
        yield number, 0, len(lines[number])
