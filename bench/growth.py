"""How much longer it takes when a routine is larger: the exponent is 1 when twice as much takes twice as long."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence

from bench.alone import Spent, spent
from bench.ground import Ground
from bench.measured import Bound, Measured, Quantity

SIZES = (1, 5, 20)  # Times the routine.
ROUNDS_GROWN = 3
MOST_GROWTH = 1.1
NAMES = {
    "check": "check",
    "build": "bygge",
    "flowchart": "flödesschema",
    "prints": "PDF-filer",
}


def grown(ground: Ground) -> Iterator[Measured]:
    """Of each deed its exponent, by seconds of the processor: the clock also tells of what else the machine does."""
    for deed, called in NAMES.items():
        took = _took(ground, deed)
        told = "; ".join(f"{seconds:.2f}".replace(".", ",") for seconds in took)
        name = f"Tillväxt vid {', '.join(map(str, SIZES))} gånger rutinen: {called} ({told} s)"
        yield Measured(name, Quantity.EXPONENT, exponent(SIZES, took), bound=Bound(MOST_GROWTH))


def exponent(sizes: Sequence[float], took: Sequence[float]) -> float:
    """The slope of the straight line that lies nearest to the logarithms of all of them, by least squares."""
    slope, _ = statistics.linear_regression([math.log(size) for size in sizes], [math.log(each) for each in took])
    return slope


def _took(ground: Ground, deed: str) -> list[float]:
    """The median for each size, which are measured in turn."""
    rounds = [[_once(ground, deed, times, count).cpu for times in SIZES] for count in range(ROUNDS_GROWN)]
    return [statistics.median(same) for same in zip(*rounds, strict=True)]


def _once(ground: Ground, deed: str, times: int, count: int) -> Spent:
    return spent(deed, ground.large(times), ground.work / f"grown/{deed}-{times}-{count}")
