"""A decision changes what the source has, and says what: else what it is said to have decided would never be missed."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import decided, wording
from routine.domain.adopted import Adopted, Change
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules import source
from routine.rules.core import needs
from routine.rules.named import unknown


def _steps(routine: Routine, adopted: Adopted) -> Iterator[tuple[Path, Change, decided.Rows]]:
    """Every change that has been decided, the oldest first, with its place and the rows as they were before it."""
    rows = adopted.rows
    for i, decision in routine.decisions:
        for j, change in enumerate(decision.changes):
            yield ("revisions", i, "decision", "changes", j), change, rows
            rows = decided.after(rows, change)


def another_document(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Its day says which decisions are later than the rows: by a wrong one they are passed over, or taken in."""
    if adopted.date and adopted.date != routine.source.date:
        yield Finding("K020", ("source", "date"), copied=adopted.date, here=routine.source.date)


@needs("K020")
def decides_another_row(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, rows in _steps(routine, adopted):
        there = decided.row_of(rows, change.row) is not None
        if (change.row_is == "ny") == there:
            # A row that an earlier decision took away has been copied.
            gone = any(row.row == change.row for row in adopted.rows)
            kind = "there" if there else "gone" if gone else ""
            numbers = sorted(row.row for row in rows)
            yield Finding("K012", (*path, "row"), kind, change=change, numbers=numbers)


@needs("K020", "K012")
def decides_nothing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """A new value that is the old one, and something taken away that is not there, or that is also given."""
    for path, change, rows in _steps(routine, adopted):
        row, given = decided.row_of(rows, change.row), decided.given(change)
        if change.row_is == "borttagen" and (given or change.removed):
            yield Finding("K013", (*path, "row_is"), "whole", change=change)
            continue
        if not (change.row_is or given or change.removed):
            yield Finding("K013", path, "nothing", change=change, facts=decided.FACTS)
        for key in given if row else ():
            if getattr(row, key) == getattr(change, key):
                what = wording.capital(decided.FACTS[key])
                yield Finding("K013", (*path, key), "already", change=change, what=what, key=key)
        for k, key in enumerate(change.removed):
            if key in given or row is None or getattr(row, key) == decided.none_of(key):
                kind = "both" if key in given else "absent"
                yield Finding("K013", (*path, "removed", k), kind, change=change, key=key)


@needs("K020")
def decides_what_is_not_there(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Told where it is misspelt, and not of the action that is then unlike it. What a later decision has changed again
    is nobody's to mend."""
    now = source.rows(routine, adopted)
    for path, change, _ in _steps(routine, adopted):
        yield from unknown("K016", routine, path, change, decided.row_of(now, change.row))


@needs("K020", "K012")
def new_row_incomplete(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, _ in _steps(routine, adopted):
        for key in ("section", "responsible"):
            if change.row_is == "ny" and getattr(change, key) is None:
                yield Finding("K014", (*path, "row_is"), change=change, key=key)
