"""Material's own search, asked as its own field asks it."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser

from bench.browsing import script
from content.asked import Query
from content.search import SOONEST


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


def asked_of_material(browser: Browser, site: Path, asked: tuple[Query, ...]) -> tuple[list[list[str]], list[Path]]:
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
