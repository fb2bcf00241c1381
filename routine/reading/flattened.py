"""An item pasted with none of its indents: all that it has stands in the column of its dash, too far out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from routine.reading.lines import Line, shapes
from routine.reading.misfits import spaces
from routine.reading.problems import Mark, Problem
from routine.reading.slip import Slip

STEP = 2


def flattened(lines: Sequence[str]) -> Iterator[Slip]:
    """Each such item, by the list above it, whose items begin with the same key further in."""
    found, told = shapes(lines), set[int]()
    at = 1
    while at < len(found) - 1:
        run = _run(lines, found, at)
        above = (other for other in reversed(found[:at]) if other.number not in told and _alike(other, found[at]))
        like = next(above, None) if run else None
        # In the column of the nearest the dash stands right, and below a key that waits: then only its keys slipped.
        begins = found[at - 1].waits and found[at - 1].column < found[at].indent
        if like and like.dashes[-1] > found[at].indent and not begins:
            told.update(line.number for line in run)
            yield _slip(lines, run, like)
        at += max(1, len(run))


def _run(lines: Sequence[str], found: Sequence[Line], at: int) -> list[Line]:
    """The lines that follow each other in the column of a dash, when they are more than items; else none."""
    first, after = found[at], found[at + 1]
    if not (first.dashes and first.key and after.key and not after.dashes and after.indent == first.indent):
        return []
    run = [line for _, line in takewhile(lambda each: _goes_on(lines, first, *each), enumerate(found[at:]))]
    ended = found[at + len(run)] if at + len(run) < len(found) else None
    # A key with its value further in, on the lines below, is the next heading.
    return run[:-1] if ended and ended.indent > first.indent and run[-1].waits else run


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
        Mark(first.number + 1, first.indent + 1),
        f"Hela posten står {spaces(by)} för långt ut, och raderna i den är inte indragna.",
        "strecken i en lista rakt under varandra, nycklarna två mellanslag längre in än strecket",
        f"flytta in raderna {first.number + 1}–{run[-1].number + 1}: raden med strecket {spaces(by)}, nycklarna "
        f"under den {by + STEP}, och det som hör till en av nycklarna {by + 2 * STEP}.",
        ((Mark(like.number + 1, column + 1), "strecket ska stå under det här"),),
    )
    return Slip(problem, moved)
