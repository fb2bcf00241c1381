"""A whole build and a check, as processes of their own: ours beside the same pages in Material as it comes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bench.ground import MATERIAL, Ground, material, python
from bench.measured import Bound, Measured, Peer, Quantity
from bench.turns import in_turn, timed
from routine import cache

AGAIN, FIRST = 1.2, 1.6  # Times Material's.
CHECK = 0.5  # Seconds.
ADDRESS = "https://kommun.example/rutin/"  # With one there is a code to scan on each sheet.


def built(ground: Ground) -> Iterator[Measured]:
    """With everything that a build keeps there, and with nothing of it."""
    command = ("build", str(ground.data), "--out", str(ground.work / "published"), "--address", ADDRESS)

    def again() -> None:
        python("routine", *command)

    def first() -> None:
        shutil.rmtree(cache.FOLDER, ignore_errors=True)
        again()

    # In this order each build but the first finds what the one before it has kept.
    theirs, kept, anew = in_turn(timed(lambda: material(ground.twin)), timed(again), timed(first))
    peer = Peer(f"samma sidor i {MATERIAL}", theirs)
    yield Measured("Bygge, då alla PDF-filer är sparade", Quantity.SECONDS, kept, peer, Bound(AGAIN, ratio=True))
    yield Measured("Bygge, det första", Quantity.SECONDS, anew, peer, Bound(FIRST, ratio=True))


def checked(ground: Ground) -> Iterator[Measured]:
    """What an editor waits for. It keeps what it has tried, as a build does."""
    python("routine", "check", str(ground.data))
    (took,) = in_turn(timed(lambda: python("routine", "check", str(ground.data))))
    yield Measured("check", Quantity.SECONDS, took, bound=Bound(CHECK))
