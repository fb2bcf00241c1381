"""Functions of the guide's scripts that are made to fail, and whether the page is whole then."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.reader import GUIDE, converse
from tests.kit.views import some

# But for what is folded in a step itself, which folds out without scripts.
UNSEEN = """() => [...document.querySelectorAll('[data-section], [data-section] *')]
  .filter((each) => !each.checkVisibility() && !each.parentElement.closest('[data-section] details:not([open])'))
  .map((each) => each.id || each.textContent)"""
# What the scripts of the page have given each other, as `dates.add`, but for the search.
NAMES = """() => Object.entries(window.rutin).flatMap(([part, all]) => {
  const functions = typeof all === 'function' ? all.prototype : all;
  return Object.getOwnPropertyNames(functions)
    .filter((name) => !part.startsWith('search') && functions[name]?.breakable)
    .map((name) => `${part}.${name}`);
})"""


def whole(page: Page) -> str:
    """Either the conversation is there, with the list under it, or the list alone is, all of it in sight.
    What is wrong, or nothing."""
    if page.locator(".rg-case").count():
        talks = page.locator(".rg-case h2:visible").count() and page.locator(".rg-case button:visible").count()
        there = talks or page.locator(".rg-guide-who:visible").count()
        return "" if there and page.locator(".rg-all .rg-guide-all").count() else "half a conversation"
    if (
        page.locator(".rg-all").count()
        or page.locator("html[data-guide]").count()
        or page.locator(".rg-guide-who[hidden]").count()
    ):
        return "half a list"
    return f"not seen: {unseen}" if (unseen := page.evaluate(UNSEEN)) else ""


def functions(browser: Browser, site: Served) -> list[str]:
    with visiting(browser, PHONE) as page:
        converse(page, site.web(GUIDE))
        found: list[str] = page.evaluate(NAMES)
    return found


# Every function in turn takes half a minute: each run sees some of them, the full one all.
STEP = pytest.mark.parametrize("step", some(16, full=(1,)))
