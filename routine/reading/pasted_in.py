"""A heading of the whole file with what is below it, pasted where an editor kept the indent of the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from routine.domain.model import Routine
from routine.reading.lines import STEP, Line, shapes, with_next
from routine.reading.misfits import rows, spaces
from routine.reading.model_paths import MODELS, every_part, lists
from routine.reading.outdents import groups
from routine.reading.problems import Problem
from routine.reading.slip import Slip


def headings_aside(lines: Sequence[str]) -> Iterator[Slip]:
    """Each key that only the whole file has, and that does not stand at the very left."""
    found = shapes(lines)
    there = {line.key for line in found if not line.indent}
    for at, (line, below) in enumerate(with_next(found)):
        if not line.indent or line.dashes or line.key not in Routine.model_fields:
            continue
        if line.key in _only_at_the_top() or (line.key not in there and below and _heads(line, below)):
            yield _moved_out(lines, line, _end(lines, found, at))


@cache
def _only_at_the_top() -> frozenset[str]:
    inner = every_part().difference(MODELS)
    return frozenset(Routine.model_fields).difference(*(part.model_fields for part in inner))


def _heads(line: Line, below: Line) -> bool:
    """Whether a key that other parts have as well has below it what only that of the whole file has."""
    if not line.waits or below.indent <= line.indent:
        return False
    if part := lists().get(line.key):
        return bool(below.dashes) and below.key in part.model_fields
    return below.key != "" and line.key not in groups(top=False)


def _end(lines: Sequence[str], found: Sequence[Line], at: int) -> int:
    """The number of the first line that does not go with the key. Items in its column are its own, unless that is
    where the items of any heading stand: then it has slipped alone."""
    line, end = found[at], found[at].number + 1
    for below in found[at + 1 :]:
        own = below.indent > line.indent or (below.dashes and below.indent == line.indent != STEP)
        if not own:
            return end
        end = _last(lines, below) + 1
    return end


def _last(lines: Sequence[str], line: Line) -> int:
    """The number of the last line of what the line begins: a longer text goes on below it."""
    number = line.number
    while number + 1 < len(lines) and lines[number + 1].strip() and _indent(lines[number + 1]) > line.indent:
        number += 1
    return number


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _moved_out(lines: Sequence[str], line: Line, end: int) -> Slip:
    """The lines of the key up to that number, as far out as the key should stand."""
    by = line.indent
    moved = {n: lines[n][min(by, _indent(lines[n])) :] for n in range(line.number, end)}
    problem = Problem(
        "S002",
        line.mark(by, len(line.key)),
        f"Nyckeln ”{line.key}” hör till hela filen, men raden har {spaces(by)} först.",
        "nycklar som hör till hela filen längst till vänster",
        f"ta bort {spaces(by)} först på {rows(moved)}.",
    )
    return Slip(problem, moved)
