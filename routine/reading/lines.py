"""The lines of a file as an editor sees them: indent, dashes, key, value; not what stands inside a longer text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from routine.reading.problems import Mark

SHAPE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?:(?P<key>[^\W\d][\w.-]*|\"[^\"]*\"|'[^']*'):(?= |$) *)?(?P<value>.*)"
)
BLOCK = re.compile(r"[|>][-+0-9]*(?: +#.*)?")
CLOSED_BY = {"'": "'", '"': '"', "[": "]", "{": "}"}


class Line(Struct, frozen=True):
    """One line. `number` and columns count from 0; `key` and `value` are empty when there is none."""

    number: int
    indent: int
    dashes: tuple[int, ...]
    key: str
    key_column: int
    value: str
    value_column: int

    @property
    def text(self) -> bool:
        """True if it has neither dash nor key: only more of what stands above, or a mistake."""
        return not self.dashes and not self.key

    @property
    def column(self) -> int:
        """Where its key stands, or its last dash; what belongs to the line stands further in."""
        return self.key_column if self.key else self.dashes[-1] if self.dashes else self.indent

    def mark(self, column: int, length: int = 1) -> Mark:
        """Make a place on it, as messages have it: they count from 1."""
        return Mark(self.number + 1, column + 1, length)


def shape(number: int, line: str) -> Line:
    """Take a line apart."""
    found = SHAPE.match(line.rstrip())
    assert found is not None, "the pattern takes any line"
    begin = found.start("dashes")
    dashes = tuple(begin + at for at, character in enumerate(found["dashes"]) if character == "-")
    key, value = found["key"] or "", found["value"]
    return Line(number, len(found["indent"]), dashes, key, found.start("key"), value, found.start("value"))


def shapes(lines: Sequence[str]) -> tuple[Line, ...]:
    """Take apart every line that is not blank, a comment, or inside a text or a bracket."""
    return _shapes(tuple(lines))


@lru_cache(maxsize=1)  # Every kind of slip is looked for in the same lines, one after another.
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
    """Give the number of the first line after the whole of what begins on this one."""
    if BLOCK.fullmatch(line.value):
        return past(lines, line.number, line.column)
    closing = CLOSED_BY.get(line.value[:1])
    if closing is None or closing in line.value[1:]:
        return line.number + 1
    for number in range(line.number + 1, len(lines)):
        other = shape(number, lines[number])
        # It was never closed: what stands here is no part of it. Further in, what looks like a key is its text.
        if not other.text and other.indent <= line.column:
            break
        if closing in lines[number]:
            return number + 1
    return line.number + 1


def past(lines: Sequence[str], number: int, column: int) -> int:
    """Give the number of the first line below that one which stands no further in than the column."""
    number += 1
    while number < len(lines) and (not lines[number].strip() or shape(number, lines[number]).indent > column):
        number += 1
    return number
