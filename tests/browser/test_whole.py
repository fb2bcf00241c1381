"""The site is whole without scripts: nothing is missing, the menu opens, and the search leads to the whole routine."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from routine.publish.scripts import PLAIN
from tests.kit.asked import as_asked, script_of
from tests.kit.browsing import DESK, PHONE, SHOWN, Served, borrowing, open_search, told
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import Pages, every_page, of_each_kind, some

pytestmark = pytest.mark.browser

# What stands in the page and cannot be seen, outside what the reader can unfold or only paper shows, and a role's first
# screen in the guide, which a link to it shows.
HIDDEN = """() => {
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll('main *')]
    .filter(says)
    .filter((element) => !element.closest('details, [hidden], .rg-paper, .rg-fill, .rg-sign, .rg-begins-with'))
    .filter((element) => !element.checkVisibility())
    .map((element) => element.textContent);
}"""
ALL = "() => document.querySelector('main').textContent"


def without(page: Page, scripts: str) -> None:
    """Stop every script file on its way."""
    if scripts == "blocked":
        page.route(re.compile(r"/assets/[\w-]+\.js\?"), lambda route: route.abort())


@pytest.mark.parametrize(
    ("routine", "scripts", "width", "pages"),
    some(
        ("small", "off", PHONE, of_each_kind),
        full=(
            *((*way, width, every_page) for way in (("real", "off"), ("small", "blocked")) for width in (PHONE, DESK)),
            *(
                (body, *way)
                for body in OTHER_BODIES
                for way in (("off", PHONE, every_page), ("blocked", DESK, every_page))
            ),
        ),
    ),
)
def test_every_page_shows_the_same_without_scripts(
    browser: Browser, site_named: Callable[[str], Served], routine: str, scripts: str, width: int, pages: Pages
) -> None:
    """A page with scripts of its own (the guide) may fold its list behind what they add;
    without them all of it is in sight."""
    problems, site = [], site_named(routine)
    with borrowing(browser, width) as full, borrowing(browser, width, java_script_enabled=scripts != "off") as bare:
        without(bare, scripts)
        for name in pages(site):
            full.goto(site.web(name))
            bare.goto(site.web(name))
            assert full.evaluate("Boolean(window.rutin)")
            assert not bare.evaluate("Boolean(window.rutin)")
            own = script_of(name) != PLAIN
            if own and (hidden := bare.evaluate(HIDDEN)):
                problems.append(f"{name}: hidden {hidden}")
            if not own and full.evaluate(ALL) != bare.evaluate(ALL):
                problems.append(f"{name}: other text")
            if not own and full.evaluate(SHOWN) != bare.evaluate(SHOWN):
                problems.append(f"{name}: other text is shown")
            if not bare.evaluate(SHOWN).strip():
                problems.append(f"{name}: shows nothing")
    assert not problems, told(problems)


@pytest.mark.parametrize("scripts", ["off", "blocked"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_menu_and_search_work_without_scripts(browser: Browser, served_site: Served, scripts: str, width: int) -> None:
    with borrowing(browser, width, java_script_enabled=scripts != "off") as page:
        without(page, scripts)
        for name in (served_site.linked[-1], "index.html"):
            page.goto(served_site.web(name))
            first = page.locator(".rg-menu-panel nav a").first
            assert first.is_hidden()
            page.locator(".rg-menu > summary").click()
            first.wait_for(state="visible")
            links = page.locator(".rg-menu-panel nav a")
            assert links.count() == page.locator(".rg-menu-panel nav a:visible").count()
            page.locator(".rg-menu > summary").click()
            assert first.is_hidden()
            open_search(page)
            assert not page.locator(".rg-search input:visible").count()
            page.locator(".rg-search a:visible").click()
            page.wait_for_url(served_site.web("rutinen/index.html"))
            assert page.locator("main h1").is_visible()


@pytest.mark.parametrize("missing", ["search-index.js", "search-library.js"])
def test_a_search_that_cannot_load_gives_its_link_back(browser: Browser, small_site: Served, missing: str) -> None:
    with borrowing(browser) as page:
        page.route(as_asked(missing), lambda route: route.abort())
        page.goto(small_site.web("index.html"))
        open_search(page)
        page.wait_for_function("() => document.activeElement.matches('.rg-search a')")
        assert not page.locator(".rg-search-box").count()
        link = page.locator(".rg-search a:visible")
        link.press("Enter")
        page.wait_for_url(small_site.web("rutinen/index.html"))
