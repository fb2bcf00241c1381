"""A cut from inside one item to inside the next is one mistake, and is told as one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from routine.loading.parse import parse
from routine.reading.problems import Problem, RoutineError
from tests.kit.broken import SMALL_TEXT, small_adopted

LINES = SMALL_TEXT.split("\n")
ACTIONS = range(LINES.index("actions:") + 1, LINES.index("emergency:"))
BEGUN = [n for n in ACTIONS if LINES[n].startswith("  - id: ")]
LEAST_ALONE = 5  # Pairs of steps.
KEYS = ("section", "responsible", "text", "others")


def refused(*lines: str) -> tuple[Problem, ...]:
    with pytest.raises(RoutineError) as raised:
        parse("\n".join(lines).encode(), "rutin.yaml", small_adopted())
    return raised.value.problems


def place(begins: int, key: str) -> int | None:
    """Where a key of an item's own stands."""
    for number in range(begins + 1, len(LINES)):
        if not LINES[number].startswith("    "):
            break
        if LINES[number].startswith(f"    {key}: "):
            return number
    return None


@pytest.mark.parametrize("key", KEYS)
def test_what_is_left_of_a_row_below_a_cut_is_told_alone(key: str) -> None:
    """One key stands twice, and a row is missing: what was cut away has both, and all else that names it."""
    alone = 0
    for above, below in pairwise(BEGUN):
        kept, again = place(above, key), place(below, key)
        if kept is None or again is None:
            continue
        first, *more = refused(*LINES[: kept + 1], *LINES[again:])
        if first.code == "S004":  # Whoever is named twice for one step keeps rows from being compared.
            assert "K001" not in {problem.code for problem in more}
            continue
        assert (first.code, first.mark.line, more) == ("S024", kept + 2, [])
        assert f"”{LINES[above].removeprefix('  - ')}”, som har nyckeln redan" in first.message
        alone += 1
    assert alone >= LEAST_ALONE


def test_a_key_that_stands_twice_and_a_row_that_is_missing_elsewhere_are_two_mistakes() -> None:
    first, last = BEGUN[0], BEGUN[-1]
    text = place(first, "text")
    assert text is not None
    twice = [*LINES[: text + 1], "    text: Ring någon", *LINES[text + 1 :]]
    assert {problem.code for problem in refused(*twice)} == {"S004"}
    whole = [*twice[: last + 1], *twice[ACTIONS.stop :]]
    assert {"S004", "K001"} <= {problem.code for problem in refused(*whole)}
