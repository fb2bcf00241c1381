"""The guide's memory: nothing before the reader asks, all of it after, and nothing after 30 days or once erased."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import Served, visiting
from tests.kit.store import (
    ASIDE,
    ENTRY,
    KEY,
    LAST,
    OPENING,
    OTHER,
    STATE,
    WORDS,
    another,
    call,
    changed,
    entry,
    kept,
    later,
    lay,
    load,
    opened,
    reached,
    saving,
    stored,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", ["web", "file"])
def test_nothing_is_written_until_the_reader_asks_and_what_is_kept_survives_a_reload(
    browser: Browser, site: Served, place: str
) -> None:
    url = site.web("index.html") if place == "web" else site.file("index.html")
    with visiting(browser) as page:
        load(page, url)
        assert opened(page)["state"] is None
        assert not call(page, "write", STATE, WORDS)["ok"]
        assert stored(page) == {}
        page.evaluate("localStorage.setItem('someone-elses', '1')")
        assert kept(page, STATE | {"secret": 1})["ok"]
        load(page, url)
        assert opened(page) == {"state": STATE, "notice": "", "saving": True, "until": LAST, "stored": True}
        assert page.context.cookies() == []
        assert call(page, "erase")["ok"]
        assert not call(page, "write", STATE, WORDS)["ok"], "nothing comes back"
        assert stored(page) == {"someone-elses": "1"}


def test_the_entry_has_its_version_and_edition_and_no_more_than_was_promised(tab: Page) -> None:
    saving(tab)
    found = entry(tab)
    assert {*found.pop("words")} <= {*WORDS}
    assert found == {key: value for key, value in ENTRY.items() if key != "words"} | {"revision": 1}
    assert call(tab, "write", OTHER, WORDS)["ok"]
    assert (entry(tab)["revision"], entry(tab)["state"]) == (2, OTHER)


def test_a_case_is_there_on_its_last_day_and_gone_the_day_after_whatever_the_entry_says(tab: Page) -> None:
    saving(tab)
    assert call(tab, "write", OTHER, WORDS, False, later(28))["until"] == LAST
    assert call(tab, "write", OTHER, WORDS, False, later(28), True)["until"] == later(58), "a new event has its own"
    saving_again = json.dumps(ENTRY)
    lay(tab, saving_again)
    assert opened(tab, today=later(30))["state"] == STATE
    assert opened(tab, today=later(31))["state"] is None
    assert stored(tab) == {}
    lay(tab, changed("until", value="2099-01-01"))
    assert opened(tab)["until"] == LAST
    assert not call(tab, "write", STATE, WORDS, False, later(31))["ok"]
    assert stored(tab) == {}


@pytest.mark.parametrize(
    "text",
    [
        "{hej",
        "null",
        json.dumps(ENTRY)[:-20],
        json.dumps({"__proto__": ENTRY}),
        changed("version", value=0),
        changed("state", "role", value="<b>"),
        changed("state", "answers", "behovs-stod", value="kanske"),
        changed("state", "over", "larma", "day", value="2026-02-30"),
        changed("state", "over", "larma", "reason", value="x" * 1_000_000),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_a_word_and_goes_in_its_time(tab: Page, text: str) -> None:
    lay(tab, text)
    found = opened(tab)
    assert (found["state"], bool(found["notice"])) == (None, True)
    assert KEY not in stored(tab)
    opened(tab, today=later(31))
    assert ASIDE not in stored(tab)


def test_what_a_newer_guide_has_saved_is_left_alone(tab: Page) -> None:
    text = changed("version", value=2)
    lay(tab, text)
    assert opened(tab)["notice"]
    kept(tab)
    assert stored(tab)[KEY] == text


def test_another_edition_keeps_what_is_there_and_names_what_is_gone(tab: Page) -> None:
    saving(tab)
    before = stored(tab)
    known = {"steps": ["larma"], "questions": ["ska-anmalas"], "roles": ["ombud"]}
    found = opened(tab, edition="2", known=known)
    assert found["state"] == STATE | {"role": "", "answers": {}, "over": {"larma": STATE["over"]["larma"]}}
    assert all(WORDS[id] in found["notice"] for id in ("chefen", "behovs-stod", "ring-polisen"))
    assert stored(tab) == before, "nothing is thrown away until the reader goes on"
    assert call(tab, "write", found["state"], WORDS)["ok"]
    assert entry(tab)["edition"] == "2"
    assert WORDS["larma"] not in opened(tab, **OPENING)["notice"]


def test_a_tab_neither_overwrites_nor_brings_back_what_another_has_written_or_erased(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    assert opened(second)["state"] == STATE
    assert call(second, "write", OTHER, WORDS)["ok"]
    reached(tab, second)
    refused = call(tab, "write", STATE, WORDS)
    assert (refused["ok"], refused["conflict"], refused["theirs"]) == (False, True, OTHER)
    assert call(tab, "write", STATE, WORDS, True)["ok"], "the reader has chosen"
    reached(second, tab)
    opened(second)
    call(second, "erase")
    reached(tab, second)
    assert not call(tab, "write", OTHER, WORDS)["ok"]
    assert stored(tab) == {}


@pytest.mark.parametrize("taken", ["setItem", "getItem"])
def test_a_browser_that_keeps_nothing_says_so_and_keeps_what_was_there(tab: Page, taken: str) -> None:
    lay(tab, json.dumps(ENTRY))
    if taken == "setItem":
        opened(tab)
    tab.evaluate("(name) => { Storage.prototype[name] = () => { throw new DOMException('No') } }", taken)
    refused = call(tab, "write", OTHER, WORDS) if taken == "setItem" else opened(tab)
    assert not refused.get("ok")
    assert taken == "getItem" or refused["notice"]
    assert json.loads(stored(tab)[KEY]) == ENTRY
