"""Pages as short as a fright allows: heights on a phone, as they are before anything is folded out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import PHONE, Served, borrowing
from tests.kit.reader import reading

pytestmark = pytest.mark.browser

SCREEN = 760  # px, of a common phone.


def height(page: Page) -> int:
    found: int = page.evaluate("document.documentElement.scrollHeight")
    return found


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"]


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


def test_what_is_done_first_is_in_the_first_screen(browser: Browser, real_site: Served) -> None:
    """With its words and its box; and no page is longer than eight screens."""
    names = [name for name in real_site.linked if name.startswith("roller/") and name.count("/") == 2]
    assert len(names) == 7
    with borrowing(browser, PHONE, SCREEN) as page:
        for name in names:
            page.goto(real_site.web(name))
            assert height(page) <= 6_000, name
            if page.locator(".rg-first").count():
                assert top(page, ".rg-deed") <= 220, name
                assert bottom(page, ".rg-first-tick") <= SCREEN, name
        page.goto(real_site.web("index.html"))
        assert height(page) <= 2_100
        assert bottom(page, ".rg-situations > li") <= 320
        assert bottom(page, ".rg-situations") <= SCREEN


@pytest.mark.parametrize(
    ("role", "most"), [("den-utsatte", 2_540), ("partiets-sakerhetsansvarig", 2_750), ("kommunchefen", 2_100)]
)
def test_the_guide_is_as_short_as_it_was_drawn(browser: Browser, real_site: Served, role: str, most: int) -> None:
    with reading(browser, real_site, role) as reader:
        assert height(reader.page) <= most
