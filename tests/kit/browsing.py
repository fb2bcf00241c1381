"""What the browser tests share: the site under test, the server it lies on, and how it is visited."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Browser, Page

from audit.built import TAKEN

SUB_PATH = "/rutin/"
# What the sites that are served are built for: all workers share them, each with a server at a port of its own.
# By a name, since what leads to the machine alone is printed on no sheet.
ADDRESS = f"https://kommun.example{SUB_PATH}"
MISSING = "404.html"
HEIGHT = 800
PHONE, DESK = 360, 1280
OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => { each.open = true })"
# The fold-outs of the page itself, without the menu and the search.
OPEN_MAIN = "() => document.querySelectorAll('main details').forEach((each) => { each.open = true })"
# Unlike textContent only what is shown: hidden text is left out, and a line is a line.
SHOWN = "() => document.querySelector('main').innerText"
# Everything a page can keep in a browser. A file has no caches and no workers; asking for them there throws.
KEPT = """async () => {
  const kept = [];
  if (document.cookie) kept.push('cookie ' + document.cookie);
  if (localStorage.length) kept.push('localStorage ' + Object.keys(localStorage));
  if (sessionStorage.length) kept.push('sessionStorage ' + Object.keys(sessionStorage));
  const bases = await indexedDB.databases().catch(() => []);
  if (bases.length) kept.push('IndexedDB ' + bases.map((base) => base.name));
  const names = 'caches' in window ? await caches.keys().catch(() => []) : [];
  if (names.length) kept.push('caches ' + names);
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations().catch(() => []) : [];
  if (workers.length) kept.push('service workers ' + workers.length);
  return kept;
}"""
# Which of the scripts that a page asks for later have come, or have failed to: told of before the page's own listeners.
COMING = """(() => {
  const over = new WeakSet();
  for (const kind of ['load', 'error']) document.addEventListener(kind, ({ target }) => over.add(target), true);
  window.allHasCome = () => [...document.scripts].every((each) => !each.src || !each.async || over.has(each));
})()"""


@dataclass(frozen=True, slots=True)
class Served:
    """A built site: its folder, and the address it is served from."""

    name: str
    data: Path
    folder: Path
    root: str

    @property
    def pages(self) -> list[str]:
        """Every page as a file in the folder, the one for wrong addresses as well. What stands alone is none."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return sorted(name for name in files if name != TAKEN)

    @property
    def linked(self) -> list[str]:
        """Every page that has an address of its own."""
        return [page for page in self.pages if page != MISSING]

    @property
    def places(self) -> list[str]:
        """Every page, from the server and from the folder. A wrong address only exists on a server."""
        return [self.web(page) for page in self.pages] + [self.file(page) for page in self.linked]

    def web(self, page: str) -> str:
        return self.root + page

    def file(self, page: str) -> str:
        return (self.folder / page).as_uri()

    def page_of(self, url: str) -> str | None:
        """The page an address shows, or None if it lies outside the site."""
        bare = urldefrag(url).url
        for root in (self.root, self.folder.as_uri() + "/"):
            if bare.startswith(root):
                rest = bare.removeprefix(root)
                return rest + "index.html" if rest.endswith("/") or not rest else rest
        return None


class Server(ThreadingHTTPServer):
    """Serves a folder below a path, and its 404.html for every wrong address there."""

    daemon_threads = True
    folder: Path
    path = SUB_PATH

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.path}"


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # An answer goes in one piece: else its end waits until the browser has said that it has the start.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
    }

    def translate_path(self, path: str) -> str:
        assert isinstance(self.server, Server)
        address = urlsplit(path).path
        if not address.startswith(self.server.path):
            return str(self.server.folder / "outside" / "the" / "site")
        target = self.server.folder / address.removeprefix(self.server.path)
        return str(target) + ("/" if address.endswith("/") else "")

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        assert isinstance(self.server, Server)
        inside = code == 404 and self.path.startswith(self.server.path)
        body = (self.server.folder / MISSING).read_bytes() if inside else b"Outside the site"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the tests say what is wrong."""


@contextmanager
def serving(folder: Path, path: str = SUB_PATH) -> Iterator[Server]:
    """A server on a free port, where the folder lies at `path`."""
    server = Server(("127.0.0.1", 0), Handler)
    server.folder, server.path = folder, path
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def visiting(
    browser: Browser, width: int = DESK, height: int = HEIGHT, *, held: bool = False, **options: Any
) -> Iterator[Page]:
    """A page in a context of its own, with nothing left from others, `held` to what it says that it may do: else a test
    may put a script into it. Movement is off, so that nothing is measured on its way."""
    page = _opened(browser, viewport={"width": width, "height": height}, bypass_csp=not held, **options)
    try:
        yield page
    finally:
        page.context.close()


def _opened(browser: Browser, **options: Any) -> Page:
    context = browser.new_context(**{"reduced_motion": "reduce", "locale": "sv-SE", "bypass_csp": True, **options})
    context.set_default_timeout(10_000)
    context.add_init_script(COMING)
    return context.new_page()


# Browser and how a page of it was opened → those that nobody has now.
FREE: dict[tuple[object, ...], list[Page]] = {}
USUAL = {"color_scheme": "light", "reduced_motion": "reduce", "forced_colors": "none", "contrast": "no-preference"}


@contextmanager
def borrowing(
    browser: Browser, width: int = DESK, height: int = HEIGHT, *, now: str | datetime | None = None, **options: Any
) -> Iterator[Page]:
    """As `visiting`, on a page that others have had, with nothing of that left in it: to open one anew costs three
    times as much as most that is done there. With `now` its clock stands at that. Who puts a script into every page,
    listens to what is asked for, or goes back to where she was, visits a page of her own."""
    look = {name: options.pop(name, usual) for name, usual in USUAL.items()}
    free = FREE.setdefault((browser, now is not None, *sorted(options.items())), [])
    page = free.pop() if free else _opened(browser, **options)
    try:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", **look)
        if now is not None:
            page.clock.set_fixed_time(now)
        yield page
        _leave(page)
    except BaseException:
        page.context.close()
        raise
    free.append(page)


def _leave(page: Page) -> None:
    """Nothing that was done there, kept or put in the way of what is asked for is left."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")
    page.context.unroute_all(behavior="ignoreErrors")
    page.goto("about:blank")
    page.evaluate("window.name = ''")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    session.detach()  # Else it has a say in how the next page is seen.


def settle(page: Page) -> None:
    """Wait until what the last press asked for has come, and what it was asked for has been done."""
    page.wait_for_function("allHasCome()")


def come(page: Page, holds: Callable[[], object]) -> None:
    """Wait until what the page tells of has come: it tells of nothing while a test does something else."""
    for _ in range(1000):
        if holds():
            return
        page.wait_for_timeout(10)
    raise AssertionError("It has not come in ten seconds")


def script(name: str) -> str:
    """A function in JavaScript that looks at the page, from the file of that name, with those of sight.js around it."""
    sight, body = ((Path(__file__).parent / f"js/{file}.js").read_text(encoding="utf-8") for file in ("sight", name))
    return f"(given) => {{\n{sight}\nreturn (\n{body.rstrip().removesuffix(';')}\n)(given);\n}}"


def told(problems: list[str]) -> str:
    """The first problems as a message, and how many there are."""
    return f"{len(problems)} problems:\n" + "\n".join(problems[:40])


def open_search(page: Page) -> None:
    """The search stands in the menu."""
    page.locator(".rg-menu > summary").click()
