"""The built sites that are read as files: each made once a run, by the worker that asks first."""

from __future__ import annotations

from functools import cache

from audit.built import Site, of
from routine.site.build import build
from tests.kit.building import Workshop
from tests.kit.paths import OTHER_BODIES, REAL, SMALL

# Name → the routine: ours, the one with every feature of the model, and those of other bodies.
ROUTINES = {"rutinen": REAL, "den lilla": SMALL, **OTHER_BODIES}


@cache  # A page is parsed once a worker.
def site_of(name: str, workshop: Workshop) -> Site:
    """The site of the routine with this name."""
    data = ROUTINES[name]
    return of(workshop.made(name, lambda out: build(data, out / "site")) / "site", data)
