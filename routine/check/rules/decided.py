"""Rules for decisions, which change the source and say what they change.

Otherwise a fact that a decision claims to have decided would never be missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from routine.check.finding import Finding
from routine.check.likeness import asked, few, nearest
from routine.check.nodes import Path
from routine.check.rules import source
from routine.check.rules.core import needs
from routine.model import decided, wording
from routine.model.adopted import Adopted, Change, Row
from routine.model.model import Routine


def _steps(routine: Routine, adopted: Adopted) -> Iterator[tuple[Path, Change, decided.Rows]]:
    """Yield every decided change, oldest first.

    Each comes with its path and the rows as they were before it.
    """
    rows = adopted.rows
    for i, decision in routine.decisions:
        for j, change in enumerate(decision.changes):
            yield ("revisions", i, "decision", "changes", j), change, rows
            rows = decided.after(rows, change)


def another_document(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report an adopted document with another date than the routine's source.

    The date tells which decisions are later than the rows. With a wrong date decisions are skipped, or applied when
    they should not be.
    """
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
    """Report changes without effect.

    A new value that equals the old one; the removal of a fact that is not there, or that the same change also gives.
    """
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
    """Report a decision that names an id which the routine lacks.

    It is reported where the id is misspelt, not at the action that differs because of it. A name that a later decision
    has replaced need not be corrected.
    """
    now = source.rows(routine, adopted)
    for path, change, _ in _steps(routine, adopted):
        yield from unknown("K016", routine, path, change, decided.row_of(now, change.row))


@needs("K020", "K012")
def new_row_incomplete(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, _ in _steps(routine, adopted):
        for key in ("section", "responsible"):
            if change.row_is == "ny" and getattr(change, key) is None:
                yield Finding("K014", (*path, "row_is"), change=change, key=key)


KINDS = {"roles": "Rollen", "sections": "Avsnittet", "questions": "Frågan", "actions": "Åtgärden"}


def not_there(document: Adopted, routine: Routine) -> Iterator[Finding]:
    """Yield ids that the document names and the routine lacks.

    Paths are those of the document. A fact that has been changed by a later decision is history: the routine may have
    lost what it names.
    """
    now = source.rows(routine, document)
    said = frozenset((list_, id) for row in document.rows for _, list_, id in _names(row))
    for i, row in enumerate(document.rows):
        yield from unknown("K017", routine, ("rows", i), row, decided.row_of(now, row.row), said)


def unknown(
    code: str,
    routine: Routine,
    here: Path,
    stated: Row | Change,
    now: Row | None,
    said: frozenset[tuple[str, str]] = frozenset(),
) -> Iterator[Finding]:
    """Yield ids that are named here, still in force, and missing.

    `said` holds all pairs of list and id that the document names. A similar id in the routine that the document never
    names is likely the new name of this one.
    """
    for path, list_, id in _names(stated):
        known, key = [each.id for each in getattr(routine, list_)], str(path[0])
        if now and getattr(now, key) == getattr(stated, key) and id not in known:
            near = nearest(id, known)
            lost = said and not any((list_, each) in said for each in near)
            kind = ("renamed" if len(near) == 1 else "lost") if lost else "near" if near else ""
            values: dict[str, Any] = {"what": KINDS[list_], "near": asked(near), "other": [*near, ""][0]}
            yield Finding(code, (*here, *path), kind, id=id, known=few(id, known), stated=stated, key=key, **values)


def _names(stated: Row | Change) -> Iterator[tuple[Path, str, str]]:
    """Yield each named id with its path and the list it should be in."""
    if stated.section:
        yield ("section",), "sections", stated.section
    for key in ("responsible", "participants"):
        yield from (((key, j), "roles", id) for j, id in enumerate(getattr(stated, key) or ()))
    if stated.consulted:
        yield from ((("consulted", "roles", j), "roles", id) for j, id in enumerate(stated.consulted.roles))
    if stated.proxy:
        yield ("proxy",), "roles", stated.proxy
    for j, condition in enumerate(stated.conditions or ()):
        yield ("conditions", j, "question"), "questions", condition.question
        yield from ((("conditions", j, "answered_by", k), "roles", id) for k, id in enumerate(condition.answered_by))
    if stated.within and stated.within.after:
        yield ("within", "after"), "actions", stated.within.after
