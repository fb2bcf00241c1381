"""A second opinion on where a case stands, by somebody who read the rules in words and never the code that it judges.

It is naive on purpose: it asks the routine itself, step by step, each time anew. What is clever can be wrong in the
same way twice; what follows the sentences of the rules one by one can be compared with them by reading.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from routine.model.model import Routine
from routine.model.steps import Action, Condition, Question


@dataclass(frozen=True, slots=True)
class Moment:
    """What has been said and done in a case so far, and who is looking."""

    routine: Routine
    answers: Mapping[str, str]
    over: frozenset[str]
    role: str = ""
    done: frozenset[str] = frozenset()


def places(
    routine: Routine, answers: Mapping[str, str], done: Collection[str], left: Collection[str], role: str
) -> dict[str, str]:
    """Where every step stands: nu, sedan, klart, utgar or okant."""
    moment = Moment(routine, answers, frozenset(done) | frozenset(left), role, frozenset(done))
    return {
        **{question.id: _of_question(question, moment) for question in routine.questions},
        **{action.id: _of_action(action, moment) for action in routine.actions},
    }


def uncalled(
    routine: Routine,
    answers: Mapping[str, str],
    done: Collection[str],
    left: Collection[str],
    reader: str = "",
    perhaps: bool = False,
) -> set[str]:
    """The roles that nobody calls in: what usually does has fallen away or been left out, or there is nobody to do it
    who has been called, and nothing else is done that tells them, or that nobody but they do. Who reads has been
    called. `perhaps`: those of whom nobody can tell as well."""
    moment = Moment(routine, answers, frozenset(done) | frozenset(left), reader, frozenset(done))
    silent = {None, False} if perhaps else {False}
    gone: set[str] = set()
    for _ in routine.roles:  # Each time at least one more is known, or none ever will be.
        for role in routine.roles:
            if role.reached_by is None or role.id == reader:
                continue
            call = routine.action(role.reached_by.action)
            heard = role.id in {t.role for id in done for t in routine.action(id).informs if t.basis == "kalla"}
            alone = (role.id,) in {routine.action(id).responsible for id in done}
            never = call.id in left or _meant(call, moment) in silent or all(who in gone for who in call.responsible)
            if call.id not in done and never and not heard and not alone:
                gone.add(role.id)
    return gone


def _meant(step: Action | Question, moment: Moment) -> bool | None:
    """Whether it applies. A contact that has been made is carried through, and one that is left out takes the rest of
    it along; of what was left out there is nothing to do more."""
    others = (
        []
        if isinstance(step, Question) or not step.group
        else [each for each in moment.routine.actions if each.group and each.group.id == step.group.id]
    )
    if any(each.id in moment.done for each in others):
        return True
    left = moment.over - moment.done
    if (others and others[0].id in left) or (
        isinstance(step, Action) and any(wait.only_if_done and wait.action in left for wait in step.after)
    ):
        return False
    return applies(step.conditions, moment)


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
    known = _meant(action, moment)
    if known is False:
        return "utgar"
    if action.opens and _called_from_outside(moment):
        return "okant"
    if known is None or _waits(action, moment):
        return "sedan"
    return "nu" if action.opens or _begun(moment) else "sedan"


def _of_question(question: Question, moment: Moment) -> str:
    known = _meant(question, moment)
    if known is False:
        return "utgar"
    if known is None:
        return "sedan"
    if moment.answers.get(question.id) in ("ja", "nej"):
        return "klart"
    asked = question.asked or _begun(moment)
    return "nu" if asked and not _waits(question, moment) else "sedan"


def _waits(step: Action | Question, moment: Moment) -> bool:
    """Whether anything that it names is in the way. What those wait for in their turn is theirs."""
    return any(_holds_up(moment.routine.action(wait.action), moment) for wait in step.after)


def _holds_up(action: Action, moment: Moment) -> bool:
    if action.id in moment.over or (action.opens and _called_from_outside(moment)):
        return False
    return _meant(action, moment) is not False


def _opening(routine: Routine) -> Action | None:
    return next((action for action in routine.actions if action.opens), None)


def _called_from_outside(moment: Moment) -> bool:
    """Whether the reader's role is one that cannot have opened the case, so that somebody must have."""
    opening = _opening(moment.routine)
    if opening is None or not moment.role:
        return False
    present = [*opening.responsible, *(other.role for other in opening.participants)]
    present += [opening.proxy.role] if opening.proxy else []
    present += opening.consulted.roles if opening.consulted else []
    return moment.role not in present


def _begun(moment: Moment) -> bool:
    opening = _opening(moment.routine)
    return opening is None or opening.id in moment.over or _called_from_outside(moment)


def deadlines(
    routine: Routine,
    answers: Mapping[str, str],
    done: Mapping[str, tuple[date, time | None] | None],
    left: Collection[str],
    event: tuple[date, time | None] | None,
    role: str = "",
) -> dict[str, tuple[date, time | None] | None]:
    """When each limit that holds ends; None while it is not known. `done` has every action that is done, with when."""
    standing = places(routine, answers, done, left, role)
    found: dict[str, tuple[date, time | None] | None] = {}
    for action in routine.actions:
        limit = action.within
        if not limit or standing[action.id] in ("klart", "utgar"):
            continue
        start = event
        if limit.after:
            never = limit.after in left or standing[limit.after] == "utgar"
            if never and limit.after not in done:
                continue
            start = done.get(limit.after)
        found[action.id] = ending(limit.count, limit.unit, *start) if start else None
    return found


def ending(count: int, unit: str, day: date, clock: time | None) -> tuple[date, time | None]:
    """When a limit ends, a day or an hour at a time, on a clock that is changed by hand: the rule that scripts follow.

    1. Days and weeks are those of the calendar: the last day is so many days after the day that they are counted from.
    2. An hour is an hour that passes. From a day and a time so many hours end at a day and a time, in Sweden, whose
       clocks are changed twice a year. Of a time that comes twice the first is meant; one that is skipped is read as if
       the clocks had not been changed yet.
    3. From a day whose time nobody has said, hours end on some day: told is the first that it can be, counted from
       00.00, and no time. They are gone when they are counted from 23.59.
    """
    if unit != "timmar":
        for _ in range(count if unit == "dagar" else 7 * count):
            day += timedelta(1)
        return day, None
    if clock is None:
        return ending(count, unit, day, time(0, 0))[0], None
    hand = datetime.combine(day, clock)
    if _sunday(hand.year, 3, 2) <= hand < _sunday(hand.year, 3, 3):
        hand += timedelta(hours=1)  # There was no such time: whoever says it has not changed her clock yet.
    summer = _sunday(hand.year, 3, 2) <= hand < _sunday(hand.year, 10, 3)
    for _ in range(count):
        hand += timedelta(hours=1)
        if not summer and _sunday(hand.year, 3, 2) <= hand < _sunday(hand.year, 10, 3):
            hand, summer = hand + timedelta(hours=1), True
        elif summer and hand >= _sunday(hand.year, 10, 3):
            hand, summer = hand - timedelta(hours=1), False
    return hand.date(), hand.time()


def _sunday(year: int, month: int, hour: int) -> datetime:
    """The last Sunday of a month that has 31 days, at that hour."""
    last = datetime(year, month, 31, hour)
    return last - timedelta((last.weekday() + 1) % 7)
