"""Two tabs with one store: neither overwrites or brings back what the other has written or erased."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.kit.store import (
    EMPTY,
    ENTRY,
    KEY,
    LAST,
    OTHER,
    STATE,
    WORDS,
    another,
    call,
    changed,
    entry,
    kept,
    lay,
    opened,
    reached,
    saving,
    stored,
)

pytestmark = pytest.mark.browser


def test_a_tab_does_not_overwrite_what_another_wrote(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    assert opened(second)["state"] == STATE
    assert call(second, "write", OTHER, WORDS)["ok"]
    reached(tab, second)
    for _ in range(2):
        refused = call(tab, "write", EMPTY, WORDS)
        assert (refused["ok"], refused["conflict"], refused["theirs"], refused["saving"], refused["until"]) == (
            False,
            True,
            OTHER,
            True,
            LAST,
        )
        assert "annan flik" in refused["notice"]
    assert entry(tab)["state"] == OTHER
    # Theirs is taken: opened again, and then written on.
    assert opened(tab)["state"] == OTHER
    assert call(tab, "write", EMPTY, WORDS)["ok"]
    reached(second, tab)
    assert entry(second)["state"] == EMPTY


def test_a_conflict_can_be_settled_for_this_tab_but_only_for_what_was_shown(tab: Page) -> None:
    """Replacing answers a question. What was written after it was asked is asked about anew."""
    saving(tab)
    assert not call(tab, "write", EMPTY, WORDS, True)["ok"], "nothing has been asked"
    lay(tab, changed("revision", value=4))
    assert not call(tab, "write", EMPTY, WORDS, True)["ok"], "nor now"
    assert call(tab, "write", EMPTY, WORDS)["conflict"]
    lay(tab, changed("state", value=OTHER))
    again = call(tab, "write", EMPTY, WORDS, True)
    assert (again["ok"], again["conflict"], again["theirs"]) == (False, True, OTHER)
    assert call(tab, "write", EMPTY, WORDS, True)["ok"]
    assert (entry(tab)["state"], entry(tab)["until"]) == (EMPTY, LAST)
    assert not call(tab, "write", OTHER, WORDS, True)["ok"], "nothing is left to answer"
    assert call(tab, "write", OTHER, WORDS)["ok"]


def test_two_tabs_that_both_begin_to_save_do_not_overwrite_each_other(tab: Page) -> None:
    second = another(tab)
    opened(second)
    saving(tab)
    reached(second, tab)
    refused = kept(second, OTHER)
    assert (refused["ok"], refused["conflict"], refused["theirs"], refused["saving"]) == (False, True, STATE, False)
    assert entry(second)["state"] == STATE
    assert not call(second, "write", OTHER, WORDS)["ok"], "it is not saving"
    assert call(second, "write", OTHER, WORDS, True)["ok"]
    reached(tab, second)
    assert call(tab, "write", EMPTY, WORDS)["theirs"] == OTHER


def test_what_another_tab_erased_is_not_brought_back_until_the_reader_asks_again(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    opened(second)
    call(second, "erase")
    reached(tab, second)
    refused = call(tab, "write", OTHER, WORDS)
    assert (refused["ok"], refused["conflict"], refused["theirs"], refused["saving"]) == (False, True, None, False)
    assert "raderat i en annan flik" in refused["notice"]
    assert not call(tab, "write", OTHER, WORDS)["ok"]
    assert stored(tab) == {}
    assert kept(tab, OTHER)["ok"]
    # Also when it only heard of it.
    reached(second, tab)
    call(second, "erase")
    reached(tab, second)
    assert kept(tab)["ok"]
    assert entry(tab)["revision"] == 1


def test_the_same_number_of_writes_is_not_the_same_case(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    opened(second)
    call(second, "erase")
    assert kept(second, OTHER)["ok"]
    reached(tab, second)
    assert entry(tab)["revision"] == 1
    assert call(tab, "write", STATE, WORDS)["conflict"]
    assert entry(tab)["state"] == OTHER


@pytest.mark.parametrize("text", ["broken", '{"version": 2}'])
def test_what_another_tab_left_unreadable_is_not_overwritten(tab: Page, text: str) -> None:
    saving(tab)
    lay(tab, text)
    refused = call(tab, "write", OTHER, WORDS)
    assert (refused["ok"], refused["conflict"], refused["theirs"], refused["saving"]) == (False, True, None, False)
    assert refused["notice"]
    assert stored(tab) == {KEY: text}


def test_the_other_tabs_case_has_only_what_this_edition_knows(tab: Page) -> None:
    saving(tab)
    lay(tab, changed("state", "answers", value={"behovs-stod": "nej", "okand": "ja"}))
    assert call(tab, "write", OTHER, WORDS)["theirs"] == STATE | {"answers": {"behovs-stod": "nej"}}


def test_a_tab_is_told_when_another_writes_or_erases(tab: Page) -> None:
    second = another(tab)
    opened(tab)
    opened(second)
    tab.evaluate("""() => {
      window.heard = [];
      window.stop = rutin.store.onOther((change) => heard.push(change));
      window.addEventListener('storage', (event) => { if (event.key === 'last') window.last = true; });
    }""")
    second.evaluate("localStorage.setItem('someone-elses', '1')")
    kept(second)
    tab.wait_for_function("heard.length === 1")
    call(second, "write", OTHER, WORDS)
    tab.wait_for_function("heard.length === 2")
    assert opened(tab)["state"] == OTHER
    call(second, "erase")
    tab.wait_for_function("heard.length === 3")
    assert tab.evaluate("heard") == [
        {"kind": "wrote", "state": STATE},
        {"kind": "wrote", "state": OTHER},
        {"kind": "erased", "state": None},
    ]
    kept(second)
    tab.wait_for_function("heard.length === 4")
    opened(tab)
    second.evaluate("localStorage.clear()")
    tab.wait_for_function("heard.length === 5")
    assert tab.evaluate("heard[4].kind") == "erased"
    tab.evaluate("stop()")
    kept(second, OTHER)
    second.evaluate("localStorage.setItem('last', '1')")
    tab.wait_for_function("window.last")
    assert tab.evaluate("heard.length") == 5


def test_what_a_tab_was_told_of_can_be_replaced_when_the_reader_says_so(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    opened(second)
    tab.evaluate("() => { window.heard = []; rutin.store.onOther((change) => heard.push(change)); }")
    call(second, "write", OTHER, WORDS)
    tab.wait_for_function("heard.length === 1")
    assert call(tab, "write", EMPTY, WORDS, True)["ok"]
    assert entry(tab)["state"] == EMPTY
    reached(second, tab)
    lay(second, '{"version": 2}')
    tab.wait_for_function("heard.length >= 2 && heard[heard.length - 1].kind === 'wrote'")
    assert tab.evaluate("heard[heard.length - 1].state") is None
    assert not call(tab, "write", OTHER, WORDS, True)["ok"]
    assert stored(tab) == {KEY: '{"version": 2}'}


def test_late_news_of_what_this_tab_has_passed_is_not_told(tab: Page) -> None:
    saving(tab)
    late = """([key, text]) => {
      window.heard = [];
      rutin.store.onOther((change) => heard.push(change));
      window.dispatchEvent(new StorageEvent('storage', { key, newValue: text, storageArea: localStorage }));
      return heard;
    }"""
    assert tab.evaluate(late, [KEY, None]) == []
    assert tab.evaluate(late, [KEY, json.dumps(ENTRY)]) == []
    assert call(tab, "write", OTHER, WORDS)["ok"]
