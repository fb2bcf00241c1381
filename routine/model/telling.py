"""The flow of information between roles, from the actions and the answers of a routine."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.model.fields import Basis
from routine.model.graph import Step
from routine.model.model import Routine
from routine.model.steps import Action

Tellers = tuple[str, ...]


class Telling(Struct, frozen=True):
    """A recipient of information in a step, by name or as a role.

    `what` is empty if the step's own words say it. `outside` is True for a recipient that takes over nothing by it, and
    has no role as a rule. `chosen_by` is the role that decides who the recipient is, if the routine says so.
    """

    tellers: Tellers
    role: str
    name: str
    what: str
    basis: Basis
    step: Step
    outside: bool = False
    chosen_by: str = ""


def tells(routine: Routine) -> bool:
    """Return whether the routine has anything about who is told what.

    That is a recipient, an open question about it, or guidance for handing over.
    """
    left_open = any(question.short for question in routine.open_questions)
    return left_open or any(item.handing_over for item in routine.guidance) or any(tellings(routine))


def tellings(routine: Routine) -> tuple[Telling, ...]:
    """Return the tellings of the actions, then those of the questions.

    Both are in the order of the routine. Nobody tells themselves.
    """
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
    """Yield the tellings of the answers.

    A role that can report an answer has been told it.
    """
    for question in routine.questions:
        for item in question.heard_by:
            tellers = _others(routine, question.answered_by, item.role)
            yield Telling(tellers, item.role, "", "", item.basis, question)


def _others(routine: Routine, roles: tuple[str, ...], than: str) -> Tellers:
    """Return the given roles except `than`, in the order of the routine.

    So two groups of the same roles are equal, whichever is named first.
    """
    return tuple(role.id for role in routine.roles if role.id in roles and role.id != than)
