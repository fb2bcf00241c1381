"""How much memory a build of a large routine takes, and Material as it comes for the same pages."""

from __future__ import annotations

from collections.abc import Iterator

from bench import plain
from bench.alone import spent
from bench.ground import MATERIAL, Ground
from bench.measured import Bound, Measured, Peer, Quantity

LARGEST = 20  # Times the routine.
MOST_MEMORY = 300  # Megabytes.


def held(ground: Ground) -> Iterator[Measured]:
    """The most that the process has at once. The same each time, so that once is enough."""
    work = ground.work / "memory"
    ours = spent("build", ground.large(LARGEST), work).peak
    theirs = spent("material", plain.written(work / "site", work / "plain"), work).peak
    yield Measured(
        f"Minne vid {LARGEST} gånger rutinen",
        Quantity.MEGABYTES,
        ours,
        Peer(f"samma sidor i {MATERIAL}", theirs),
        Bound(MOST_MEMORY),
    )
