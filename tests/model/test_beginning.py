"""What a role meets first: what nothing holds up, and what of it comes before the rest."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from routine.check.load import load
from routine.model import graph as graphs
from routine.model.beginning import at_first, in_turn
from routine.model.fields import Answer
from routine.model.model import Routine
from routine.model.steps import Meaning
from tests.kit.building import ROUTINES
from tests.kit.oracle import places
from tests.kit.random_routines import random_routine
from tests.kit.views import some


def first(routine: Routine, role: str) -> tuple[str, ...]:
    graph = graphs.build(routine)
    return in_turn(graph, role, at_first(graph, role))


def unlike(routines: Iterable[Routine]) -> list[str]:
    """For whom something else is there at first than the rules say, each with all that differs."""
    found = []
    for routine in routines:
        graph = graphs.build(routine)
        for role in (each.id for each in routine.roles):
            said = {id for id, place in places(routine, {}, (), (), role).items() if place == "nu"}
            if differing := said ^ at_first(graph, role):
                found.append(f"{role}: {sorted(differing)}")
    return found


@pytest.mark.parametrize("name", some("den lilla", "rutinen", "region", "minst", full=("lager",)))
def test_what_is_there_at_first_is_what_the_rules_say(name: str) -> None:
    assert unlike([load(ROUTINES[name])]) == []


@pytest.mark.parametrize("count", some(300, full=(1000,)))
def test_it_is_also_of_routines_that_nobody_would_think_of(count: int) -> None:
    assert unlike(map(random_routine, range(count))) == []


def test_first_is_the_first_action_of_ones_own_then_what_is_asked_at_the_start(small: Routine) -> None:
    assert first(small, "rektorn") == ("flytta-klassen", "rinner-det", "beratta-for-hemmen")
    assert first(small, "vaktmastaren")[:2] == ("stang-kranen", "rinner-det")


def test_a_question_that_stands_before_comes_first_unless_it_is_asked_at_the_start_or_a_choice(small: Routine) -> None:
    """What hangs on the answer is not to wait until all else is done."""

    def asking(**values: object) -> tuple[str, ...]:
        plain = small.questions[0].model_copy(update={"asked": None, "means": ()} | values)
        return first(small.model_copy(update={"questions": (plain, *small.questions[1:])}), "rektorn")

    asked = small.questions[0].asked
    assert asked, "as the fixture has it, at the start"
    assert asking()[:2] == ("rinner-det", "flytta-klassen")
    assert asking(asked=asked)[:2] == ("flytta-klassen", "rinner-det")
    both: tuple[Answer, Answer] = ("ja", "nej")
    assert asking(means=tuple(Meaning(answer=each, text="x", basis="kalla") for each in both))[0] == "flytta-klassen"


def test_an_answer_is_shared_by_those_who_give_it_and_told_by_those_who_hear_it(small: Routine) -> None:
    """The caretaker and the head answer; the engineer is asked what they said; nobody else is."""
    asked = [role.id for role in small.roles if "rinner-det" in first(small, role.id)]
    assert asked == ["rektorn", "vaktmastaren", "va-ingenjoren"]
