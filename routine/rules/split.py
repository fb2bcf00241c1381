"""Actions from one row of the source, of which one lacks what the other has: as when an action is made two, and the
second gets no more than it must have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, permutations

from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.domain.steps import Action
from routine.domain.wording import series
from routine.reading.finding import Finding
from routine.reading.nodes import Raw
from routine.reading.written import entry
from routine.rules.core import REFERENCES, rule

Lost = dict[str, tuple[Part, ...]]


@rule("actions", "questions.*.id", "R011", *REFERENCES)
def lost_in_the_split(routine: Routine) -> Iterator[Finding]:
    """What the source says of a row is held to it by K010 and K008, and may stand at one of its actions. What is our
    reading nobody else would miss."""
    told: set[int] = set()
    for i, k in _pairs(routine):
        action, other = routine.actions[i], routine.actions[k]
        if i not in told and (lost := _lost(routine, action, other)):
            told.add(i)
            yield _told(action, other, lost, i, k)


def _pairs(routine: Routine) -> Iterator[tuple[int, int]]:
    """Any two actions of one row, by their places, each way round."""
    rows = by_key((action.row, i) for i, action in enumerate(routine.actions) if action.row)
    return chain.from_iterable(permutations(places, 2) for places in rows.values())


def _told(action: Action, other: Action, lost: Lost, i: int, k: int) -> Finding:
    keys = [*lost]
    said = series(keys)
    return Finding(
        "V018",
        ("actions", i, "text"),
        f"”{action.id}” och ”{other.id}” hör till rad {action.row}, men ”{action.id}” saknar {said} som den andra har.",
        "samma conditions på åtgärder från samma rad, och after och within om samma roller ansvarar",
        f"gäller det också här, kopiera {said} från ”{other.id}”.",
        tuple((("actions", k, key), key) for key in keys),
        tuple(line for key, parts in lost.items() for line in entry(key, _raw(key, parts))),
    )


def _lost(routine: Routine, action: Action, other: Action) -> Lost:
    """What the other has, by its key. After and within are said of who does it: another's may well have none."""
    if _either_or(action, other):
        return {}
    lost: Lost = {"conditions": _conditions(routine, action, other)}
    if {*action.responsible} == {*other.responsible}:
        row = {each.id for each in routine.actions if each.row == action.row}
        beyond = tuple(each for each in other.after if each.action not in row)
        waits = any(each.action == action.id for each in other.after)
        lost["after"] = () if action.after or action.opens or waits else beyond
        lost["within"] = _within(action, other)
    return {key: parts for key, parts in lost.items() if parts}


def _either_or(action: Action, other: Action) -> bool:
    """Whether one of them is done where the other is not."""
    answers = {each.question: each.answer for each in other.conditions}
    return any(answers.get(each.question, each.answer) != each.answer for each in action.conditions)


def _conditions(routine: Routine, action: Action, other: Action) -> tuple[Part, ...]:
    """What falls away with the other needs not say when; and a question brings its own conditions."""
    if action.opens or any(each.action == other.id and each.only_if_done for each in action.after):
        return ()
    asked = {id for each in action.conditions for id in _hangs_on(routine, each.question)}
    return tuple(each for each in other.conditions if each.question not in asked)


def _hangs_on(routine: Routine, question: str) -> Iterator[str]:
    """The question and those that it hangs on."""
    yield question
    for each in routine.question(question).conditions:
        yield from _hangs_on(routine, each.question)


def _within(action: Action, other: Action) -> tuple[Part, ...]:
    """One contact has one limit, and what comes after the other, or before it by its limit, has a time of its own."""
    limit, together = other.within, action.group and other.group and action.group.id == other.group.id
    if action.within or not limit or together or limit.after == action.id:
        return ()
    return () if any(each.action == other.id for each in action.after) else (limit,)


def _raw(key: str, parts: tuple[Part, ...]) -> Raw:
    """As they stand in the file."""
    values: list[Raw] = [{name: str(value) for name, value in part if value is not None} for part in parts]
    return values[0] if key == "within" else values
