"""Everything is reached, seen and used with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from routine.check.load import load
from routine.model.wording import dial
from tests.kit.browsing import DESK, OPEN_MAIN, PHONE, Served, borrowing, told
from tests.kit.keyboard import FOCUSED, REORDERED, bad, missed, press, stops, tab_to
from tests.kit.views import of_each_kind

pytestmark = pytest.mark.browser

# The bar is that of every page: tried where much, little and long lists stand below it.
BELOW_THE_BAR = ("index.html", "guide/index.html", "roller/vaktmastaren/index.html", "rutinen/index.html")
IS_OPEN = "(selector) => document.querySelector(selector).open"


def test_the_ways_in_come_first_and_the_skip_link_leads_past_them(browser: Browser, site: Served) -> None:
    """Skip link, the numbers, Lämna sidan: four presses."""
    numbers = [f'.rg-sos a[href="tel:{dial(each.number)}"]' for each in load(site.data).emergency]
    ways = [".rg-skip", *numbers, ".rg-leave"]
    assert len(ways) == 4
    with borrowing(browser) as page:
        for name in BELOW_THE_BAR:
            page.goto(site.web(name))
            for way in ways:
                press(page, "Tab")
                assert page.evaluate(FOCUSED, way), (name, way)
            press(page, "Shift+Tab", len(ways) - 1)
            press(page, "Enter")
            assert page.evaluate(FOCUSED, "main"), name
            press(page, "Tab")
            assert not page.evaluate("document.activeElement.matches('.rg-skip, .rg-bar *')"), name


@pytest.mark.parametrize(("width", "key"), [(PHONE, "Tab"), (DESK, "Shift+Tab")])
def test_everything_is_reached_in_order_in_sight_uncovered_and_ringed(
    browser: Browser, site: Served, width: int, key: str
) -> None:
    """Down the page with all of it unfolded, and up, where the bar that follows along could cover a stop."""
    problems, count = list[str](), 0
    with borrowing(browser, width, color_scheme="dark") as page:
        for name in of_each_kind(site) if key == "Tab" else BELOW_THE_BAR:
            page.goto(site.web(name))
            if key == "Tab":
                page.evaluate(OPEN_MAIN)
                page.evaluate("() => { document.querySelector('.rg-menu').open = true }")
            found = stops(page, key)
            count += len(found)
            faults = [*page.evaluate(REORDERED), *(f"{each}" for each in found if bad(each, key)), *missed(page)]
            problems += [f"{name}: {each}" for each in faults]
    assert count > 100
    assert not problems, told(problems)


@pytest.mark.parametrize(
    "fault",
    [
        "text => { text.onclick = () => {}; text.style.cursor = 'pointer'; text.addEventListener('click', () => {}) }",
        "text => { document.querySelector('main a').tabIndex = 7 }",
        "text => document.querySelectorAll('main a').forEach((each) => { each.style.outlineColor = '#bbb' })",
        "text => text.insertAdjacentHTML('afterend', '<p style=\"position: fixed; inset: 0; z-index: 99\"></p>')",
    ],
    ids=["not reached", "out of order", "no ring", "covered"],
)
def test_the_walk_sees_what_is_wrong(browser: Browser, site: Served, fault: str) -> None:
    with borrowing(browser) as page:
        page.goto(site.web("index.html"))
        page.locator("h1").evaluate(fault)
        assert [*page.evaluate(REORDERED), *filter(bad, stops(page)), *missed(page)]


@pytest.mark.parametrize("out", ["Enter", "Space", "Escape", "Tab"])
def test_a_menu_that_is_left_is_closed(browser: Browser, site: Served, out: str) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(site.web("roller/vaktmastaren/index.html"))
        tab_to(page, ".rg-menu > summary")
        press(page, "Space" if out == "Space" else "Enter")
        page.locator(".rg-search-input").wait_for()  # Its script is asked for once the menu has told that it is open.
        press(page, "Tab")
        assert page.evaluate(FOCUSED, ".rg-search-input")
        if out == "Tab":
            tab_to(page, "main a")
        else:
            press(page, "Shift+Tab" if out != "Escape" else "Tab")
            press(page, out)
            assert page.evaluate(FOCUSED, ".rg-menu > summary")
        assert not page.evaluate(IS_OPEN, ".rg-menu")
