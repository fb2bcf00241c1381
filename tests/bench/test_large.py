"""The enlarged routine that a build is measured on is one that every rule lets through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.large import enlarged, unbounded
from routine.loading.load import load
from routine.reading.problems import RoutineError
from tests.kit.paths import REAL, SMALL

TIMES = 3


def test_twenty_times_ours_is_more_than_may_be_read_and_is_measured_all_the_same(tmp_path: Path) -> None:
    """What `make bench` tells of growth and of memory is told at that size."""
    file = enlarged(REAL, 20, tmp_path / "large.yaml")
    with pytest.raises(RoutineError, match="S010"):
        load(file)
    with unbounded():
        assert len(load(file).actions) == 20 * len(load(REAL).actions)
    with pytest.raises(RoutineError, match="S010"):
        load(file)


@pytest.mark.parametrize("source", [SMALL, REAL])
def test_the_enlarged_routine_is_sound_and_so_many_times_larger(source: Path, tmp_path: Path) -> None:
    one, large = load(source), load(enlarged(source, TIMES, tmp_path / "large.yaml"))
    for kind in ("sections", "questions", "actions"):
        assert len(getattr(large, kind)) == TIMES * len(getattr(one, kind)), kind
    # Each time waits for its own, so that what is drawn is as often as large, and not one long chain.
    assert [action.opens for action in large.actions if action.opens] == [one.opening and one.opening.opens]
    waits = {after.action for action in one.actions for after in action.after}
    assert len({after.action for action in large.actions for after in action.after}) == TIMES * len(waits)
