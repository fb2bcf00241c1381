"""Lämna sidan: it is everywhere, says nothing of where the reader was, and coming back finds a page that works and remembers nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Request

from routine.load import load
from tests.browser.kit import OPEN_ALL, Site, told, visiting

pytestmark = pytest.mark.browser

ELSEWHERE = "<!doctype html><title>Elsewhere</title><p>Elsewhere"
# Listeners that keep a page from being kept for the way back, or that ask before leaving.
WATCH = """() => {
  window.heldBack = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (kind === 'unload' || kind === 'beforeunload') window.heldBack.push(kind);
    return add.call(this, kind, ...rest);
  };
}"""


def test_every_page_has_the_way_out_that_the_routine_names(browser: Browser, site: Site) -> None:
    address = load(site.data).site.leave
    problems = []
    with visiting(browser) as page:
        page.add_init_script(f"({WATCH})()")
        for name in site.pages:
            page.goto(site.web(name))
            link = page.locator(".rg-leave")
            if (
                link.count() != 1
                or link.inner_text() != "Lämna sidan"
                or link.get_attribute("href") != address
                or "noreferrer" not in (link.get_attribute("rel") or "").split()
            ):
                problems.append(f"{name}: {link.all_inner_texts()}")
            page.evaluate(OPEN_ALL)
            page.wait_for_selector(".rg-search-input")
            if page.evaluate("[...heldBack, ...['onunload', 'onbeforeunload'].filter((each) => window[each])].length"):
                problems.append(f"{name}: listens for being left")
    assert not problems, told(problems)


def test_leaving_says_nothing_and_coming_back_works(browser: Browser, site: Site) -> None:
    """The other site is a stand-in: nothing leaves the machine."""
    address = load(site.data).site.leave
    asked: list[Request] = []
    checklist = next(name for name in site.linked if name.startswith("checklistor/"))
    with visiting(browser) as page:
        page.context.route(address + "**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
        page.context.on("request", lambda request: asked.append(request))
        page.goto(site.web(checklist))
        page.locator("main input[type=checkbox]").first.check()
        page.locator(".rg-search > summary").click()
        page.locator(".rg-search-input").fill("hemligt")
        page.locator(".rg-leave").click()
        page.wait_for_url(address + "**")
        assert page.evaluate("document.referrer") == ""
        left = [request for request in asked if request.url.startswith(address)]
        assert left
        assert all("referer" not in request.all_headers() for request in left)
        assert site.root not in "".join(request.url for request in left)
        page.go_back()
        page.wait_for_url(site.web(checklist))
        assert page.locator("main h1").is_visible()
        assert not page.locator("main input[type=checkbox]:checked").count()
        assert not page.locator(".rg-search-input").count()
        page.locator(".rg-menu > summary").click()
        page.locator(".rg-menu-panel a").first.wait_for(state="visible")
