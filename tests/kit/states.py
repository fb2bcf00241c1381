"""The states that a case can be in, as plain values: what has been answered, done and left out, and who looks.

They are the same for everybody who judges them: the second opinion, and the script in a browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from routine.model.fields import Answer
from routine.model.model import Routine
from tests.kit.oracle import places

SAID: tuple[Answer | None, ...] = (None, "ja", "nej")


class State(NamedTuple):
    """One case at one moment."""

    answers: Mapping[str, Answer]
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    role: str = ""


def every_state(routine: Routine) -> Iterator[State]:
    """On every way of answering, for every reader: with nothing done, then with one more done
    at a time, always the first that is offered, until nothing is."""
    for answers in ways_of_answering(routine):
        for role in ("", *(role.id for role in routine.roles)):
            yield from ticked(routine, State(answers, role=role))


def ways_of_answering(routine: Routine) -> Iterator[dict[str, Answer]]:
    """Every question unanswered, yes or no, in every combination."""
    ids = [question.id for question in routine.questions]
    for given in product(SAID, repeat=len(ids)):
        yield {id: answer for id, answer in zip(ids, given, strict=True) if answer}


def ticked(routine: Routine, state: State) -> Iterator[State]:
    """The state, and those that follow when what is offered is done, one after another."""
    yield state
    standing = places(routine, *state)
    offered = [action.id for action in routine.actions if standing[action.id] == "nu"]
    if offered:
        yield from ticked(routine, state._replace(done=(*state.done, offered[0])))
