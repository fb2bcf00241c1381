"""The guide's store, as the tests of its memory use it:
a case that is whole, and how it is opened, kept, laid and read."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page

from routine.publish.scripts import STORE
from tests.kit.parts import script_of

BEFORE = ("words/grammar", "words/guide", "words/dates", "shared/dates", "guide/places", "guide/moves")
STORE_SCRIPT = script_of((*BEFORE, *STORE))
SITE = "https://kommun.example/rutin/"


def key_of(site: str) -> str:
    """Where the case of the site with this address lies."""
    return f"rutinguiden {site}"


KEY, ASIDE = key_of(SITE), f"rutinguiden-avsatt {SITE}"
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
KNOWN = {
    "steps": ["larma", "ring-polisen", "skriv-ner"],
    "questions": ["behovs-stod", "ska-anmalas"],
    "roles": ["chefen", "ombud"],
}
OPENING = {"site": SITE, "edition": "1", "known": KNOWN, "texts": WORDS, "today": TODAY}
STATE: dict[str, Any] = {
    "role": "chefen",
    "event": "2026-11-30",
    "answers": {"behovs-stod": "ja"},
    "unsure": ["ska-anmalas"],
    "over": {
        "larma": {"how": "gjort", "reason": "", "day": TODAY, "time": "22:40"},
        "ring-polisen": {
            "how": "inte-aktuellt",
            "reason": "Redan \u201ckänt\u201d \U0001f642\nav polisen",
            "day": "",
            "time": "",
        },
    },
}
OTHER: dict[str, Any] = STATE | {"role": "ombud", "answers": {}}
ENTRY: dict[str, Any] = {
    "version": 1,
    "edition": "1",
    "saved": TODAY,
    "until": LAST,
    "revision": 3,
    "state": STATE,
    "words": {"larma": "Larma chefen"},
}


def load(page: Page, url: str) -> Page:
    page.goto(url)
    page.add_script_tag(content=STORE_SCRIPT)
    return page


def another(tab: Page) -> Page:
    """A second tab of the same browser, at the same place."""
    second = load(tab.context.new_page(), tab.url)
    reached(second, tab)
    return second


def reached(tab: Page, other: Page) -> None:
    """Two tabs may be two processes: what one writes reaches the other a moment later."""
    tab.wait_for_function(
        "([key, text]) => (localStorage.getItem(key) ?? '') === text", arg=[KEY, stored(other).get(KEY, "")]
    )


def call(tab: Page, name: str, *given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = tab.evaluate("([name, given]) => rutin.store[name](...given)", [name, given])
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
