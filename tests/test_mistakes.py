"""An editor who cannot program mends it alone: every mistake of the table, by what its first message says."""

from __future__ import annotations

from functools import cache

import pytest

from routine.reading.problems import Problem, RoutineError
from tests.kit.mistakes import MISTAKES, NEVER, Mistake
from tests.kit.views import one_in

NAMED = one_in(4, MISTAKES)


@cache
def refusal(mistake: Mistake) -> RoutineError:
    """What reading the mistake raises, once."""
    with pytest.raises(RoutineError) as raised:
        mistake.case.read()
    return raised.value


def words(problem: Problem) -> str:
    """All that one message says."""
    why = (why for _, why in problem.related)
    return "\n".join((problem.message, problem.allowed, problem.hint, *problem.example, *why))


@pytest.mark.parametrize("mistake", NAMED)
def test_the_first_message_is_the_one_to_mend_and_the_only_one(mistake: Mistake) -> None:
    problems = refusal(mistake).problems
    code, place, _ = mistake.case.expected()[0]
    assert (problems[0].code, (problems[0].mark.line, problems[0].mark.column)) == (code, place), problems
    assert len(problems) == mistake.count, problems


@pytest.mark.parametrize("mistake", NAMED)
def test_it_says_what_is_wrong_and_what_to_do(mistake: Mistake) -> None:
    first = refusal(mistake).problems[0]
    for phrase in mistake.says:
        assert phrase in words(first), words(first)
    assert first.hint.endswith((".", "?"))


@pytest.mark.parametrize("mistake", NAMED)
def test_it_says_nothing_that_harms_or_that_an_editor_does_not_know(mistake: Mistake) -> None:
    for problem in refusal(mistake).problems:
        for phrase in (*NEVER, *mistake.never):
            assert phrase not in words(problem), words(problem)


def test_the_table_is_long_enough_and_its_mistakes_are_told_apart() -> None:
    names = [mistake.name for mistake in MISTAKES]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
    assert len(names) >= 120
