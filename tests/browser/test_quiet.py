"""No page asks anyone for anything, keeps anything, or complains; and nothing in the HTML runs by itself."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

from routine.publish.scripts import PLAIN
from tests.kit.asked import script_of
from tests.kit.browsing import KEPT, Served, open_search, told, visiting
from tests.kit.held import until
from tests.kit.keyboard import of_each_depth
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import some

pytestmark = pytest.mark.browser


FULL = (*((body, place) for body in ("real", *OTHER_BODIES) for place in ("file", "web")),)


def use(page: Page) -> None:
    """Open the menu and the search, and search."""
    open_search(page)
    page.locator(".rg-search-input").fill("steg")
    until(page, "/träff/.test(document.querySelector('.rg-search-status').textContent)")


@pytest.mark.parametrize(("routine", "place"), some(("small", "file"), full=(("small", "web"), *FULL)))
def test_no_page_asks_elsewhere_complains_or_keeps_anything(
    browser: Browser, site_named: Callable[[str], Served], routine: str, place: str
) -> None:
    site = site_named(routine)
    root = site.root if place == "web" else site.folder.as_uri() + "/"
    asked: list[Request] = []
    said: list[ConsoleMessage] = []
    failed: list[Error] = []
    problems: list[str] = []
    # The search is the same on every page: it is used at each depth, and where a page has a script of its own.
    used = {*of_each_depth(site), *(name for name in site.linked if script_of(name) != PLAIN)}
    with visiting(browser, held=True) as page:
        page.context.on("request", lambda request: asked.append(request))
        page.on("console", lambda message: said.append(message))
        page.on("pageerror", lambda error: failed.append(error))
        for name in site.pages if place == "web" else site.linked:
            page.goto(root + name)
            before = page.evaluate(KEPT)
            address, title, length = page.url, page.title(), page.evaluate("history.length")
            if name in used:
                use(page)
            problems += [f"{name}: kept on load {each}" for each in before] + [
                f"{name}: kept after use {each}" for each in page.evaluate(KEPT)
            ]
            if (page.url, page.title(), page.evaluate("history.length")) != (address, title, length):
                problems.append(f"{name}: a search changed the address, the title or the history")
        problems += [f"cookie {cookie.get('name')}" for cookie in page.context.cookies()]
        problems += [
            f"keeps {origin.get('origin')}" for origin in page.context.storage_state(indexed_db=True).get("origins", [])
        ]
    problems += [
        f"asked for {request.url} on {request.frame.url}" for request in asked if not request.url.startswith(root)
    ]
    problems += [f"asked with {request.method}: {request.url}" for request in asked if request.method != "GET"]
    problems += [f"console {message.type}: {message.text}" for message in said]
    problems += [f"page error: {error.message}" for error in failed]
    assert len(asked) > len(site.linked)
    assert not problems, told(problems)


class Loud(HTMLParser):
    """Collects what a strict content policy would stop."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.script = tag == "script"
        if tag == "style" or (tag == "script" and not named.get("src")) or tag in ("iframe", "object", "embed", "base"):
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}>" for name in named if name == "style" or name.startswith("on")]
        self.found += [
            f"<{tag} {name}={value}>"
            for name, value in attrs
            if (value or "").strip().lower().startswith(("javascript:", "data:"))
        ]

    def handle_endtag(self, tag: str) -> None:
        self.script = False

    def handle_data(self, data: str) -> None:
        if self.script and data.strip():
            self.found.append(f"script text {data.strip()[:40]}")


def test_no_script_or_style_stands_in_the_html(served_site: Served) -> None:
    problems = []
    for name in served_site.pages:
        reader = Loud()
        reader.feed((served_site.folder / name).read_text(encoding="utf-8"))
        problems += [f"{name}: {found}" for found in reader.found]
    assert not problems, told(problems)
