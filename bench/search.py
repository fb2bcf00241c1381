"""From a query until its hits are ordered, on a processor slowed four times; how many queries are answered, and what
the search weighs: ours and Material's own, asked the same."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser

from audit import weight
from audit.built import of
from bench.browsing import script, slowed
from bench.ground import MATERIAL, Ground
from bench.measured import Bound, Measured, Peer, Quantity
from content import chromium
from content.search import ENOUGH, SOONEST, Query, queries

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
        theirs, fetched = _of_material(browser, ground.stock, wanting)
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


# --- Material --------------------------------------------------------------------------------------------------------


class _Asked(ThreadingHTTPServer):
    """Remembers what it was asked for. Material's search is a worker, which a file may not start."""

    def __init__(self, folder: Path) -> None:
        self.names: list[str] = []
        super().__init__(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))


class _Quiet(SimpleHTTPRequestHandler):
    """Says nothing."""

    server: _Asked

    def log_message(self, *_: Any) -> None:
        """What is asked for is told by the server."""

    def do_GET(self) -> None:
        self.server.names.append(self.path.lstrip("/"))
        super().do_GET()


def _of_material(browser: Browser, site: Path, asked: tuple[Query, ...]) -> tuple[list[list[str]], list[Path]]:
    """Where the first hits of each lead, and the files that were fetched for the search."""
    with _Asked(site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        context.route("https://**", lambda route: route.abort())  # It asks for its typeface elsewhere.
        page = context.new_page()
        page.add_init_script(script("listen"))
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        hits: list[list[str]] = page.evaluate(script("material"), [[query.q for query in asked], SOONEST])
        context.close()
        server.shutdown()
    # The worker, its language and its index; the rest is the page's own.
    names = dict.fromkeys(name for name in server.names if name.startswith(("assets/javascripts/workers/", "search/")))
    names |= dict.fromkeys(name for name in server.names if "/lunr/" in name)
    return hits, [site / name for name in names]
