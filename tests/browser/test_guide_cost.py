"""What a press in the guide costs the browser, by what can be counted: how much of the page it looks at anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import DESK, PHONE, Served, settle, visiting
from tests.kit.reader import GUIDE, converse

pytestmark = pytest.mark.browser

INVALIDATED = "disabled-by-default-devtools.timeline.invalidationTracking"
INVALIDATOR = "StyleInvalidatorInvalidationTracking"
CATEGORIES = ["devtools.timeline", "blink.user_timing", INVALIDATED]
# Without a pointer, which has styles of its own, and when nothing else is on its way.
PRESS = """async (selector) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await painted();
  await new Promise((done) => requestIdleCallback(done, { timeout: 500 }));
  const target = document.querySelector(selector);
  performance.mark('pressed');
  target.click();
  performance.mark('shown');
  await painted();
  return target.dataset.key;
}"""
# What can be ticked or answered, the first of it.
NEXT = '.rg-now :is([data-key^="kryss:"]:not(:checked), [data-key^="ja:"][aria-pressed="false"])'
# One who both answers and does: what she answers last lies in a fold afterwards.
ROLE, PRESSED = "va-ingenjoren", ["ja:rinner-det", "kryss:mata-flodet", "ja:ar-det-natet", "kryss:grav-upp-ledningen"]
# A tick is seen at once, so that the page is laid out for it; and once more for what came of it, as for an answer.
MOST_LAYOUTS = {"kryss": 2, "ja": 1}


@contextmanager
def traced(page: Page) -> Iterator[list[dict[str, Any]]]:
    """What the browser tells of its own work meanwhile."""
    told: list[dict[str, Any]] = []
    ended: list[bool] = []
    session = page.context.new_cdp_session(page)
    session.on("Tracing.dataCollected", lambda part: told.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": CATEGORIES}})
    yield told
    session.send("Tracing.end")
    for _ in range(1000):
        if ended:
            return
        page.wait_for_timeout(10)
    raise AssertionError("the browser does not end what it tells")


def pressed(page: Page) -> tuple[str, list[dict[str, Any]]]:
    """What was pressed, and what the browser did for it until the script was done."""
    with traced(page) as told:
        key = page.evaluate(PRESS, NEXT)
        settle(page)
    begun, ended = (next(each["ts"] for each in told if each["name"] == mark) for mark in ("pressed", "shown"))
    return key, [each for each in told if begun <= each["ts"] <= ended]


def all_invalidated(told: list[dict[str, Any]]) -> list[str]:
    """What has to be looked at with all that is in it, where that is the page."""
    found = [each["args"]["data"] for each in told if each["name"] == INVALIDATOR]
    return [
        data["nodeName"]
        for data in found
        if data["nodeName"].split()[0] in {"HTML", "BODY", "MAIN"}
        and any(each.get("allDescendantsMightBeInvalid") for each in data["invalidationList"])
    ]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_press_has_only_that_looked_at_which_it_changes_and_laid_out_once(
    browser: Browser, small_site: Served, width: int
) -> None:
    keys = []
    with visiting(browser, width) as page:
        converse(page, small_site.web(GUIDE))
        page.click(f'[data-key="roll:{ROLE}"]')
        while page.query_selector(NEXT):
            key, told = pressed(page)
            keys.append(key)
            assert {"UpdateLayoutTree", INVALIDATOR} <= {each["name"] for each in told}, "nothing is told"
            assert all_invalidated(told) == []
            layouts = [each for each in told if each["name"] == "Layout"]
            assert 0 < len(layouts) <= MOST_LAYOUTS[key.split(":")[0]]
    assert keys == PRESSED


def test_what_is_folded_in_is_not_made_anew_with_every_press(browser: Browser, small_site: Served) -> None:
    """Of a long routine most is folded in: each press would cost as much as there is."""
    with visiting(browser, PHONE) as page:
        converse(page, small_site.web(GUIDE))
        page.locator(f'[data-key="roll:{ROLE}"]').click()
        held: set[str] = set()
        for _ in PRESSED:
            page.locator(NEXT).first.evaluate("(each) => each.click()")
            settle(page)
            folds = page.locator(".rg-case details[data-holds]").all()
            assert all(fold.locator("> *").count() == 1 for fold in folds if fold.get_attribute("open") is None)
            held |= {f"{fold.get_attribute('data-fold')}".split(":")[0] for fold in folds}
        assert held == {"avsnitt", "sedan", "person", "klart", "okant"}, "of every kind"
