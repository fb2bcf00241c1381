"""What a row of the adopted document, or a decision, names must be there in the routine: roles, sections, questions,
actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from routine.domain import decided
from routine.domain.adopted import Adopted, Change, Row
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import asked, nearest
from routine.reading.nodes import Path
from routine.rules import source

KINDS = {"roles": "Rollen", "sections": "Avsnittet", "questions": "Frågan", "actions": "Åtgärden"}


def not_there(document: Adopted, routine: Routine) -> Iterator[Finding]:
    """What the document names and the routine lacks, by the paths of the document.

    What has been decided otherwise since is history: the routine may have lost what it names.
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
    """What is named here, still holds, and is not there. `said` are all lists and ids that the document names: an id
    near this that it never names is what the routine has called it since."""
    for path, list_, id in _names(stated):
        known, key = [each.id for each in getattr(routine, list_)], str(path[0])
        if now and getattr(now, key) == getattr(stated, key) and id not in known:
            near = nearest(id, known)
            lost = said and not any((list_, each) in said for each in near)
            kind = ("renamed" if len(near) == 1 else "lost") if lost else "near" if near else ""
            values: dict[str, Any] = {"what": KINDS[list_], "near": asked(near), "other": [*near, ""][0]}
            yield Finding(code, (*here, *path), kind, id=id, known=known, stated=stated, key=key, **values)


def _names(stated: Row | Change) -> Iterator[tuple[Path, str, str]]:
    """Each name with its place, and the list of the routine that it should be in."""
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
