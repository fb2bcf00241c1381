"""The guide's store: nothing before the reader asks, all of it after, and nothing after 30 days or once erased."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.reader import GUIDE

pytestmark = pytest.mark.browser

TODAY = "2026-12-01"
LAST = "2026-12-31"
ENTRY = "JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith('rutinguiden '))))"
REFUSE = "throw new DOMException('No')"
STATE: dict[str, Any] = {
    "role": "rektorn",
    "event": "2026-11-30",
    "answers": {"rinner-det": "ja"},
    "over": {"flytta-klassen": {"how": "inte-aktuellt", "reason": "“Redan”\n🙂", "day": "", "time": ""}},
}
# As a guide before this one wrote it: more than is read.
CASE: dict[str, Any] = {"version": 1, "saved": TODAY, "until": LAST, "revision": 3, "state": STATE, "words": {}}


def key(name: str) -> str:
    return f'[data-key="{name}"]'


def press(page: Page, *names: str) -> None:
    for name in names:
        page.locator(key(name)).first.click()


def later(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


@contextmanager
def open_guide(browser: Browser, url: str, today: str = TODAY) -> Iterator[Page]:
    with visiting(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        page.clock.set_fixed_time(f"{today}T10:00:00+01:00")
        page.goto(url)
        yield page


def lay(page: Page, case: object = CASE) -> None:
    """Open the guide where this has been saved, in the edition that it has now."""
    page.evaluate(
        """(saved) => {
          const { edition } = document.querySelector('rutin-guide').dataset;
          const text = typeof saved === 'string' ? saved : JSON.stringify({ edition, ...saved });
          localStorage.setItem(rutin.saved.name, text);
        }""",
        case,
    )
    page.reload()
    page.wait_for_selector("html[data-guide]", state="attached")


def saved(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(ENTRY)
    return found


@pytest.mark.parametrize("place", ["web", "file"])
def test_nothing_is_written_until_the_reader_asks_and_what_is_kept_survives_a_reload(
    browser: Browser, site: Served, place: str
) -> None:
    with open_guide(browser, site.web(GUIDE) if place == "web" else site.file(GUIDE)) as page:
        page.evaluate("localStorage.setItem('someone-elses', '1')")
        press(page, "roll:rektorn", "ja:rinner-det", "spara")
        assert page.evaluate("localStorage.length") == 1
        press(page, "spara-ja", "kryss:flytta-klassen")
        expect(page.locator(key("rubrik:sparat"))).to_be_visible()
        entry = saved(page)
        assert (entry["version"], entry["until"], {*entry}) == (1, LAST, {"version", "edition", "until", "state"})
        assert ([*entry["state"]["answers"]], [*entry["state"]["over"]]) == (["rinner-det"], ["flytta-klassen"])
        page.reload()
        expect(page.locator(key("rubrik:sparat"))).to_be_visible()
        assert saved(page) == entry
        press(page, "radera", "radera-ja")
        expect(page.locator(key("roll:rektorn"))).to_be_visible()
        assert page.evaluate("({...localStorage})") == {"someone-elses": "1"}
        assert page.context.cookies() == []


def test_a_case_as_it_was_saved_before_is_read_and_goes_on_to_its_last_day(browser: Browser, site: Served) -> None:
    with open_guide(browser, site.web(GUIDE), today=LAST) as page:
        lay(page)
        assert page.locator(".rg-notice").count() == 0
        press(page, "nej:rinner-det")
        entry = saved(page)
        assert (entry["state"], entry["until"]) == (STATE | {"answers": {"rinner-det": "nej"}}, LAST)
        press(page, "igen", "igen-ja")
        assert saved(page)["until"] == later(60), "a new event has days of its own"
        lay(page, CASE | {"until": "2099-01-01"})
        press(page, "nej:rinner-det")
        assert saved(page)["until"] == later(60), "no more than was promised"
        page.clock.set_fixed_time(f"{later(61)}T10:00:00+01:00")
        press(page, "ja:rinner-det")
        expect(page.locator(".rg-notice")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0


def state(**changes: object) -> dict[str, Any]:
    return CASE | {"state": STATE | changes}


@pytest.mark.parametrize(
    "case",
    [
        "{hej",
        "null",
        json.dumps(CASE)[:-20],
        CASE | {"version": 2},
        CASE | {"edition": "another"},
        CASE | {"until": later(-1)},
        CASE | {"until": "2026-02-30"},
        state(role="someone-else"),
        state(event=7),
        state(time="24:00"),
        state(answers={"rinner-det": "kanske"}),
        state(answers=None),
        state(unsure=[{}]),
        state(over={"gone-since": STATE["over"]["flytta-klassen"]}),
        state(over={"flytta-klassen": {"how": "gjort", "reason": "", "day": "2026-02-30", "time": ""}}),
    ],
)
def test_what_cannot_be_read_or_is_of_another_edition_goes_with_a_word_and_never_in_part(
    browser: Browser, site: Served, case: object
) -> None:
    with open_guide(browser, site.web(GUIDE)) as page:
        lay(page, case)
        expect(page.locator(".rg-notice")).to_be_visible()
        expect(page.locator(key("roll:rektorn"))).to_be_visible()
        assert page.evaluate("localStorage.length") == 0


def test_of_two_tabs_the_latest_counts_with_a_word_and_what_one_erases_stays_erased(
    browser: Browser, site: Served
) -> None:
    with open_guide(browser, site.web(GUIDE)) as page:
        lay(page)
        other = page.context.new_page()
        other.goto(site.web(GUIDE))
        press(other, "nej:rinner-det")
        expect(page.locator(".rg-notice")).to_be_visible()
        expect(page.locator(key("nej:rinner-det")).first).to_have_attribute("aria-pressed", "true")
        press(page, "ja:rinner-det")
        expect(other.locator(".rg-notice")).to_be_visible()
        press(other, "radera", "radera-ja")
        expect(page.locator(key("spara"))).to_be_visible()
        press(page, "nej:rinner-det")
        assert page.evaluate("localStorage.length") == 0


def test_who_saves_where_another_tab_has_saved_is_told_that_it_is_replaced(browser: Browser, site: Served) -> None:
    with open_guide(browser, site.web(GUIDE)) as page:
        press(page, "roll:rektorn", "spara")
        lines = page.locator(".rg-keep p")
        alone = lines.count()
        press(page, "spara-nej")
        other = page.context.new_page()
        other.goto(f"{site.web(GUIDE)}#roll_vaktmastaren")
        press(other, "spara", "spara-ja")
        press(page, "spara")
        assert lines.count() == alone + 1
        press(page, "spara-ja")
        expect(other.locator(".rg-notice")).to_be_visible()
        assert saved(other)["state"]["role"] == "rektorn"


@pytest.mark.parametrize("refused", ["setItem", "removeItem"])
def test_a_browser_that_takes_or_tells_nothing_leaves_what_was_there_and_that_is_said(
    browser: Browser, site: Served, refused: str
) -> None:
    with open_guide(browser, site.web(GUIDE)) as page:
        lay(page)
        before = saved(page)
        page.evaluate(f"(name) => {{ Storage.prototype[name] = () => {{ {REFUSE} }} }}", refused)
        press(page, *(("radera", "radera-ja") if refused == "removeItem" else ("nej:rinner-det",)))
        expect(page.locator(".rg-notice")).to_be_visible()
        page.reload()
        assert saved(page) == before


def test_where_nothing_can_be_saved_that_is_said_when_it_is_asked_for(browser: Browser, site: Served) -> None:
    with visiting(browser, PHONE) as page:
        page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ get() {{ {REFUSE} }} }})")
        page.goto(site.web(GUIDE))
        press(page, "roll:rektorn", "spara", "spara-ja")
        expect(page.locator(".rg-notice")).to_be_visible()
        expect(page.locator(key("spara"))).to_be_visible()
