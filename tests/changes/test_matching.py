"""What is told to have moved is as little as gives the new order, and what a person would say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

import pytest

from routine.changes.matching import matched

ITEMS = "abcdef"


def told(new: Sequence[str]) -> list[str]:
    """What is said to have moved, in its new order."""
    return [item for item, _ in matched(sorted(new), new).moved]


def fewest(new: Sequence[str]) -> int:
    """How many must move, found by trying which can stay."""
    stays = (len(kept) for size in range(len(new) + 1) for kept in combinations(new, size) if [*kept] == sorted(kept))
    return len(new) - max(stays)


@pytest.mark.parametrize("count", range(1, len(ITEMS) + 1))
def test_of_every_order_as_few_are_told_as_must_have_moved_and_the_others_stand_as_they_did(count: int) -> None:
    for new in permutations(ITEMS[:count]):
        moved = told(new)
        assert len(moved) == fewest(new), new
        stays = [item for item in new if item not in moved]
        assert stays == sorted(stays), new


def test_each_is_told_with_the_one_that_it_stands_after_so_that_the_new_order_follows() -> None:
    for new in permutations(ITEMS[:5]):
        order = [item for item in sorted(new) if item not in told(new)]
        for item, before in matched(sorted(new), new).moved:
            order.insert(order.index(before) + 1 if before else 0, item)
        assert order == [*new]


def test_one_that_has_been_moved_is_the_one_and_of_two_that_changed_places_the_one_that_came_up() -> None:
    assert told("bcdea") == ["a"]
    assert told("eabcd") == ["e"]
    assert told("acbde") == ["c"]
    assert told("ba") == ["b"]
    assert told("abcde") == []


def test_what_took_six_moves_to_tell_takes_three() -> None:
    assert len(told("gacbdfe")) == 3
