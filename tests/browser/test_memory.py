"""The guide's memory: nothing before the reader asks, nothing after 30 days or "Radera allt", and nothing lost or overwritten in silence."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kit import Site, told, visiting
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

SCRIPTS = [PROJECT / "docs/assets/js" / name for name in ("dates.js", "saved.js", "memory.js")]
KEY, ASIDE = "rutinguiden", "rutinguiden-avsatt"
TODAY = "2026-12-01"
LAST = "2026-12-31"
WORDS = {
    "chefen": "Chefen",
    "ombud": "Ombud",
    "larma": "Larma chefen",
    "ring-polisen": "Ring polisen",
    "skriv-ner": "Skriv ner vad som hände",
    "behovs-stod": "Behövs stöd?",
    "ska-anmalas": "Ska det anmälas?",
}
KNOWN = {"steps": ["larma", "ring-polisen", "skriv-ner"], "questions": ["behovs-stod", "ska-anmalas"], "roles": ["chefen", "ombud"]}
OPENING = {"edition": "1", "known": KNOWN, "texts": WORDS, "today": TODAY}
STATE: dict[str, Any] = {
    "role": "chefen",
    "event": "2026-11-30",
    "answers": {"behovs-stod": "ja"},
    "over": {
        "larma": {"how": "gjort", "reason": "", "day": TODAY},
        "ring-polisen": {"how": "inte-aktuellt", "reason": "Redan \u201ckänt\u201d \U0001f642\nav polisen", "day": ""},
    },
}
OTHER: dict[str, Any] = STATE | {"role": "ombud", "answers": {}}
EMPTY: dict[str, Any] = {"role": "", "event": "", "answers": {}, "over": {}}
ENTRY: dict[str, Any] = {"version": 1, "edition": "1", "saved": TODAY, "until": LAST, "revision": 3, "state": STATE, "words": {"larma": "Larma chefen"}}

COUNT_WRITES = """() => {
  window.writes = [];
  for (const name of ['setItem', 'removeItem', 'clear']) {
    const act = Storage.prototype[name];
    Storage.prototype[name] = function (...given) { window.writes.push(name); return act.apply(this, given); };
  }
}"""
NO_STORE = "() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Denied', 'SecurityError'); } })"
FILL = """() => {
  for (let size = 4e6; size >= 1; size = Math.floor(size / 2)) {
    for (let count = 0; count < 2; count++) { try { localStorage.setItem(`other-${size}-${count}`, 'x'.repeat(size)); } catch { break; } }
  }
}"""


def throwing(*names: str) -> str:
    return "() => {" + "".join(f"Storage.prototype.{name} = () => {{ throw new DOMException('No', 'QuotaExceededError'); }};" for name in names) + "}"


def load(page: Page, url: str) -> Page:
    page.goto(url)
    for script in SCRIPTS:
        page.add_script_tag(path=script)
    return page


@pytest.fixture
def tab(browser: Browser, small_site: Site) -> Iterator[Page]:
    with visiting(browser, bypass_csp=True) as page:
        yield load(page, small_site.web("index.html"))


def another(tab: Page) -> Page:
    """A second tab of the same browser, at the same place."""
    second = load(tab.context.new_page(), tab.url)
    reached(second, tab)
    return second


def reached(tab: Page, other: Page) -> None:
    """Two tabs may be two processes: what one writes reaches the other a moment later."""
    tab.wait_for_function("(text) => (localStorage.getItem('rutinguiden') ?? '') === text", arg=stored(other).get(KEY, ""))


def call(tab: Page, name: str, *given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = tab.evaluate("([name, given]) => rutin.memory[name](...given)", [name, given])
    assert "!" not in answer["notice"]
    return answer


def opened(tab: Page, **changes: Any) -> dict[str, Any]:
    return call(tab, "open", OPENING | changes)


def kept(tab: Page, state: dict[str, Any] = STATE, **changes: Any) -> dict[str, Any]:
    return call(tab, "keep", {"state": state, "edition": "1", "words": WORDS, "today": TODAY} | changes)


def saving(tab: Page) -> None:
    """Opened, and then the reader chose to save."""
    assert opened(tab)["state"] is None
    assert kept(tab)["ok"]


def stored(tab: Page) -> dict[str, str]:
    found: dict[str, str] = tab.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return found


def entry(tab: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stored(tab)[KEY])
    return found


def lay(tab: Page, text: str, key: str = KEY) -> None:
    """As if it had been saved before."""
    tab.evaluate("([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }", [key, text])


def later(days: int, start: str = TODAY) -> str:
    return (date.fromisoformat(start) + timedelta(days=days)).isoformat()


def changed(*path: str, value: Any) -> str:
    """The saved text with one value replaced."""
    copy = deepcopy(ENTRY)
    inner: Any = copy
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(copy)


def without(key: str) -> str:
    return json.dumps({name: value for name, value in ENTRY.items() if name != key})


# Nothing before, all of it after, nothing left.


def test_nothing_is_written_until_the_reader_asks(browser: Browser, small_site: Site) -> None:
    with visiting(browser, bypass_csp=True) as page:
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
def test_what_is_kept_survives_a_reload_whole(browser: Browser, small_site: Site, place: str) -> None:
    url = small_site.web("index.html") if place == "web" else small_site.file("index.html")
    with visiting(browser, bypass_csp=True) as page:
        load(page, url)
        assert opened(page)["state"] is None
        assert kept(page) == {"ok": True, "saving": True, "until": LAST, "notice": "", "conflict": False, "theirs": None}
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
    assert found.pop("words") == {id: WORDS[id] for id in ("chefen", "behovs-stod", "ring-polisen")} | {"larma": ("Larma " * 200)[:300]}
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
        "notice": "Det sparade ärendet har tagits bort, 30 dagar har gått.",
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
    tab.evaluate("localStorage.setItem('rutinguiden-avsatt', 'left')")
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


# Another edition.


def test_another_edition_keeps_what_is_there_and_names_what_is_gone(tab: Page) -> None:
    saving(tab)
    before = stored(tab)
    known = {"steps": ["larma", "ny"], "questions": ["ska-anmalas"], "roles": ["ombud"]}
    found = opened(tab, edition="2", known=known)
    assert found["state"] == {"role": "", "event": STATE["event"], "answers": {}, "over": {"larma": STATE["over"]["larma"]}}
    assert found["notice"] == (
        "Rutinen har kommit i en ny utgåva sedan du sparade. "
        "3 saker i ditt ärende finns inte längre i rutinen: ”Chefen”, ”Behövs stöd?” och ”Ring polisen”. Resten är kvar. Välj igen vem du är."
    )
    assert (found["saving"], found["until"]) == (True, LAST)
    assert stored(tab) == before, "nothing is thrown away until the reader goes on"
    assert call(tab, "write", found["state"], WORDS)["ok"]
    assert (entry(tab)["edition"], entry(tab)["words"]) == ("2", {"larma": "Larma chefen"})
    assert opened(tab, edition="2", known=known)["notice"] == ""


def test_another_edition_with_everything_left_says_so(tab: Page) -> None:
    saving(tab)
    found = opened(tab, edition="2")
    assert found["state"] == STATE
    assert found["notice"] == "Rutinen har kommit i en ny utgåva sedan du sparade. Allt du har fyllt i är kvar."


def test_what_has_new_words_is_named_by_them(tab: Page) -> None:
    saving(tab)
    assert (
        opened(tab, texts=WORDS | {"larma": "Larma\n kommunchefen", "skriv-ner": "Inte bockad"})["notice"]
        == "Läs igen, orden har ändrats: ”Larma kommunchefen”."
    )
    assert opened(tab, texts={})["notice"] == ""


def test_what_is_gone_is_counted_when_it_has_no_words_and_cut_when_it_has_many(tab: Page) -> None:
    lay(tab, changed("state", "over", value={f"steg-{number}": STATE["over"]["larma"] for number in range(12)}))
    assert "12 saker i ditt ärende finns inte längre i rutinen. Resten" in opened(tab)["notice"]
    many = json.loads(changed("state", "over", value={f"steg-{number}": STATE["over"]["larma"] for number in range(12)}))
    lay(tab, json.dumps(many | {"words": {f"steg-{number}": f"Steg {number}" for number in range(12)}}))
    assert "12 saker i ditt ärende finns inte längre i rutinen: ”Steg 0”, " in opened(tab)["notice"]
    assert "”Steg 7” och 4 till. Resten" in opened(tab)["notice"]
    lay(tab, json.dumps(many | {"words": {"steg-3": "Steg 3"}}))
    assert "i rutinen, bland annat ”Steg 3”. Resten" in opened(tab)["notice"]


# What cannot be read.

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
    "state inherited": json.dumps({name: value for name, value in ENTRY.items() if name != "state"} | {"__proto__": {"state": STATE}}),
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
    start = "Det sparade ärendet går inte att läsa. Det är lagt åt sidan på den här enheten till och med 31 december 2026."
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
    for text in (json.dumps(ENTRY), changed("extra", value=[1]), changed("state", "extra", value=1), changed("__proto__", value={"polluted": 1})):
        lay(tab, text)
        assert opened(tab)["state"] == STATE
        assert tab.evaluate("({}).polluted") is None


def test_a_state_finds_nothing_in_a_prototype(tab: Page) -> None:
    lay(tab, json.dumps(ENTRY))
    look = "(opening) => { const { answers, over } = rutin.memory.open(opening).state; return [answers.constructor, over.constructor].every((each) => each === undefined); }"
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
    tab.evaluate("localStorage.setItem('rutinguiden', 'second')")
    opened(tab, today=later(1))
    assert [item["text"] for item in json.loads(stored(tab)[ASIDE])] == ["first", "second"]
    opened(tab, today=later(31))
    assert [item["text"] for item in json.loads(stored(tab)[ASIDE])] == ["second"]


@pytest.mark.parametrize("text", ["odd", "{}", '["x"]', '[{"until": "2099-01-01", "text": "x"}]', '[{"until": 1, "text": "x"}]'])
def test_what_lies_aside_unreadable_goes_after_thirty_days_too(tab: Page, text: str) -> None:
    lay(tab, text, ASIDE)
    assert opened(tab)["stored"]
    assert opened(tab, today=later(30))["stored"]
    opened(tab, today=later(31))
    assert stored(tab) == {}


def test_what_there_is_no_room_to_set_aside_stays(tab: Page) -> None:
    # As a value in JSON it is twice as long, which is more than a browser takes.
    tab.evaluate("() => { window.large = '\"'.repeat(3e6); localStorage.setItem('rutinguiden', large); }")
    unmoved = "localStorage.length === 1 && localStorage.getItem('rutinguiden') === large"
    found = opened(tab)
    assert (found["state"], found["saving"], found["stored"]) == (None, False, True)
    assert "Radera allt" in found["notice"]
    assert tab.evaluate(unmoved)
    assert not kept(tab)["ok"]
    assert tab.evaluate(unmoved)
    assert call(tab, "erase")["ok"]
    assert kept(tab)["ok"]


@pytest.mark.parametrize("text", [changed("version", value=2), '{"version": 7}', changed("version", value=2)[:-1] + ', "until": "2020-01-01"}'])
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
    long = {"larma": {"how": "gjort", "reason": "x" * 501, "day": ""}}
    refused = call(tab, "write", STATE | {"over": long}, WORDS)
    assert (refused["ok"], refused["saving"], refused["until"]) == (False, True, LAST)
    assert "500 tecken" in refused["notice"]
    misfits: list[Any] = [STATE | {"role": "<b>"}, STATE | {"event": "x"}, STATE | {"answers": {"a": "?"}}, {}, None, []]
    for state in misfits:
        assert not call(tab, "write", state, WORDS)["ok"]
    assert stored(tab) == before
    call(tab, "erase")
    assert not kept(tab, STATE | {"over": long})["ok"]
    assert stored(tab) == {}
    long["larma"]["reason"] = "x" * tab.evaluate("rutin.memory.REASON")
    assert kept(tab, STATE | {"over": long})["ok"]


def test_a_day_that_is_none_opens_and_keeps_nothing(tab: Page) -> None:
    assert not kept(tab)["ok"], "before it is opened"
    lay(tab, json.dumps(ENTRY))
    assert opened(tab, today="i dag")["state"] is None
    assert not kept(tab, today="")["ok"]
    assert stored(tab) == {KEY: json.dumps(ENTRY)}


# Two tabs.


def test_a_tab_does_not_overwrite_what_another_wrote(tab: Page) -> None:
    saving(tab)
    second = another(tab)
    assert opened(second)["state"] == STATE
    assert call(second, "write", OTHER, WORDS)["ok"]
    reached(tab, second)
    for _ in range(2):
        refused = call(tab, "write", EMPTY, WORDS)
        assert (refused["ok"], refused["conflict"], refused["theirs"], refused["saving"], refused["until"]) == (False, True, OTHER, True, LAST)
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
      window.stop = rutin.memory.onOther((change) => heard.push(change));
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
    assert tab.evaluate("heard") == [{"kind": "wrote", "state": STATE}, {"kind": "wrote", "state": OTHER}, {"kind": "erased", "state": None}]
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
    tab.evaluate("() => { window.heard = []; rutin.memory.onOther((change) => heard.push(change)); }")
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
    late = """(text) => {
      window.heard = [];
      rutin.memory.onOther((change) => heard.push(change));
      window.dispatchEvent(new StorageEvent('storage', { key: 'rutinguiden', newValue: text, storageArea: localStorage }));
      return heard;
    }"""
    assert tab.evaluate(late, None) == []
    assert tab.evaluate(late, json.dumps(ENTRY)) == []
    assert call(tab, "write", OTHER, WORDS)["ok"]


# A browser that does not let us.

DENIED = {
    "no store": NO_STORE,
    "no store at all": "() => Object.defineProperty(window, 'localStorage', { value: null })",
    "no call": throwing("getItem", "setItem", "removeItem"),
}


@pytest.mark.parametrize("how", DENIED)
def test_a_blocked_store_is_told_only_to_who_asks_for_it(browser: Browser, small_site: Site, how: str) -> None:
    failed: list[str] = []
    with visiting(browser, bypass_csp=True) as page:
        page.on("pageerror", lambda error: failed.append(error.message))
        page.add_init_script(f"({DENIED[how]})()")
        load(page, small_site.web("index.html"))
        assert opened(page) == {"state": None, "notice": "", "saving": False, "until": "", "stored": False}
        refused = kept(page)
        assert (refused["ok"], refused["saving"]) == (False, False)
        assert refused["notice"].startswith("Webbläsaren låter inte guiden spara")
        assert not call(page, "write", STATE, WORDS)["ok"]
        gone = call(page, "erase")
        assert gone["notice"].startswith("Webbläsaren lät inte guiden radera")
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
    refused = call(tab, "write", STATE | {"over": {"larma": {"how": "gjort", "reason": "x" * 500, "day": ""}}}, WORDS)
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
    tab.evaluate("localStorage.setItem('rutinguiden-avsatt', 'left')")
    tab.evaluate(throwing("getItem"))
    assert not call(tab, "write", OTHER, WORDS)["ok"]
    assert call(tab, "erase")["ok"]
    assert tab.evaluate("Object.keys(localStorage)") == []


def test_a_case_past_its_last_day_is_not_shown_even_if_it_cannot_be_removed(tab: Page) -> None:
    saving(tab)
    tab.evaluate(throwing("removeItem"))
    found = opened(tab, today=later(31))
    assert (found["state"], found["saving"], found["stored"]) == (None, False, True)
    assert found["notice"].startswith("Webbläsaren lät inte guiden radera")


# Anything at all.

ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    1e308,
    "",
    "ja",
    "gjort",
    "__proto__",
    "x" * 600,
    [],
    ["ja"],
    {},
    {"__proto__": {"a": 1}},
    TODAY,
    "2026-13-01",
    "\ud83d",
    "\x00",
]
KEYS = ["__proto__", "constructor", "okand", "larma", "skriv-ner", "", "Å", "state", "x" * 200]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)


def corrupted(dice: random.Random, text: str) -> str:
    """Some characters or values of a saved text are changed."""

    def cut(text: str) -> str:
        start = dice.randrange(len(text))
        return text[:start] + text[start + dice.randint(1, 8) :]

    def double(text: str) -> str:
        start = dice.randrange(len(text))
        return text[: start + dice.randint(1, 30)] + text[start:]

    def letter(text: str) -> str:
        start = dice.randrange(len(text))
        return text[:start] + dice.choice('{}[]",:0a9-\\ å\x00\ud83d') + text[start + 1 :]

    def end(text: str) -> str:
        return text[: dice.randrange(len(text))]

    def tree(change: Callable[[dict[str, Any]], None]) -> Callable[[str], str]:
        def act(text: str) -> str:
            try:
                whole = json.loads(text)
            except ValueError:
                return text
            found = [node for node in nodes(whole) if node]
            if found:
                change(dice.choice(found))
            return json.dumps(whole)

        return act

    def put(node: dict[str, Any]) -> None:
        node[dice.choice(list(node))] = dice.choice(ODD)

    def add(node: dict[str, Any]) -> None:
        node[dice.choice(KEYS)] = dice.choice([*ODD, *node.values()])

    def rename(node: dict[str, Any]) -> None:
        node[dice.choice(KEYS)] = node.pop(dice.choice(list(node)))

    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        text = dice.choice([cut, double, letter, end, tree(put), tree(add), tree(rename)])(text or "{}")
    return text


def is_day(value: Any) -> bool:
    if value == "":
        return True
    try:
        return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def is_state(state: Any) -> bool:
    """What the guide may be given, said again in other words than the script's."""
    return (
        set(state) == {"role", "event", "answers", "over"}
        and state["role"] in ["", *KNOWN["roles"]]
        and is_day(state["event"])
        and all(id in KNOWN["questions"] and answer in ("ja", "nej") for id, answer in state["answers"].items())
        and all(
            id in KNOWN["steps"]
            and set(over) == {"how", "reason", "day"}
            and over["how"] in ("gjort", "inte-aktuellt")
            and isinstance(over["reason"], str)
            and len(over["reason"]) <= 500
            and is_day(over["day"])
            for id, over in state["over"].items()
        )
    )


