"""What lies in the store and cannot be read is set aside and said, never lost in silence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.kit.browsing import told
from tests.kit.store import (
    ASIDE,
    ENTRY,
    KEY,
    LAST,
    OPENING,
    STATE,
    WORDS,
    call,
    changed,
    kept,
    later,
    lay,
    opened,
    saving,
    stored,
    without,
)

pytestmark = pytest.mark.browser

NOT_CASES: dict[str, str] = {
    "empty": "",
    "no JSON": "{hej",
    "cut": json.dumps(ENTRY)[:-20],
    "null": "null",
    "a number": "1",
    "a text": '"ärende"',
    "a list": json.dumps([ENTRY]),
    "an empty list": "[]",
    "an empty object": "{}",
    "huge": changed("state", "over", "larma", "reason", value="x" * 1_000_000),
    "padded": json.dumps(ENTRY) + " " * 600_000,
    "version 0": changed("version", value=0),
    "version as text": changed("version", value="2"),
    "version between": changed("version", value=1.5),
    "only inherited": json.dumps({"__proto__": ENTRY}),
    "state inherited": json.dumps(
        {name: value for name, value in ENTRY.items() if name != "state"} | {"__proto__": {"state": STATE}}
    ),
    "over inherited": changed("state", "over", value={"larma": {"__proto__": STATE["over"]["larma"]}}),
    "__proto__ as action": changed("state", "over", value={"__proto__": STATE["over"]["larma"]}),
    "__proto__ as question": json.dumps(ENTRY).replace('"behovs-stod"', '"__proto__"'),
    "__proto__ as word": changed("words", value={"__proto__": "x"}),
    "an id too long": changed("state", "answers", value={"a" * 101: "ja"}),
    "an id with a tag": changed("state", "role", value="<b>"),
    "too many": changed("state", "answers", value={f"a{number}": "ja" for number in range(501)}),
    "a list of answers": changed("state", "answers", value=["ja"]),
    "no answers": changed("state", "answers", value=None),
    "another answer": changed("state", "answers", "behovs-stod", value="kanske"),
    "answer as list": changed("state", "answers", "behovs-stod", value=["ja"]),
    "no list of what is not known": changed("state", "unsure", value="ska-anmalas"),
    "too much that is not known": changed("state", "unsure", value=["ska-anmalas"] * 501),
    "what is not known with a tag": changed("state", "unsure", value=["<b>"]),
    "another how": changed("state", "over", "larma", "how", value="toString"),
    "reason too long": changed("state", "over", "larma", "reason", value="x" * 501),
    "reason as object": changed("state", "over", "larma", "reason", value={}),
    "a day that is none": changed("state", "over", "larma", "day", value="2026-02-30"),
    "an event that is none": changed("state", "event", value="i går"),
    "event as number": changed("state", "event", value=20261130),
    "role as list": changed("state", "role", value=["chefen"]),
    "edition as number": changed("edition", value=1),
    "saved as nothing": changed("saved", value=""),
    "until as number": changed("until", value=20261231),
    "revision as text": changed("revision", value="3"),
    "revision below one": changed("revision", value=0),
    "words as text": changed("words", value="x"),
    "a word as number": changed("words", "larma", value=1),
    "a word too long": changed("words", "larma", value="x" * 301),
} | {f"without {key}": without(key) for key in ENTRY}


def test_what_cannot_be_read_is_set_aside_and_said(tab: Page) -> None:
    start = "Det du sparade går inte att läsa. Det är lagt åt sidan på den här enheten till och med 31 december 2026."
    problems = []
    for name, text in NOT_CASES.items():
        lay(tab, text)
        found = opened(tab)
        if (found["state"], found["saving"], found["until"], found["stored"]) != (None, False, "", True):
            problems.append(f"{name}: {found}")
        if not found["notice"].startswith(start) or "Radera allt" not in found["notice"]:
            problems.append(f"{name}: said {found['notice']}")
        left = stored(tab)
        if list(left) != [ASIDE] or json.loads(left[ASIDE]) != [{"until": LAST, "text": text}]:
            problems.append(f"{name}: left {list(left)}")
        if tab.evaluate("Object.keys(Object.prototype).length"):
            problems.append(f"{name}: changed every object")
        if not kept(tab)["ok"] or opened(tab)["state"] != STATE or not call(tab, "erase")["ok"] or stored(tab):
            problems.append(f"{name}: the reader cannot go on")
    assert not problems, told(problems)


def test_the_entry_that_the_broken_ones_are_made_of_is_whole(tab: Page) -> None:
    for text in (
        json.dumps(ENTRY),
        changed("extra", value=[1]),
        changed("state", "extra", value=1),
        changed("__proto__", value={"polluted": 1}),
    ):
        lay(tab, text)
        assert opened(tab)["state"] == STATE
        assert tab.evaluate("({}).polluted") is None


def test_a_state_finds_nothing_in_a_prototype(tab: Page) -> None:
    lay(tab, json.dumps(ENTRY))
    look = """(opening) => {
      const { answers, over } = rutin.store.open(opening).state;
      return [answers.constructor, over.constructor].every((each) => each === undefined);
    }"""
    assert tab.evaluate(look, OPENING)
    lay(tab, changed("state", "answers", value={"constructor": "ja"}))
    assert opened(tab)["state"]["answers"] == {}


def test_what_is_set_aside_has_a_last_day_of_its_own(tab: Page) -> None:
    lay(tab, changed("state", value=0))
    opened(tab, today=later(10))
    assert json.loads(stored(tab)[ASIDE])[0]["until"] == LAST, "its own day, when it can be read"
    lay(tab, "broken")
    opened(tab, today=later(10))
    assert opened(tab, today=later(40)) == {"state": None, "notice": "", "saving": False, "until": "", "stored": True}
    assert opened(tab, today=later(41))["stored"] is False
    assert stored(tab) == {}


def test_broken_past_its_last_day_is_removed_and_not_set_aside(tab: Page) -> None:
    lay(tab, changed("state", value=0))
    assert "30 dagar" in opened(tab, today=later(31))["notice"]
    assert stored(tab) == {}


def test_a_second_broken_case_does_not_replace_the_first(tab: Page) -> None:
    lay(tab, "first")
    opened(tab)
    tab.evaluate("(key) => localStorage.setItem(key, 'second')", KEY)
    opened(tab, today=later(1))
    assert [item["text"] for item in json.loads(stored(tab)[ASIDE])] == ["first", "second"]
    opened(tab, today=later(31))
    assert [item["text"] for item in json.loads(stored(tab)[ASIDE])] == ["second"]


@pytest.mark.parametrize(
    "text", ["odd", "{}", '["x"]', '[{"until": "2099-01-01", "text": "x"}]', '[{"until": 1, "text": "x"}]']
)
def test_what_lies_aside_unreadable_goes_after_thirty_days_too(tab: Page, text: str) -> None:
    lay(tab, text, ASIDE)
    assert opened(tab)["stored"]
    assert opened(tab, today=later(30))["stored"]
    opened(tab, today=later(31))
    assert stored(tab) == {}


def test_what_there_is_no_room_to_set_aside_stays(tab: Page) -> None:
    # As a value in JSON it is twice as long, which is more than a browser takes.
    tab.evaluate("(key) => { window.large = '\"'.repeat(3e6); localStorage.setItem(key, large); }", KEY)
    unmoved = f"localStorage.length === 1 && localStorage.getItem('{KEY}') === large"
    found = opened(tab)
    assert (found["state"], found["saving"], found["stored"]) == (None, False, True)
    assert "Radera allt" in found["notice"]
    assert tab.evaluate(unmoved)
    assert not kept(tab)["ok"]
    assert tab.evaluate(unmoved)
    assert call(tab, "erase")["ok"]
    assert kept(tab)["ok"]


@pytest.mark.parametrize(
    "text",
    [changed("version", value=2), '{"version": 7}', changed("version", value=2)[:-1] + ', "until": "2020-01-01"}'],
)
def test_what_a_newer_guide_saved_is_left_alone(tab: Page, text: str) -> None:
    lay(tab, text)
    found = opened(tab)
    assert (found["state"], found["saving"], found["stored"]) == (None, False, True)
    assert "nyare version" in found["notice"]
    refused = kept(tab)
    assert (refused["ok"], refused["notice"]) == (False, found["notice"])
    assert not call(tab, "write", STATE, WORDS)["ok"]
    assert not call(tab, "write", STATE, WORDS, True)["ok"]
    assert stored(tab) == {KEY: text}
    assert call(tab, "erase")["ok"]
    assert stored(tab) == {}


def test_what_could_not_be_read_back_is_not_written(tab: Page) -> None:
    saving(tab)
    before = stored(tab)
    long = {"larma": {"how": "gjort", "reason": "x" * 201, "day": ""}}
    refused = call(tab, "write", STATE | {"over": long}, WORDS)
    assert (refused["ok"], refused["saving"], refused["until"]) == (False, True, LAST)
    assert "200 tecken" in refused["notice"]
    misfits: list[Any] = [
        STATE | {"role": "<b>"},
        STATE | {"event": "x"},
        STATE | {"answers": {"a": "?"}},
        {},
        None,
        [],
    ]
    for state in misfits:
        assert not call(tab, "write", state, WORDS)["ok"]
    assert stored(tab) == before
    call(tab, "erase")
    assert not kept(tab, STATE | {"over": long})["ok"]
    assert stored(tab) == {}
    long["larma"]["reason"] = "x" * tab.evaluate("rutin.moves.REASON")
    assert kept(tab, STATE | {"over": long})["ok"]


def test_a_day_that_is_none_opens_and_keeps_nothing(tab: Page) -> None:
    assert not kept(tab)["ok"], "before it is opened"
    lay(tab, json.dumps(ENTRY))
    assert opened(tab, today="i dag")["state"] is None
    assert not kept(tab, today="")["ok"]
    assert stored(tab) == {KEY: json.dumps(ENTRY)}
