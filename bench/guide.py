"""From a tick or an answer in the guide until its result is painted, on a processor slowed four times."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.figures import Figure

SLOWED = 4
WIDTHS = (360, 1280)
ROLE = "partiets-sakerhetsansvarig"
MOST = 60
WALKS = 9  # The same press, the median of so many: the machine has other things to do as well.
PRESS = (Path(__file__).parent / "press.js").read_text(encoding="utf-8")


def measured(name: str, site: Path, limit_ms: float) -> Iterator[Figure]:
    """One figure for each width."""
    found = next(path for each in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(each)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for width in WIDTHS:
            walks = [_walk(browser, site, width) for _ in range(WALKS)]
            took = [statistics.median(same) for same in zip(*walks, strict=True)]
            yield Figure(f"{name}, {width} px, {len(took)} tryck", statistics.median(took), max(took), limit_ms)
        browser.close()


def _walk(browser: Browser, site: Path, width: int) -> list[float]:
    """Milliseconds for every press of a walk, on a page that nobody has pressed on before."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto((site / "guide/index.html").as_uri())
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    took: list[float] = page.evaluate(PRESS, [ROLE, MOST])
    page.close()
    return took
