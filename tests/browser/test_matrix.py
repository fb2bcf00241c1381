"""Who does what: each cell is told with its own role, whatever the window has room for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.kit.browsing import DESK, PHONE, Served, borrowing
from tests.kit.look import SPACED, sideways

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_head_is_told_with_a_cell_of_another_role(browser: Browser, small_site: Served, width: int) -> None:
    with borrowing(browser, width) as page:
        page.goto(small_site.web("vem-gor-vad/"))
        heads = [each.inner_text() for each in page.get_by_role("columnheader").all()]
        cells = page.locator("tbody tr:has(td) > *:is(td, th)")
        shown = page.locator("tbody tr:has(td)").first.locator("td, th").filter(visible=True)
        assert shown.count() < len(page.locator("thead th").all()) if width == PHONE else shown.count() == len(heads)
        assert (heads == []) == (width == PHONE), "heads are told by place, and empty cells have none on a phone"
        assert cells.count()
        for cell in page.locator("td[data-part]:not(:empty)").filter(visible=True).all():
            expect(cell.locator(".rg-part-name").first).not_to_be_empty()


# Where the heads end, below the bar; and where what has the keyboard begins.
HEADS = """() => {
  const bar = document.querySelector('.rg-bar').getBoundingClientRect();
  const heads = [...document.querySelectorAll('thead th')].map((each) => each.getBoundingClientRect());
  return heads.every(({ top }) => top === bar.bottom) && heads[0].bottom;
}"""


def test_the_heads_follow_and_cover_nothing_that_is_reached_by_keys(browser: Browser, small_site: Served) -> None:
    """From row to row upwards, where they would lie over the next one."""
    with borrowing(browser, DESK, 640) as page:
        page.goto(small_site.web("vem-gor-vad/"))
        links = page.locator("tbody th > a")
        links.last.focus()
        assert page.evaluate("scrollY") > 300
        for link in reversed(links.all()[3:]):
            while not link.evaluate("(each) => each === document.activeElement"):
                page.keyboard.press("Shift+Tab")
            assert 0 < page.evaluate(HEADS) <= link.evaluate("(each) => each.getBoundingClientRect().top")


@pytest.mark.parametrize("width", [1024, DESK])
def test_text_that_is_spaced_out_makes_no_page_of_it_too_wide(browser: Browser, small_site: Served, width: int) -> None:
    """Where the heads follow, its frame cannot scroll."""
    with borrowing(browser, width) as page:
        page.goto(small_site.web("vem-gor-vad/"))
        page.add_style_tag(content=SPACED)
        assert not sideways(page)
