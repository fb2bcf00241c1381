"""Routines made by chance are worth asking about: they hold all that the rules speak of, and are the same each time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.rules import circles, names, order, presence, references, together
from routine.rules.core import Rule, tried
from tests.kit.judges import by_the_oracle
from tests.kit.random_routines import random_cases, random_routine, random_states
from tests.kit.states import State

Cases = list[tuple[Routine, list[State]]]


@pytest.fixture(scope="module")
def cases() -> Cases:
    return list(random_cases(100, 10))


def contradictory(routine: Routine, action: Action) -> bool:
    return len({each.question for each in action.conditions}) < len(
        {(each.question, each.answer) for each in action.conditions}
    )


def nested(routine: Routine, action: Action) -> bool:
    """Conditions of the questions of its questions."""
    questions = [routine.question(each.question) for each in action.conditions]
    return any(routine.question(each.question).conditions for question in questions for each in question.conditions)


def listed_above_what_it_waits_for(routine: Routine, action: Action) -> bool:
    order = [each.id for each in routine.actions]
    return any(order.index(wait.action) > order.index(action.id) for wait in action.after)


def waiting_for_the_opening(routine: Routine, action: Action) -> bool:
    return any(routine.action(wait.action).opens for wait in action.after)


def opened_by_another(routine: Routine, action: Action) -> bool:
    return bool(action.opens and action.proxy)


def unopened(routine: Routine, action: Action) -> bool:
    return not any(each.opens for each in routine.actions)


def calling_somebody(routine: Routine, action: Action) -> bool:
    return any(role.reached_by and role.reached_by.action == action.id for role in routine.roles)


def waiting_for_several(routine: Routine, action: Action) -> bool:
    return len(action.after) > 1


def shared(routine: Routine, action: Action) -> bool:
    return action.shared


def grouped(routine: Routine, action: Action) -> bool:
    """With the one listed after it."""
    later = routine.actions[routine.actions.index(action) + 1 :][:1]
    return action.group is not None and any(each.group == action.group for each in later)


@pytest.mark.parametrize(
    "kind",
    [
        contradictory,
        nested,
        listed_above_what_it_waits_for,
        waiting_for_the_opening,
        opened_by_another,
        unopened,
        calling_somebody,
        waiting_for_several,
        shared,
        grouped,
    ],
)
def test_there_are_actions_of_every_kind(cases: Cases, kind: Callable[[Routine, Action], bool]) -> None:
    assert any(kind(routine, action) for routine, _ in cases for action in routine.actions)


@pytest.mark.parametrize(
    "rule",
    [
        *(references.unknown_role, references.unknown_question, references.unknown_section, references.unknown_action),
        *(names.duplicate_id, order.section_of_another_track, order.out_of_order),
        *(circles.loop, order.opens_twice, order.opening_waits, together.group_apart, presence.question_unneeded),
    ],
    ids=lambda rule: rule.check.__name__,
)
def test_no_rule_refuses_them_that_where_a_case_stands_rests_on(cases: Cases, rule: Rule) -> None:
    """Nothing goes in a circle, a group is one, what opens a case waits for nothing, and no question is in vain."""
    assert [found for routine, _ in cases for found in tried((rule,), routine, frozenset())] == []


def test_they_are_small_and_large_and_in_between(cases: Cases) -> None:
    routines = [routine for routine, _ in cases]
    for most, counts in (
        (30, {len(each.actions) for each in routines}),
        (10, {len(each.questions) for each in routines}),
    ):
        assert min(counts) <= 1
        assert most / 2 < max(counts) <= most
    assert {len(each.roles) for each in routines} == {2, 3, 4, 5}
    assert {len(each.tracks) for each in routines} == {1, 2, 3}


@pytest.mark.parametrize("place", ["nu", "sedan", "klart", "utgar"])
def test_questions_and_actions_stand_everywhere(cases: Cases, place: str) -> None:
    judged = [(routine, by_the_oracle(routine)(state).places) for routine, states in cases for state in states]
    assert any(places[each.id] == place for routine, places in judged for each in routine.questions)
    assert any(places[each.id] == place for routine, places in judged for each in routine.actions)


def test_what_opens_a_case_may_be_unknown_and_roles_uncalled(cases: Cases) -> None:
    judged = [by_the_oracle(routine)(state) for routine, states in cases for state in states]
    assert any("okant" in each.places.values() for each in judged)
    assert any(each.uncalled for each in judged)


def test_states_hold_what_no_reader_could_reach(cases: Cases) -> None:
    """Done and left out at once; and done before what it waits for."""
    states = [(routine, state) for routine, states in cases for state in states]
    assert any({*state.done} & {*state.left} for _, state in states)
    over = [(action, {*state.done, *state.left}) for routine, state in states for action in routine.actions]
    assert any(action.id in all and any(wait.action not in all for wait in action.after) for action, all in over)


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    routine = random_routine(7)
    assert random_routine(7) == routine != random_routine(8)
    assert random_states(routine, 7, 9) == random_states(routine, 7, 9) != random_states(routine, 8, 9)
