"""What belongs together stands together, and what does not is told apart: by room, by one rule, by the size of words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import OPEN_ALL, PHONE, Served, visiting

pytestmark = pytest.mark.browser

# Of each two links after each other in a list, of which one is several lines: the room between them, and within them.
LINKS = """() => [...document.querySelectorAll('main .rg-links li + li')].map((each) => {
  const lines = (item) => {
    const words = document.createRange();
    words.selectNodeContents(item.querySelector('a'));
    return [...words.getClientRects()];
  };
  const [before, after] = [lines(each.previousElementSibling), lines(each)];
  const many = [before, after].find((all) => all.length > 1);
  return many && [after[0].top - before.at(-1).bottom, many[1].top - many[0].bottom];
}).filter(Boolean)"""


def test_a_link_of_several_lines_is_apart_from_the_next(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        for name in ("fickkort/index.html", "vagledning/index.html"):
            page.goto(real_site.web(name))
            rooms = page.evaluate(LINKS)
            assert rooms, name
            assert all(between >= within + 8 for between, within in rooms), (name, rooms)
