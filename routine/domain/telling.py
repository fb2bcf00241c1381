"""Who tells whom what, by the actions and the answers of a routine: a list, and as a tree from one role. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.domain.fields import Basis
from routine.domain.graph import Step
from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.steps import Action

Tellers = tuple[str, ...]


class Telling(Struct, frozen=True):
    """One who is told something in a step, by name or as a role. `what` is empty where the step's own words say it.

    `outside` is true of one who takes over nothing by it, and has no role as a rule. `chosen_by` is who decides who
    it is, if the routine says so.
    """

    tellers: Tellers
    role: str
    name: str
    what: str
    basis: Basis
    step: Step
    outside: bool = False
    chosen_by: str = ""


class Hearer(Struct, frozen=True):
    """One who is told, once for each who tells: with all that is told, and whom it is told to in turn."""

    role: str
    name: str
    tellings: tuple[Telling, ...]
    under: tuple[Hearer, ...]


def tells(routine: Routine) -> bool:
    """Whether the routine has anything of who learns what: somebody who is told something, or what is open about it."""
    left_open = any(question.short for question in routine.open_questions)
    return left_open or any(item.handing_over for item in routine.guidance) or any(tellings(routine))


def tellings(routine: Routine) -> tuple[Telling, ...]:
    """All, in the order of the actions, then that of the questions. Nobody tells themselves."""
    every = (*_in_actions(routine), *_in_questions(routine))
    return tuple(told for told in every if told.tellers)


def _in_actions(routine: Routine) -> Iterator[Telling]:
    for action in routine.actions:
        for item in action.informs:
            tellers = _others(routine, action.responsible, item.role)
            yield Telling(tellers, item.role, "", item.what or "", item.basis, action)
        yield from _outside(routine, action)


def _outside(routine: Routine, action: Action) -> Iterator[Telling]:
    for item in action.tells:
        by = (item.by,) if item.by else action.responsible
        tellers, role = _others(routine, by, item.role or ""), item.role or ""
        name, chosen_by = item.who or "", item.chosen_by or ""
        yield Telling(tellers, role, name, item.what, item.basis, action, outside=True, chosen_by=chosen_by)


def _in_questions(routine: Routine) -> Iterator[Telling]:
    """Who can tell an answer has been told it."""
    for question in routine.questions:
        for item in question.heard_by:
            tellers = _others(routine, question.answered_by, item.role)
            yield Telling(tellers, item.role, "", "", item.basis, question)


def _others(routine: Routine, roles: tuple[str, ...], than: str) -> Tellers:
    """In the order of the routine, so that those who tell together are the same whichever is named first."""
    return tuple(role.id for role in routine.roles if role.id in roles and role.id != than)


def tree(routine: Routine, first: str) -> tuple[tuple[Tellers, tuple[Hearer, ...]], ...]:
    """Those who tell, each with whom they tell: the role `first`, then whoever is not reached through others.

    What somebody tells stands once, where it is first come to, so a circle ends.
    """
    by_tellers = {(first,): list[Telling]()} | by_key((told.tellers, told) for told in tellings(routine))
    left = dict(by_tellers)
    return tuple((tellers, _branches(left, tellers)) for tellers in by_tellers if left.get(tellers))


def _branches(left: dict[Tellers, list[Telling]], tellers: Tellers) -> tuple[Hearer, ...]:
    """Takes those that it shows out of what is left."""
    receivers = by_key(((told.role, told.name), told) for told in left.pop(tellers, []))
    return tuple(
        Hearer(role, name, tuple(told), _branches(left, (role,)) if role else ())
        for (role, name), told in receivers.items()
    )
