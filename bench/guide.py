"""From a tick or an answer in the guide until its result is painted, on a processor slowed four times."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.alone import spent
from bench.browsing import script, slowed
from bench.ground import Ground
from bench.measured import Bound, Measured, Quantity
from content import chromium
from routine.loading.load import load

WIDTHS = (360, 1280)
HEIGHT = 800
MOST_PRESSES = 60
WALKS = 5  # The same press, the median of so many: the machine has other things to do as well.
LARGER = 10  # Times the routine.
MOST_PRESSED, MOST_PRESSED_LARGE = 50, 100  # Milliseconds.


def pressed(ground: Ground) -> Iterator[Measured]:
    """The slowest press at each width, with our routine and with one that is as large as none."""
    # The role that can be ticked most for.
    routine = load(ground.data)
    role = max(routine.roles, key=lambda role: sum(role.id in action.responsible for action in routine.actions)).id
    spent("build", ground.large(LARGER), ground.work / "guide")
    sites = (
        ("Guiden", ground.ours, MOST_PRESSED),
        (f"Guiden vid {LARGER} gånger rutinen", ground.work / "guide/site", MOST_PRESSED_LARGE),
    )
    with chromium.opened() as browser:
        for name, site, most in sites:
            for width in WIDTHS:
                walks = [_walk(browser, site, width, role) for _ in range(WALKS)]
                took = [statistics.median(same) for same in zip(*walks, strict=True)]
                said = f"{name}, {width} px, det långsammaste av {len(took)} tryck"
                yield Measured(said, Quantity.MILLISECONDS, max(took), bound=Bound(most))


def _walk(browser: Browser, site: Path, width: int, role: str) -> list[float]:
    """Milliseconds for every press of a walk, on a page that nobody has pressed on before."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce")
    page.goto((site / "guide/index.html").as_uri())
    page.evaluate("rutin.opener.load()")  # On its way before a finger has come up again.
    slowed(page)
    took: list[float] = page.evaluate(script("press"), [role, MOST_PRESSES])
    page.close()
    return took
