"""Keys that belong under the key above, and stand beside it: YAML takes that key for empty, and them for its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from routine.reading.lines import STEP, Line, number_at, shapes
from routine.reading.misfits import rows
from routine.reading.model_paths import MODELS, every_part, holding
from routine.reading.problems import Problem
from routine.reading.slip import Slip


@cache
def groups(top: bool) -> dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """Key of a group → the keys that the group may have, those that it must have, and those beside it. `top`: of the
    whole file, else of its parts: both have a `source`."""
    found: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}
    for around in MODELS if top else every_part().difference(MODELS):
        for name in around.model_fields:
            group = holding(around, name)
            if group and not group.items:
                may, must, beside = found.get(name, (frozenset(), frozenset(), frozenset()))
                found[name] = (may | group.may, must | group.must, beside | around.model_fields.keys())
    return found


def beside_their_key(lines: Sequence[str]) -> Iterator[Slip]:
    """Each group whose keys, or the first of them, stand in the column of its name."""
    found = shapes(lines)
    for at, line in enumerate(found[:-1]):
        if line.waits and line.key and line.key in groups(line.key_column == 0) and (run := _run(found, at)):
            yield _slip(lines, found, line, run)


def _run(found: Sequence[Line], at: int) -> list[int]:
    """Where the lines stand that are to be moved, by their place among the lines of the file."""
    name = found[at]
    column = name.key_column
    may, must, beside = groups(column == 0)[name.key]
    run: list[int] = []
    waits = False
    for n in range(at + 1, len(found)):
        line = found[n]
        if line.indent > column or (line.dashes and line.indent == column and waits):
            # What is below a key that moves goes with it; what stands further in by itself is in its place already.
            if not run:
                break
            run += [n] if waits else []
        elif line.indent == column and line.key in may and not line.dashes:
            once = line.key not in beside or line.key in must or _again(found, at, line)
            if not once or any(found[other].key == line.key for other in run if found[other].indent == column):
                break
            run.append(n)
            waits = line.waits
        else:
            break
    return run


def _again(found: Sequence[Line], at: int, line: Line) -> bool:
    """Whether what is around the group has the key once more, above or below: one of them is the group's."""
    for others in (reversed(found[:at]), found[at + 1 :]):
        for other in others:
            if other.key == line.key and other.key_column == line.key_column and other != line:
                return True
            begins_it = other.number < line.number and other.dashes and other.key_column == line.key_column
            if other.indent < line.indent and not begins_it:
                break
    return False


def _slip(lines: Sequence[str], found: Sequence[Line], name: Line, run: Sequence[int]) -> Slip:
    first, *below = found[run[0] :]
    # What stands further in by itself shows how far in they belong.
    shows = below and not first.waits and below[0].indent > name.key_column
    by = below[0].indent - name.key_column if shows else STEP
    moved = {
        number: f"{' ' * by}{lines[number]}"
        for n in run
        for number in range(found[n].number, number_at(found, n + 1, lines))
        if lines[number].strip() and not _comment_outside(lines[number], name.key_column)
    }
    several = len(moved) > 1
    problem = Problem(
        "S002",
        first.mark(first.indent, len(first.key)),
        f"{'Raderna' if several else 'Raden'} under {name.key}: står inte {'indragna' if several else 'indragen'}, "
        f"så {name.key} blir tom.",
        f"nycklarna i {name.key} på egna rader, två mellanslag längre in än {name.key}:",
        f"lägg till {by} mellanslag först på {rows(moved)}.",
        ((name.mark(name.key_column), "raderna ska stå under den här nyckeln"),),
    )
    return Slip(problem, moved, frozenset((name.number,)))


def _comment_outside(text: str, column: int) -> bool:
    """A comment that heads what comes after."""
    return text.lstrip().startswith("#") and len(text) - len(text.lstrip()) < column
