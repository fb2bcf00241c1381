"""A whole build and a check, as processes of their own: ours beside the same pages in Material as it comes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bench.ground import MATERIAL, Ground, material, python
from bench.measured import Bound, Measured, Peer, Quantity
from bench.turns import in_turn, timed
from routine.disk import cache

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
    """What an editor waits for, who has just changed something; and of a file that has been tried, which is kept."""
    copied = ground.work / "checked"
    shutil.copytree(ground.data.parent, copied)
    file = copied / ground.data.name

    def check() -> None:
        python("routine", "check", str(file))

    def change() -> None:
        with file.open("a", encoding="utf-8", newline="") as opened:
            opened.write("# En rad till.\n")

    def changed() -> float:
        change()
        return timed(check)()

    check()
    anew, again = in_turn(changed, timed(check))
    yield Measured("check av en fil som har ändrats", Quantity.SECONDS, anew, bound=Bound(CHECK))
    yield Measured("check av samma fil igen", Quantity.SECONDS, again, bound=Bound(CHECK))
