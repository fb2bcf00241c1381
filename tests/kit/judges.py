"""Who says where a case stands, asked in one way: the second opinion, and whoever is held to it; where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from routine.domain.model import Routine
from routine.domain.steps import Action, Question
from tests.kit.oracle import places, uncalled
from tests.kit.states import State


class Judgement(NamedTuple):
    """The place of every step, the roles that nobody calls, and those with them of whom that is not known."""

    places: dict[str, str]
    uncalled: set[str]
    unsure: set[str]


# Of a routine, and then of its states, since what is known of a routine alone takes the longest to find out.
Judge = Callable[[Routine], Callable[[State], Judgement]]


def by_the_oracle(routine: Routine) -> Callable[[State], Judgement]:
    def judge(state: State) -> Judgement:
        missed = (uncalled(routine, *state, perhaps=each) for each in (False, True))
        return Judgement(places(routine, *state), *missed)

    return judge


def disagreements(cases: Iterable[tuple[Routine, Iterable[State]]], judge: Judge, other: Judge) -> Iterator[str]:
    """Each state in which they differ, told with all that one needs to think it through by hand."""
    for routine, states in cases:
        first, second = judge(routine), other(routine)
        for state in states:
            one, two = first(state), second(state)
            if one != two:
                yield "\n".join([str(state), *_differing(one, two), *told(routine)])


def told(routine: Routine) -> list[str]:
    """What the steps hang on, a line for each: steg-3, om fraga-0=ja, efter steg-1."""
    steps: tuple[Question | Action, ...] = (*routine.questions, *routine.actions)
    return [
        ", ".join(
            [
                step.id,
                *(f"om {each.question}={each.answer}" for each in step.conditions),
                *(f"efter {wait.action}" for wait in step.after),
                *_beginning(step),
            ]
        )
        for step in steps
    ]


def _beginning(step: Question | Action) -> list[str]:
    if isinstance(step, Question):
        return ["asked: start"] if step.asked else []
    present = [*step.responsible, *(told.role for told in step.invited)]
    present += step.consulted.roles if step.consulted else []
    return [f"opens: {' '.join(present)}"] if step.opens else []


def _differing(one: Judgement, two: Judgement) -> list[str]:
    ids = sorted({*one.places, *two.places})
    pairs = [(id, one.places.get(id), two.places.get(id)) for id in ids]
    pairs += [(name, getattr(one, name), getattr(two, name)) for name in ("uncalled", "unsure")]
    return [f"{id}: {first} != {second}" for id, first, second in pairs if first != second]
