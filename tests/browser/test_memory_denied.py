"""A browser that does not let the guide save, or has no room: nothing half written, and only who asks is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import Served, visiting
from tests.kit.store import (
    ASIDE,
    EMPTY,
    FILL,
    KEY,
    NO_STORE,
    OTHER,
    STATE,
    WORDS,
    call,
    kept,
    later,
    load,
    opened,
    saving,
    stored,
    throwing,
)

pytestmark = pytest.mark.browser

DENIED = {
    "no store": NO_STORE,
    "no store at all": "() => Object.defineProperty(window, 'localStorage', { value: null })",
    "no call": throwing("getItem", "setItem", "removeItem"),
}


@pytest.mark.parametrize("how", DENIED)
def test_a_blocked_store_is_told_only_to_who_asks_for_it(browser: Browser, small_site: Served, how: str) -> None:
    failed: list[str] = []
    with visiting(browser) as page:
        page.on("pageerror", lambda error: failed.append(error.message))
        page.add_init_script(f"({DENIED[how]})()")
        load(page, small_site.web("index.html"))
        assert opened(page) == {"state": None, "notice": "", "saving": False, "until": "", "stored": False}
        refused = kept(page)
        assert (refused["ok"], refused["saving"]) == (False, False)
        assert refused["notice"].startswith("Webbläsaren låter inte guiden spara")
        assert not call(page, "write", STATE, WORDS)["ok"]
        gone = call(page, "erase")
        assert gone["notice"].startswith("Det gick inte att radera")
        assert not gone["ok"]
    assert not failed


def test_a_store_that_takes_nothing_leaves_nothing_half_written(tab: Page) -> None:
    opened(tab)
    for how in (throwing("setItem"), "() => { Storage.prototype.setItem = () => {}; }"):
        tab.evaluate(how)
        refused = kept(tab)
        assert (refused["ok"], refused["saving"]) == (False, False)
        assert refused["notice"]
        assert stored(tab) == {}


def test_a_full_store_keeps_what_was_saved_before(tab: Page) -> None:
    saving(tab)
    before = stored(tab)[KEY]
    tab.evaluate(FILL)
    refused = call(tab, "write", STATE | {"over": {"larma": {"how": "gjort", "reason": "x" * 200, "day": ""}}}, WORDS)
    assert (refused["ok"], refused["saving"], refused["conflict"]) == (False, True, False)
    assert "finns kvar" in refused["notice"]
    assert stored(tab)[KEY] == before
    assert call(tab, "write", EMPTY, WORDS)["ok"], "less fits, and saving goes on"
    call(tab, "erase")
    tab.evaluate(FILL)
    assert not kept(tab)["ok"]
    assert KEY not in stored(tab)


def test_erasing_works_when_reading_does_not(tab: Page) -> None:
    saving(tab)
    tab.evaluate("(aside) => localStorage.setItem(aside, 'left')", ASIDE)
    tab.evaluate(throwing("getItem"))
    assert not call(tab, "write", OTHER, WORDS)["ok"]
    assert call(tab, "erase")["ok"]
    assert tab.evaluate("Object.keys(localStorage)") == []


def test_a_case_past_its_last_day_is_not_shown_even_if_it_cannot_be_removed(tab: Page) -> None:
    saving(tab)
    tab.evaluate(throwing("removeItem"))
    found = opened(tab, today=later(31))
    assert (found["state"], found["saving"], found["stored"]) == (None, False, True)
    assert found["notice"].startswith("Det gick inte att radera")
