"""Several deeds in turn, so that what else the machine does falls on all of them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

ROUNDS = 5

Work = Callable[[], object]
Timed = Callable[[], float]


def in_turn(*deeds: Timed) -> list[float]:
    """The median of the seconds that each tells that it took, in the order they were given."""
    took = [[deed() for deed in deeds] for _ in range(ROUNDS)]
    return [statistics.median(same) for same in zip(*took, strict=True)]


def timed(deed: Work) -> Timed:
    """By the clock."""

    def seconds() -> float:
        start = time.perf_counter()
        deed()
        return time.perf_counter() - start

    return seconds
