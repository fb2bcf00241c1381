"""A routine without all that one may do without, as far as a page can show it."""

from __future__ import annotations

from typing import Any, TypeVar

from routine.model.model import Routine
from routine.model.part import Part

Changed = TypeVar("Changed", bound=Part)


def changed(part: Changed, **values: Any) -> Changed:
    """With these values in place of its own; unchecked, for what only a view is asked of."""
    return part.model_copy(update=values)


def of_all(routine: Routine, kind: str, **values: Any) -> Routine:
    """With these values in every action, contact or the like."""
    return changed(routine, **{kind: tuple(changed(item, **values) for item in getattr(routine, kind))})


def standing_in(routine: Routine, id: str, **values: Any) -> Routine:
    """With these values in the one who stands in in an action."""
    action = routine.action(id)
    assert action.proxy, "somebody stands in"
    other = changed(action, proxy=changed(action.proxy, **values))
    return changed(routine, actions=tuple(other if each.id == id else each for each in routine.actions))


def bared(routine: Routine) -> Routine:
    """No guidance, contacts, open questions, situations, limits, meanings, search words, and nobody who is told
    anything."""
    alone = changed(routine, guidance=(), contacts=(), open_questions=(), situations=())
    alone = of_all(
        alone, "actions", within=None, informs=(), tells=(), helps=(), open_questions=(), guidance=(), also=()
    )
    alone = of_all(alone, "questions", heard_by=(), open_questions=(), means=(), also=())
    alone = of_all(of_all(alone, "sections", also=()), "emergency", also=())
    return of_all(of_all(alone, "forms", guidance=()), "roles", reach=(), guidance=(), also=())


def altered(routine: Routine, id: str, **values: object) -> Routine:
    """With another action in the stead of the one with this id."""
    return changed(
        routine, actions=tuple(changed(each, **values) if each.id == id else each for each in routine.actions)
    )
