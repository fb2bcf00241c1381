"""What was pasted too far out: an item with none of its indents, so that all that it has stands in the column of its
dash; or a key of an item with all that is below it, at the very left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from routine.reading import misfits
from routine.reading.lines import STEP, Line, number_at, shapes
from routine.reading.misfits import spaces
from routine.reading.model_paths import MODELS, Holding, every_part, holding, lists, parts_of
from routine.reading.problems import Problem
from routine.reading.slip import Slip


def at_the_left(lines: Sequence[str]) -> Iterator[Slip]:
    """Each key with a list or a group below it that no file has at its top, but the item above may have: YAML takes
    it for one more heading, and all items after it for more of what is below it."""
    found, above = shapes(lines), 0
    for at, line in enumerate(found[:-1]):
        if line.column == 0 and line.key in _headings():
            above = at
        elif line.column == 0 and line.key and line.waits:
            part, first = lists().get(found[above].key), found[above + 1]
            if part and first.dashes and line.key in part.model_fields and found[at + 1].indent == first.indent > 0:
                yield _moved_in(lines, found, at, first, _below(found, at, first, holding(part, line.key)))


@cache
def _headings() -> frozenset[str]:
    return frozenset(key for model in MODELS for key in model.model_fields)


def _below(found: Sequence[Line], at: int, first: Line, held: Holding | None) -> int:
    """Where what is below the key ends, among the lines of the file: with the next item, in the column of the `first`
    one, or with a key of the item that the one below it cannot have, or has. `held`: what the key may have there."""
    part, dashes, column = held.part if held else None, bool(found[at + 1].dashes), first.indent
    inner, seen = held, set[str]()
    for n in range(at + 1, len(found)):
        line = found[n]
        if line.indent < column:
            return n
        if line.indent == column:
            if bool(line.dashes) != dashes or line.key not in (part.model_fields if part else ("",)):
                return n
            inner = held if dashes or part is None else holding(part, line.key)
            seen = {line.key}
        elif line.indent == first.key_column and line.key and not line.dashes:
            if inner is None or line.key not in inner.may or line.key in seen:
                return n
            seen.add(line.key)
    return len(found)


def _moved_in(lines: Sequence[str], found: Sequence[Line], at: int, first: Line, end: int) -> Slip:
    like = next(line for line in reversed(found[:at]) if line.indent == first.indent and line.key == first.key)
    until = number_at(found, end, lines)
    # A comment at the end may be the next one's.
    while until and (not lines[until - 1].strip() or lines[until - 1].lstrip().startswith("#")):
        until -= 1
    column = first.key_column
    moved = {n: f"{' ' * column}{lines[n]}".rstrip() for n in range(found[at].number, until)}
    return misfits.aside(found[at], like, column, moved)


def flattened(lines: Sequence[str]) -> Iterator[Slip]:
    """Each such item, by the list above it, whose items begin with the same key further in."""
    found, told = shapes(lines), set[int]()
    at = 1
    while at < len(found) - 1:
        run = _run(lines, found, at)
        like = _above(found, at, told) if run else None
        # In the column of the nearest the dash stands right, and below a key that waits: then only its keys slipped.
        begins = found[at - 1].waits and found[at - 1].column < found[at].indent
        if like and like.dashes[-1] > found[at].indent and not begins:
            told.update(line.number for line in run)
            yield _slip(lines, run, like)
        at += max(1, len(run))


def _above(found: Sequence[Line], at: int, told: set[int]) -> Line | None:
    """The nearest that begins as this one and has not been told of."""
    others = (found[number] for number in range(at - 1, -1, -1))
    return next((other for other in others if other.number not in told and _alike(other, found[at])), None)


def _run(lines: Sequence[str], found: Sequence[Line], at: int) -> list[Line]:
    """The lines that follow each other in the column of a dash, when they are more than items; else none."""
    first, after = found[at], found[at + 1]
    if not (first.dashes and first.key and after.key and not after.dashes and after.indent == first.indent):
        return []
    run = [line for _, line in takewhile(lambda each: _goes_on(lines, first, *each), enumerate(found[at:]))]
    name = found[at - 1]
    if name.waits and name.key_column == first.indent:
        # Where the item around is as flat, its next key stands in the same column.
        run = [*takewhile(lambda line: line.key in _keys_below(name.key), run)]
    ended = found[at + len(run)] if at + len(run) < len(found) else None
    # A key with its value further in, on the lines below, is the next heading.
    return run[:-1] if ended and ended.indent > first.indent and run[-1].waits else run


@cache
def _keys_below(name: str) -> frozenset[str]:
    """Every key that may stand, at any depth, in the items of a list of that name."""
    parts = {held.part for around in every_part() if (held := holding(around, name)) and held.part}
    return frozenset(key for part in parts for inner in parts_of(part) for key in inner.model_fields)


def _goes_on(lines: Sequence[str], first: Line, number: int, line: Line) -> bool:
    return line.number == first.number + number and line.indent == first.indent and bool(lines[line.number].strip())


def _alike(other: Line, first: Line) -> bool:
    return other.key == first.key and bool(other.dashes) and other.dashes[-1] >= first.indent


def _slip(lines: Sequence[str], run: Sequence[Line], like: Line) -> Slip:
    first, column = run[0], like.dashes[-1]
    by = column - first.indent
    moved = {}
    for line in run:
        further = 0 if line.dashes and line.key == first.key else 2 * STEP if line.dashes else STEP
        moved[line.number] = f"{' ' * (column + further)}{lines[line.number].lstrip()}"
    problem = Problem(
        "S018",
        first.mark(first.indent),
        f"Hela posten står {spaces(by)} för långt ut, och raderna i den är inte indragna.",
        "strecken i en lista rakt under varandra, nycklarna två mellanslag längre in än strecket",
        f"flytta in raderna {first.number + 1}–{run[-1].number + 1}: raden med strecket {spaces(by)}, nycklarna "
        f"under den {by + STEP}, och det som hör till en av nycklarna {by + 2 * STEP}.",
        ((like.mark(column), "strecket ska stå under det här"),),
    )
    return Slip(problem, moved)
