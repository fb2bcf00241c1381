"""From a query until its hits are ordered, on a processor slowed four times."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.figures import Figure
from bench.guide import SLOWED
from content import chromium
from content.search import queries

WALKS = 5  # The same queries, the median of so many: the machine has other things to do as well.
ASK = (Path(__file__).parent / "queries.js").read_text(encoding="utf-8")


def measured(data: Path, site: Path, limit_ms: float) -> Iterator[Figure]:
    """The queries that are kept beside the routine."""
    asked = [query.q for query in queries(data)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.found(), args=chromium.FLAGS)
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        walks = [page.evaluate(ASK, asked) for _ in range(WALKS)]
        browser.close()
    took = [statistics.median(same) for same in zip(*walks, strict=True)]
    yield Figure(f"Sökningen, {len(took)} frågor", statistics.median(took), max(took), limit_ms)
