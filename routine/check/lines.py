"""Lines of a file as an editor sees them: indent, dashes, key, value.

Lines inside a longer text are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from routine.check.problems import Mark

SHAPE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?:(?P<key>[^\W\d][\w.-]*|\"[^\"]*\"|'[^']*'):(?= |$) *)?(?P<value>.*)"
)
BLOCK = re.compile(r"[|>][-+0-9]*(?: +#.*)?")
CLOSED_BY = {"'": "'", '"': '"', "[": "]", "{": "}"}


class Line(Struct, frozen=True):
    """One line of the file, split into its parts.

    `number` and columns count from 0; `key` and `value` are empty when there is none.
    """

    number: int
    indent: int
    dashes: tuple[int, ...]
    key: str
    key_column: int
    value: str
    value_column: int

    @property
    def text(self) -> bool:
        """Return whether the line has neither dash nor key.

        It then continues the text above, or is a mistake.
        """
        return not self.dashes and not self.key

    @property
    def column(self) -> int:
        """Return the column of the key, or of the last dash, or the indent.

        Lines that belong to this one are indented further.
        """
        return self.key_column if self.key else self.dashes[-1] if self.dashes else self.indent

    def mark(self, column: int, length: int = 1) -> Mark:
        """Return a place on this line as messages give it, counted from 1."""
        return Mark(self.number + 1, column + 1, length)


def shape(number: int, line: str) -> Line:
    """Split a line into its parts."""
    found = SHAPE.match(line.rstrip())
    assert found is not None, "the pattern takes any line"
    begin = found.start("dashes")
    dashes = tuple(begin + at for at, character in enumerate(found["dashes"]) if character == "-")
    key, value = found["key"] or "", found["value"]
    return Line(number, len(found["indent"]), dashes, key, found.start("key"), value, found.start("value"))


def shapes(lines: Sequence[str]) -> tuple[Line, ...]:
    """Split every line except those without structure.

    Skips blank lines, comments, and lines inside a text or a bracket.
    """
    return _shapes(tuple(lines))


@lru_cache(maxsize=1)  # The finders of slips ask for the same lines, one after another.
def _shapes(lines: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(_one_by_one(lines))


def _one_by_one(lines: Sequence[str]) -> Iterator[Line]:
    number = 0
    while number < len(lines):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            number += 1
            continue
        line = shape(number, lines[number])
        yield line
        number = _next(lines, line)


def _next(lines: Sequence[str], line: Line) -> int:
    """Return the number of the first line after all that begins on this one."""
    if BLOCK.fullmatch(line.value):
        return past(lines, line.number, line.column)
    closing = CLOSED_BY.get(line.value[:1])
    if closing is None or closing in line.value[1:]:
        return line.number + 1
    for number in range(line.number + 1, len(lines)):
        other = shape(number, lines[number])
        # Never closed: this line is no part of it. Further in, a line that looks like a key would belong to its text.
        if not other.text and other.indent <= line.column:
            break
        if closing in lines[number]:
            return number + 1
    return line.number + 1


def past(lines: Sequence[str], number: int, column: int) -> int:
    """Return the number of the next line that is indented no further.

    That is, no further than `column`; the number of lines when there is none.
    """
    number += 1
    while number < len(lines) and (not lines[number].strip() or shape(number, lines[number]).indent > column):
        number += 1
    return number


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
