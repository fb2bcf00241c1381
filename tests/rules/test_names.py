"""What must stand once in a list of ids or words, wherever the model has one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from routine import rules
from routine.domain.fields import Line
from routine.domain.model import Routine
from routine.reading.model_paths import annotation_at, hints, part_of, parts_of, without_none
from routine.reading.nodes import Path
from tests.kit.variants import kind, leaves, put, small

# Every list of the small routine that holds no parts and no sentences, by its path.
LISTS = list(
    dict.fromkeys(path[:-1] for path, _ in leaves(small()) if isinstance(path[-1], int) and kind(path) != "line")
)


def fields_of(part: type[BaseModel]) -> set[str]:
    """The fields of a part that hold such lists."""
    several = {name: bare for name, each in hints(part).items() if get_origin(bare := without_none(each)) is tuple}
    return {name for name, bare in several.items() if not part_of(get_args(bare)[0]) and get_args(bare)[0] != Line}


def test_every_such_list_of_the_model_is_tried() -> None:
    tried = {(part_of(annotation_at(path[:-1])), path[-1]) for path in LISTS}
    assert tried == {(part, name) for part in parts_of(Routine) for name in fields_of(part)}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: ".".join(map(str, path)))
def test_what_stands_twice_in_a_list_is_told_once(path: Path) -> None:
    values = deepcopy(small())
    there: Any = values
    for step in path:
        there = there[step]
    put(values, path, [*there, there[0]])
    found = [one.code for one in rules.check(Routine.model_validate(values), frozenset())]
    of_an_action = path[2:] in {("responsible",), ("consulted", "roles")}
    assert [code for code in found if code in {"R016", "R021"}] == ["R016" if of_an_action else "R021"]


@pytest.mark.parametrize(
    ("name", "keys", "advised"),
    [
        ("roles", ("summary",), ["summary"]),
        ("roles", ("summary", "intro"), ["summary"]),
        ("roles", ("reach",), []),
        ("contacts", ("number", "hours"), ["number"]),
        ("contacts", ("hours",), []),
        ("guidance", ("points",), ["points"]),
    ],
)
def test_what_was_made_of_another_and_not_changed_throughout_is_told_once(
    name: str, keys: tuple[str, ...], advised: list[str]
) -> None:
    """A contact with another's number and hours, a role with another's summary: published, it leads astray."""
    values: Any = deepcopy(small())
    first, second = values[name][:2]
    second |= {key: deepcopy(first[key]) for key in keys}
    found = rules.advise(Routine.model_validate(values))
    assert [each.path[:3] for each in found if each.code == "V017"] == [(name, 1, key) for key in advised]
