"""What takes time to make is made once for a whole run of the tests, by the worker that asks first, and only read after
that; and builds for what reads pages alone, without the sheets that take most of a build.
"""

from __future__ import annotations

import fcntl
import os
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from audit.built import Site, of
from routine.paper import export, press
from routine.site.build import build
from tests.kit.paths import OTHER_BODIES, REAL, SMALL


class Workshop:
    """A folder that all workers of a run share."""

    def __init__(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        base = tmp_path_factory.getbasetemp()
        self.folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of that name, with what `make` has put in it. Whoever comes while it is made waits."""
        done = self.folder / name
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                work = self.folder / f"{name}.work"
                work.mkdir()
                make(work)
                work.rename(done)
        return done


# Name → the routine: ours, the one with every feature of the model, and those of other bodies.
ROUTINES = {"rutinen": REAL, "den lilla": SMALL, **OTHER_BODIES}


@cache  # A page is parsed once a worker.
def site_of(name: str, workshop: Workshop) -> Site:
    """The site of the routine with this name."""
    data = ROUTINES[name]
    return of(workshop.made(name, lambda out: build(data, out / "site")) / "site", data)


# A picture of one white pixel.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@contextmanager
def paperless() -> Iterator[None]:
    """Every sheet is an empty file, also one without room for its texts."""
    export.pressed.cache_clear()
    with (
        patch.object(press, "pdf", lambda *_, **__: b""),
        patch.object(press, "picture", lambda *_: DOT),
    ):
        try:
            yield
        finally:
            export.pressed.cache_clear()  # An empty file must not be taken for a sheet later on.


def unprinted(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """The same, of what puts a site in a folder."""
    return paperless()(make)
