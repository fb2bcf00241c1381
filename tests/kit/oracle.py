"""A second opinion on where a case stands, by somebody who read the rules in words and never the code that it judges.

It is naive on purpose: it asks the routine itself, step by step, each time anew. What is clever can be wrong in the
same way twice; what follows the sentences of the rules one by one can be compared with them by reading.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from routine.domain.model import Action, Condition, Question, Routine


@dataclass(frozen=True, slots=True)
class Moment:
    """What has been said and done in a case so far, and who is looking."""

    routine: Routine
    answers: Mapping[str, str]
    over: frozenset[str]
    role: str = ""


def places(
    routine: Routine, answers: Mapping[str, str], done: Collection[str], left: Collection[str], role: str
) -> dict[str, str]:
    """Where every step stands: nu, sedan, klart, utgar or okant."""
    moment = Moment(routine, answers, frozenset(done) | frozenset(left), role)
    return {
        **{question.id: _of_question(question, moment) for question in routine.questions},
        **{action.id: _of_action(action, moment) for action in routine.actions},
    }


def uncalled(routine: Routine, answers: Mapping[str, str], done: Collection[str], left: Collection[str]) -> set[str]:
    """The roles that nobody calls in: what usually does has fallen away or been left out, and is not done."""
    moment = Moment(routine, answers, frozenset(done) | frozenset(left))
    return {
        role.id
        for role in routine.roles
        if role.reached_by
        and (call := routine.action(role.reached_by.action)).id not in done
        and (call.id in left or applies(call.conditions, moment) is False)
    }


def applies(conditions: tuple[Condition, ...], moment: Moment) -> bool | None:
    """Whether all hold, through the questions' own too; None is not known yet.

    One that does not hold decides, whatever is unknown beside it.
    """
    found = [_holds(condition, moment) for condition in conditions]
    found += [applies(moment.routine.question(condition.question).conditions, moment) for condition in conditions]
    if False in found:
        return False
    return None if None in found else True


def _holds(condition: Condition, moment: Moment) -> bool | None:
    given = moment.answers.get(condition.question)
    return given == condition.answer if given in ("ja", "nej") else None


def _of_action(action: Action, moment: Moment) -> str:
    if action.id in moment.over:
        return "klart"
    known = applies(action.conditions, moment)
    if known is False:
        return "utgar"
    if action.opens and _called_from_outside(moment):
        return "okant"
    if known is None or _waits(action, moment):
        return "sedan"
    return "nu" if action.opens or _begun(moment) else "sedan"


def _of_question(question: Question, moment: Moment) -> str:
    known = applies(question.conditions, moment)
    if known is False:
        return "utgar"
    if known is None or not (question.asked or _begun(moment)):
        return "sedan"
    if moment.answers.get(question.id) in ("ja", "nej"):
        return "klart"
    return "sedan" if _waits(question, moment) else "nu"


def _waits(step: Action | Question, moment: Moment) -> bool:
    """Whether anything that it names is in the way. What those wait for in their turn is theirs."""
    return any(_holds_up(moment.routine.action(wait.action), moment) for wait in step.after)


def _holds_up(action: Action, moment: Moment) -> bool:
    if action.id in moment.over or (action.opens and _called_from_outside(moment)):
        return False
    return applies(action.conditions, moment) is not False


def _opening(routine: Routine) -> Action | None:
    return next((action for action in routine.actions if action.opens), None)


def _called_from_outside(moment: Moment) -> bool:
    """Whether the reader's role is one that cannot have opened the case, so that somebody must have."""
    opening = _opening(moment.routine)
    if opening is None or not moment.role:
        return False
    return moment.role not in opening.responsible and (opening.proxy is None or opening.proxy.role != moment.role)


def _begun(moment: Moment) -> bool:
    opening = _opening(moment.routine)
    return opening is None or opening.id in moment.over or _called_from_outside(moment)
