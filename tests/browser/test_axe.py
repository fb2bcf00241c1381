"""axe-core on every page in every state, in each run on one of each kind:
nothing wrong, no rule and no element left out, and nothing left to judge that nobody has judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import axe
from tests.kit.browsing import OPEN_MAIN, Served, borrowing, told
from tests.kit.keyboard import of_each_depth
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import View, others, some

pytestmark = pytest.mark.browser

# What each run sees, and the whole grid of the full one: every page, in both schemes.
SOME = (View("small", 320, "dark"),)
WHOLE = (("real", 320), ("real", 1280), ("small", 320), ("small", 1280))


def as_loaded(page: Page) -> None:
    """Nothing is pressed."""


def menu_open(page: Page) -> None:
    page.locator(".rg-menu > summary").click()


def search_open(page: Page) -> None:
    """With hits; it stands in the menu."""
    page.locator(".rg-search > summary").click()
    page.locator(".rg-search-input").fill("steg")
    page.wait_for_function("() => /träff/.test(document.querySelector('.rg-search-status').textContent)")


def all_unfolded(page: Page) -> None:
    """Every fold-out of the page itself; the search is closed again."""
    page.locator(".rg-search > summary").click()
    page.locator(".rg-menu > summary").click()
    page.evaluate(OPEN_MAIN)


# In this order, each from the one before it.
PRESSES: dict[str, Callable[[Page], None]] = {
    "as loaded": as_loaded,
    "menu": menu_open,
    "search": search_open,
    "unfolded": all_unfolded,
}
FEWER: dict[str, Callable[[Page], None]] = {"unfolded": lambda page: page.evaluate(OPEN_MAIN)}


def beneath(state: str, problem: str) -> bool:
    """Of what the open menu lies over axe cannot tell the contrast; test_look.py measures it."""
    return state in {"menu", "search"} and "color-contrast (cannot tell)" in problem


@pytest.mark.parametrize("view", some(*SOME, full=others(320, 1280)), ids=str)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, site_named: Callable[[str], Served], view: View
) -> None:
    """Unfolded; as it is loaded, with the menu and with the search, a page of each depth."""
    site, problems, met = site_named(view.site), list[str](), set[tuple[str, str]]()
    some_pages = {*of_each_depth(site)}
    with borrowing(browser, view.width) as page:
        for file in view.pages(site):
            page.goto(site.web(file))
            for state, press in (PRESSES if file in some_pages else FEWER).items():
                press(page)
                found = axe.judged(page, f"{file}, {state}", met, {view.scheme: axe.EVERY})
                problems += [each for each in found if not beneath(state, each)]
    assert not problems, told(problems)
    # A body without tracks has no headings of rows; what is reviewed is needed by those that have it all.
    assert met == set(axe.REVIEWED) or view.site in OTHER_BODIES, "what nobody has to judge any longer"


@pytest.mark.full
@pytest.mark.parametrize(("name", "width"), WHOLE)
def test_axe_finds_nothing_on_any_page_in_any_state(
    browser: Browser, site_named: Callable[[str], Served], name: str, width: int
) -> None:
    site, problems, met = site_named(name), list[str](), set[tuple[str, str]]()
    with borrowing(browser, width) as page:
        for file in site.pages:
            page.goto(site.web(file))
            for state, press in PRESSES.items():
                press(page)
                found = axe.judged(page, f"{file}, {state}", met, axe.ASKED)
                problems += [each for each in found if not beneath(state, each)]
    assert not problems, told(problems)
    assert met == set(axe.REVIEWED), "what nobody has to judge any longer"


FAULTS = {
    "image-alt": "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')",
    "color-contrast": "document.querySelector('.rg-foot p').style.color = '#999'",
    "color-contrast-enhanced": "document.querySelector('.rg-foot p').style.color = '#6b6b6b'",
    "target-size": """document.querySelector('main').insertAdjacentHTML(
      'beforeend',
      '<p><button style="all: unset">a</button><button style="all: unset">b</button></p>',
    )""",
    "region": "document.body.insertAdjacentHTML('beforeend', '<p>Utanför</p>')",
    "heading-order": "document.querySelector('main').insertAdjacentHTML('beforeend', '<h5>Femte nivån</h5>')",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_axe_finds_what_is_wrong(browser: Browser, small_site: Served, rule: str) -> None:
    """One fault of each kind put in: levels A and AA, AAA for contrast
    on the pages that are read in haste, and good practice."""
    with borrowing(browser) as page:
        page.goto(small_site.web("index.html"))
        page.evaluate(FAULTS[rule])
        assert rule in {each.rule for each in axe.found(page, (), strict=True) if each.wrong}
