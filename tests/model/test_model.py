"""A routine as what much is remembered by: found again by what it says, and without going through all of it."""

from __future__ import annotations

import pytest

from routine.check.parse import parse
from routine.model.model import Routine
from routine.model.steps import Action
from tests.kit.paths import SMALL


def test_routines_that_say_the_same_are_the_same_to_whoever_remembers(small: Routine) -> None:
    again = parse(SMALL.read_bytes(), "samma.yaml")
    assert again is not small
    assert (again, hash(again)) == (small, hash(small))
    other = small.model_copy(update={"words": (*small.words, "annat")})
    assert {small: 1, other: 2}[again] == 1


def refused(*_: object) -> bool:
    raise AssertionError


def test_it_is_gone_through_once_to_find_it(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    hash(small)
    monkeypatch.setattr(Action, "__hash__", refused)
    assert {small: True}[small]


def test_what_was_written_before_a_change_is_not_compared_with_it(
    small: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a preview, which is built anew at each save."""
    hash(small)
    other = small.model_copy(update={"words": (*small.words, "annat")})
    monkeypatch.setattr(Routine, "__eq__", refused)
    assert {small: 1}.get(other) is None
