"""The guide's memory: nothing before the reader asks, all of it after, and nothing after 30 days or "Radera allt"."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import Served, visiting
from tests.kit.store import (
    ASIDE,
    COUNT_WRITES,
    EMPTY,
    ENTRY,
    KEY,
    LAST,
    OTHER,
    STATE,
    TODAY,
    WORDS,
    call,
    changed,
    entry,
    kept,
    later,
    lay,
    load,
    opened,
    saving,
    stored,
)

pytestmark = pytest.mark.browser


def test_nothing_is_written_until_the_reader_asks(browser: Browser, small_site: Served) -> None:
    with visiting(browser) as page:
        page.add_init_script(f"({COUNT_WRITES})()")
        load(page, small_site.web("index.html"))
        assert opened(page) == {"state": None, "notice": "", "saving": False, "until": "", "stored": False}
        refused = call(page, "write", STATE, WORDS)
        assert not refused["ok"]
        assert refused["notice"]
        assert page.evaluate("writes") == []
        assert kept(page)["ok"]
        assert page.evaluate("writes") == ["setItem"]
        assert page.context.cookies() == []
        assert page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("place", ["web", "file"])
def test_what_is_kept_survives_a_reload_whole(browser: Browser, small_site: Served, place: str) -> None:
    url = small_site.web("index.html") if place == "web" else small_site.file("index.html")
    with visiting(browser) as page:
        load(page, url)
        assert opened(page)["state"] is None
        assert kept(page) == {
            "ok": True,
            "saving": True,
            "until": LAST,
            "notice": "",
            "conflict": False,
            "theirs": None,
        }
        load(page, url)
        assert opened(page) == {"state": STATE, "notice": "", "saving": True, "until": LAST, "stored": True}
        assert call(page, "write", OTHER, WORDS)["ok"]
        load(page, url)
        assert opened(page)["state"] == OTHER
        assert call(page, "erase")["ok"]
        assert stored(page) == {}


def test_the_entry_has_what_was_promised_and_no_more(tab: Page) -> None:
    opened(tab)
    kept(tab, STATE | {"secret": 1}, words=WORDS | {"larma": "Larma " * 200})
    found = entry(tab)
    assert found.pop("words") == {id: WORDS[id] for id in ("chefen", "behovs-stod", "ring-polisen")} | {
        "larma": ("Larma " * 200)[:300]
    }
    assert found == {"version": 1, "edition": "1", "saved": TODAY, "until": LAST, "revision": 1, "state": STATE}
    assert list(stored(tab)) == [KEY]
    for revision in (2, 3):
        assert call(tab, "write", EMPTY, WORDS)["ok"]
        assert entry(tab)["revision"] == revision
    assert (entry(tab)["state"], entry(tab)["words"]) == (EMPTY, {})


def test_a_case_is_there_on_its_last_day_and_gone_the_day_after(tab: Page) -> None:
    saving(tab)
    opened(tab, today=later(29))
    assert call(tab, "write", OTHER, WORDS, False, later(29))["until"] == LAST
    assert kept(tab, today=later(29))["until"] == LAST
    assert opened(tab, today=later(30))["state"] == STATE
    after = opened(tab, today=later(31))
    assert after == {
        "state": None,
        "notice": "Det du sparade har tagits bort, eftersom 30 dagar har gått.",
        "saving": False,
        "until": "",
        "stored": False,
    }
    assert stored(tab) == {}
    assert opened(tab, today=later(31))["notice"] == ""


def test_a_page_left_open_past_the_last_day_stops_saving(tab: Page) -> None:
    saving(tab)
    assert call(tab, "write", OTHER, WORDS, False, later(30))["ok"]
    late = call(tab, "write", STATE, WORDS, False, later(31))
    assert (late["ok"], late["saving"]) == (False, False)
    assert "30 dagar" in late["notice"]
    assert stored(tab) == {}
    assert not call(tab, "write", STATE, WORDS)["ok"]
    assert stored(tab) == {}


def test_a_new_event_has_thirty_days_of_its_own_and_no_other_change_has(tab: Page) -> None:
    """It inherited the last day of the one before: three days after a new event its case was gone."""
    saving(tab)
    assert call(tab, "write", OTHER, WORDS, False, later(28))["until"] == LAST
    assert call(tab, "write", EMPTY, WORDS, False, later(28))["until"] == LAST, "nor has what is only taken back"
    renewed = call(tab, "write", EMPTY | {"role": "chefen"}, WORDS, False, later(28), True)
    assert (renewed["ok"], renewed["until"]) == (True, later(58))
    assert call(tab, "write", STATE, WORDS, False, later(29))["until"] == later(58)
    assert (entry(tab)["saved"], entry(tab)["until"]) == (later(28), later(58))
    assert opened(tab, today=later(58))["state"] == STATE


def test_thirty_days_are_the_most_whatever_the_entry_or_the_clock_says(tab: Page) -> None:
    lay(tab, changed("until", value="2099-01-01"))
    assert opened(tab)["until"] == LAST
    lay(tab, json.dumps(ENTRY | {"saved": "2031-05-01", "until": "2031-05-31"}))
    assert opened(tab)["until"] == LAST
    assert opened(tab, today=later(20))["until"] == LAST
    assert call(tab, "write", STATE, WORDS)["ok"]
    assert opened(tab, today=later(31))["state"] is None
    lay(tab, changed("until", value=later(3)))
    assert opened(tab, today=later(3))["until"] == later(3)
    assert opened(tab, today=later(4))["state"] is None


def test_erasing_leaves_nothing_and_nothing_comes_back(tab: Page) -> None:
    saving(tab)
    tab.evaluate("(aside) => localStorage.setItem(aside, 'left')", ASIDE)
    gone = call(tab, "erase")
    assert (gone["ok"], gone["saving"], gone["notice"]) == (
        True,
        False,
        "Svaren är raderade, och allt som var sparat. Kopierad text, kalenderfiler och historik finns kvar.",
    )
    assert stored(tab) == {}
    assert not call(tab, "write", STATE, WORDS)["ok"]
    assert not call(tab, "write", STATE, WORDS, True)["ok"]
    assert stored(tab) == {}
    assert opened(tab) == {"state": None, "notice": "", "saving": False, "until": "", "stored": False}
    assert kept(tab)["ok"]


def test_erasing_leaves_what_others_have_stored(tab: Page) -> None:
    saving(tab)
    tab.evaluate("localStorage.setItem('someone-elses', '1')")
    call(tab, "erase")
    assert stored(tab) == {"someone-elses": "1"}
