"""The keyboard alone: every stop of Tab, what is wrong with each, and what no stop is on."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Page

from tests.kit.browsing import script

MOST_STOPS = 1000
BATCH = 12
FOCUSED = "(selector) => document.activeElement.matches(selector)"


class Stop(TypedDict):
    presses: int
    name: str
    kind: str
    href: str
    size: bool
    ring: bool
    seen: bool
    uncovered: bool
    after: bool | None


def press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def stops(page: Page, key: str = "Tab") -> list[Stop]:
    """Press Tab, or Shift+Tab, until the focus leaves the page, from where it is."""
    page.evaluate(script("stops"))
    for _ in range(0, MOST_STOPS, BATCH):
        press(page, key, BATCH)
        if page.evaluate("window.tabStops.finished"):
            found: list[Stop] = page.evaluate("window.tabStops.stops")
            return found
    raise AssertionError(f"{page.url}: no end to the stops of Tab")


def tab_to(page: Page, selector: str) -> int:
    """Press Tab until the focus is there; how many presses it took."""
    for count in range(MOST_STOPS):
        if page.evaluate(FOCUSED, selector):
            return count
        press(page, "Tab")
    raise AssertionError(f"{page.url}: Tab does not reach {selector}")


def bad(stop: Stop, key: str = "Tab") -> str:
    faults = {
        "is out of order": stop["after"] is (key != "Tab"),
        "has no size": not stop["size"],
        "is outside the window": not stop["seen"],
        "is covered": stop["seen"] and not stop["uncovered"],
        "has no ring of 2 px and 3:1": not stop["ring"],
    }
    return ", ".join(fault for fault, there in faults.items() if there)


def missed(page: Page) -> list[str]:
    """What a mouse can press and no stop of the walk that has ended was on."""
    found: list[str] = page.evaluate("window.tabStops.missed()")
    return [f"{each} is not reached" for each in found]


# What puts the eye's order and the keyboard's apart. A position that CSS gives is seen by the walks:
# it would cover something.
# In the bar the way out is seen last and reached early; in a bar of several rows the menu stands on the first.
REORDERED = """() => [...document.querySelectorAll('body *')].filter((each) => {
  if (each.matches('.rg-bar > *')) return each.tabIndex > 0;
  const style = getComputedStyle(each);
  const reversed = /reverse/.test(style.flexDirection + style.flexWrap) || /dense/.test(style.gridAutoFlow);
  return each.tabIndex > 0 || Number(style.order) || reversed || style.float !== 'none';
}).map((each) => each.className || each.tagName)"""
