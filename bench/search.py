"""From a query until its hits are ordered, on a processor slowed four times; how many queries are answered, and what
the search weighs: ours and Material's own, asked the same."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from audit import weight
from audit.built import of
from bench.browsing import script, slowed
from bench.ground import MATERIAL, Ground
from bench.measured import Bound, Measured, Peer, Quantity
from bench.stock_search import asked_of_material
from content import chromium
from content.asked import Query, queries
from content.search import ENOUGH, SOONEST

ASKED_AGAIN = 5  # The same queries, the median of so many: the machine has other things to do as well.
MOST_SEARCHED = 50  # Milliseconds.


def searched(ground: Ground) -> Iterator[Measured]:
    """The queries that are kept beside the routine; without any there are no lines here."""
    kept = queries(ground.data)
    wanting = tuple(query for query in kept if query.want)
    if not wanting:
        return
    with chromium.opened() as browser:
        slowest = _slowest(browser, ground.ours, kept)
        ours = _hits(browser, ground.ours, wanting)
        theirs, fetched = asked_of_material(browser, ground.stock, wanting)
    peer = f"{MATERIAL}, dess sökning"
    yield Measured(
        f"Sökningen, den långsammaste av {len(kept)} frågor",
        Quantity.MILLISECONDS,
        slowest,
        bound=Bound(MOST_SEARCHED),
    )
    yield Measured(
        f"Frågor med rätt sida bland de {SOONEST} första träffarna, av {len(wanting)}",
        Quantity.PERCENT,
        answered(wanting, ours),
        Peer(peer, answered(wanting, theirs)),
        Bound(100 * ENOUGH, least=True),
    )
    yield Measured(
        "Sökningen med sitt index",
        Quantity.KILOBYTES,
        weight.search(of(ground.ours, ground.data)) / 1000,
        Peer(peer, sum(len(gzip.compress(file.read_bytes())) for file in fetched) / 1000),
        Bound(weight.SEARCH_MOST / 1000),
    )


def answered(asked: tuple[Query, ...], hits: list[list[str]]) -> float:
    """Of a hundred, those with a hit on a page that is wanted: Material knows no place in it by our names."""
    right = sum(
        any(_page(hit) == _page(want) for hit in found for want in query.want)
        for query, found in zip(asked, hits, strict=True)
    )
    return 100 * right / len(asked)


def _page(address: str) -> str:
    """Without the place in it, and however it is written: `./roller/ombud/#steg`, `roller/ombud/index.html`."""
    return address.partition("#")[0].removeprefix("./").removesuffix("index.html")


def _slowest(browser: Browser, site: Path, asked: tuple[Query, ...]) -> float:
    """Milliseconds."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    slowed(page)
    asking = [query.q for query in asked]
    walks: list[list[float]] = [page.evaluate(script("queries"), asking) for _ in range(ASKED_AGAIN)]
    page.close()
    took: list[float] = [statistics.median(same) for same in zip(*walks, strict=True)]
    return max(took)


def _hits(browser: Browser, site: Path, asked: tuple[Query, ...]) -> list[list[str]]:
    """Where the first hits of each lead."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    answers = page.evaluate(chromium.script("queries"), [[query.q for query in asked], SOONEST])
    page.close()
    return [hits for hits, _ in answers]
