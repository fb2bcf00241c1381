"""What a row of the adopted document, or a decision, names must be there in the routine: roles, sections, questions,
actions."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import decided
from routine.domain.adopted import Adopted, Change, Row
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import closest, listing, nearest
from routine.reading.nodes import Path
from routine.rules import source

# What is named, and how it is put back.
KINDS = {"roles": ("Rollen", "lägg till rollen"), "sections": ("Avsnittet", "lägg till avsnittet")}
KINDS |= {"questions": ("Frågan", "lägg tillbaka frågan"), "actions": ("Åtgärden", "lägg tillbaka åtgärden")}


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
    """What is named here, still holds, and is not there. `said` are all lists and ids that the document names."""
    for path, list_, id in _names(stated):
        known = [each.id for each in getattr(routine, list_)]
        if now and getattr(now, str(path[0])) == getattr(stated, str(path[0])) and id not in known:
            what, mend = KINDS[list_]
            hint = closest(id, known) or f"rätta ordet här, eller {mend} i rutinen."
            near = nearest(id, known)
            if said and not any((list_, each) in said for each in near):
                hint = _put_back(id, near, mend) + ("" if near else _decision(stated, str(path[0])))
            yield Finding(code, (*here, *path), f"{what} ”{id}” finns inte i rutinen.", listing(known), hint)


def _put_back(id: str, near: list[str], mend: str) -> str:
    """What to do when the routine has lost it, or has an id near it that the document, kept as adopted, never names."""
    lost = (
        f"har ”{near[0]}” bytt id i rutinen, ge det tillbaka sitt gamla, ”{id}”"
        if len(near) == 1
        else f"{mend} i rutinen"
    )
    return f"{lost}: ett id är en adress och ändras inte. Är det felskrivet just här, rätta det här."


def _decision(stated: Row | Change, key: str) -> str:
    """The document stays as it was adopted: what has been decided otherwise since is an edition's."""
    return (
        " Är det beslutat att raden ändras, lägg en ny utgåva överst under revisions, med beslutet: decision med body, "
        f"date, reference och changes: [{{row: {stated.row}, {key}: …}}]."
    )


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