def test_no_corruption_throws_or_gives_a_state_that_is_not_one(tab: Page) -> None:
    dice = random.Random(2018)
    whole = json.dumps(ENTRY, ensure_ascii=False)
    texts = [corrupted(dice, whole) for _ in range(300)]
    # As JSON, since half a character does not pass between the test and the page.
    run = """([texts, opening]) => JSON.parse(texts).map((text) => {
      localStorage.clear();
      localStorage.setItem('rutinguiden', text);
      try {
        const found = rutin.memory.open(opening);
        const aside = localStorage.getItem('rutinguiden-avsatt');
        const there = localStorage.getItem('rutinguiden');
        const lost = there === null && !/30 dagar/.test(found.notice) && JSON.parse(aside)?.[0].text !== text;
        return { ...found, lost, error: '', polluted: Object.keys(Object.prototype).length };
      } catch (error) { return { error: String(error) }; }
    })"""
    results = tab.evaluate(run, [json.dumps(texts), OPENING])
    problems = []
    for text, found in zip(texts, results, strict=True):
        if found["error"]:
            problems.append(f"{found['error']}: {text}")
        elif found["polluted"] or found["lost"]:
            problems.append(f"polluted {found['polluted']}, lost {found['lost']}: {text}")
        elif found["state"] is None and (found["saving"] or not found["notice"]):
            problems.append(f"nothing said: {text}")
        elif found["state"] is not None and not (found["saving"] and is_state(found["state"]) and TODAY <= found["until"] <= LAST):
            problems.append(f"{found}: {text}")
    assert not problems, told(problems)
    read = [found["state"] is not None for found in results]
    assert 30 < sum(read) < 270, "some of them can be read, and some cannot"
