"""What all read says "du" to nobody in particular."""

from __future__ import annotations

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.nodes import Path
from tests.kit.bare import changed, of_all


def told(routine: Routine) -> list[tuple[str, Path]]:
    return [(found.code, found.path) for found in rules.advise(routine) if found.code == "V022"]


@pytest.mark.parametrize("word", ["du", "dig", "Din", "ditt", "dina"])
def test_words_to_one_in_what_is_told_of_her_to_the_others_are_told(small: Routine, word: str) -> None:
    for key in ("others", "done"):
        said = of_all(small, "actions", **{key: f"stänger {word} kran"})
        assert told(said) == [("V022", ("actions", i, key)) for i in range(len(small.actions))]


def test_a_condition_and_a_wait_are_read_by_all_and_own_is_not(small: Routine) -> None:
    actions = list(small.actions)
    held = next(i for i, action in enumerate(actions) if action.conditions)
    waiting = next(i for i, action in enumerate(actions) if action.after)
    condition = changed(actions[held].conditions[0], text="om du vill det", own="om du vill det")
    actions[held] = changed(actions[held], conditions=(condition, *actions[held].conditions[1:]))
    wait = changed(actions[waiting].after[0], text="efter att du har svarat")
    actions[waiting] = changed(actions[waiting], after=(wait, *actions[waiting].after[1:]))
    assert set(told(changed(small, actions=tuple(actions)))) == {
        ("V022", ("actions", held, "conditions", 0, "text")),
        ("V022", ("actions", waiting, "after", 0, "text")),
    }


def test_what_is_spoken_and_words_that_only_begin_so_are_not_told(small: Routine) -> None:
    assert told(of_all(small, "actions", others="säger ”Hur mår du?” i dialogen vid duken")) == []


def test_no_routine_of_ours_says_so(every_routine: Routine) -> None:
    assert told(every_routine) == []
