"""A narrower place: some words within a value.

A line may be longer than what is seen of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.check.lines import past, shape
from routine.check.problems import Mark


def narrowed(text: str, mark: Mark, part: str) -> Mark:
    """Return the first place of a part within the value at a mark.

    Returns the mark itself where the part is written in another way there. The part is looked for as a word of its own
    first: 12 is not the end of 112.
    """
    lines = text.split("\n")
    for pattern in (rf"(?<!\w){re.escape(part)}(?!\w)", re.escape(part)):
        for number, start, end in _rows(lines, mark):
            if found := re.compile(pattern).search(lines[number], start, end):
                return Mark(number + 1, found.start() + 1, len(part))
    return mark


def _rows(lines: list[str], mark: Mark) -> Iterator[tuple[int, int, int]]:
    """Yield each line that the value may be on, with the columns to search.

    Lines and columns count from 0.
    """
    first, start = mark.line - 1, mark.column - 1
    if mark.length > 1:
        yield first, start, start + mark.length
        return
    yield first, start, len(lines[first])
    for number in range(first + 1, past(lines, first, shape(first, lines[first]).column)):
        yield number, 0, len(lines[number])
