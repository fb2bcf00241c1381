"""A routine is found again by what it says, and each id in it says what it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest

from routine.check.model_paths import hints, part_of, without_none
from routine.check.parse import parse
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.referring import Refers
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


# What is no reference: what a thing is called itself, and the numbers that the source gives.
OWN = {"id", "Track.number"}


def marks() -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Every field of every part with the marks of its type, or of its items."""
    seen: set[type[Part]] = set()
    waiting: list[Any] = [Routine]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        for name in part.model_fields:
            bare = without_none(hints(part)[name])
            inner = get_args(bare)[0] if get_origin(bare) is tuple else bare
            yield part.__name__, name, getattr(inner, "__metadata__", ())
            waiting += [found] if (found := part_of(inner)) else []


def referring() -> dict[str, Refers]:
    return {f"{part}.{name}": mark for part, name, found in marks() for mark in found if isinstance(mark, Refers)}


def test_an_id_that_is_not_ones_own_names_something() -> None:
    kinds = {"_id", "_label", "_named"}
    ids = {
        f"{part}.{name}"
        for part, name, found in marks()
        if any(getattr(getattr(mark, "func", None), "__name__", "") in kinds for mark in found)
        and not {name, f"{part}.{name}"} & OWN
    }
    assert len(ids) > 25
    assert ids == referring().keys() - {"Dial.number"}


def test_what_is_named_is_looked_for_in_lists_that_there_are() -> None:
    for place, refers in referring().items():
        for key in refers.to:
            item = part_of(get_args(hints(Routine)[key])[0])
            assert item is not None, place
            assert refers.key in item.model_fields, place


def test_only_what_a_decision_names_may_be_history() -> None:
    past = {place.partition(".")[0] for place, refers in referring().items() if refers.past}
    assert past == {"Change", "Consultation", "Period", "Stated"}
