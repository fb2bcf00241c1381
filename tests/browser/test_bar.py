"""The bar is all that stands around a page: low, and following the reader only where it takes little of the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import DESK, PHONE, Served, told, visiting
from tests.kit.keyboard import of_each_depth
from tests.kit.look import SCHEMES, contrast
from tests.kit.views import Scheme, some

pytestmark = pytest.mark.browser

HIGHEST = 64
SHARE = 10  # It follows where the window is this many times as high, and nowhere else.
HEIGHTS = (320, 480, 639, 640, 760, 1200)
BAR = """() => {
  window.scrollTo(0, 400);
  const { top, bottom, height } = document.querySelector('.rg-bar').getBoundingClientRect();
  const leave = document.querySelector('.rg-leave').getBoundingClientRect();
  return { follows: top === 0 && bottom > 0, height, leave: leave.top === 0 && leave.right <= innerWidth };
}"""
# The words of each cell, and how high it is.
CELLS = """() => [...document.querySelectorAll('.rg-sos a, .rg-menu > summary, .rg-leave')]
  .map((each) => [each.textContent.replace(/\\s+/g, ' ').trim(), each.getBoundingClientRect().height])"""
FRAME = """() => {
  const number = getComputedStyle(document.querySelector('.rg-sos-2'));
  return [number.borderTopColor, getComputedStyle(document.querySelector('.rg-bar')).backgroundColor];
}"""


@pytest.mark.parametrize("width", [320, PHONE, 768, 960, DESK])
@pytest.mark.parametrize("name", some("small", full=("real",)))
def test_it_is_low_and_has_four_cells_with_words(
    browser: Browser, site_named: Callable[[str], Served], name: str, width: int
) -> None:
    """At 360 px and wider; on the smallest phone the words are in sight, however high they make it."""
    site, problems = site_named(name), []
    with visiting(browser, width) as page:
        for file in of_each_depth(site):
            page.goto(site.web(file))
            if width >= PHONE and (height := page.evaluate(BAR)["height"]) > HIGHEST:
                problems.append(f"{file}: {height} px")
            cells = page.evaluate(CELLS)
            assert len(cells) == len(page.locator(".rg-sos a").all()) + 2
            problems += [f"{file}: {cell}" for cell in cells if not cell[0] or cell[1] < 44]
    assert not problems, told(problems)


def test_it_follows_only_where_it_takes_at_most_a_tenth_of_the_window(browser: Browser, real_site: Served) -> None:
    """Elsewhere the way out alone follows."""
    problems = []
    with visiting(browser, PHONE) as page:
        for width in (PHONE, 844, DESK):
            followed = set[bool]()
            for height in HEIGHTS:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(real_site.web("rutinen/index.html"))
                bar = page.evaluate(BAR)
                followed.add(bar["follows"])
                if bar["follows"] and bar["height"] * SHARE > height:
                    problems.append(f"{width} × {height}: {bar}")
                if not bar["leave"]:
                    problems.append(f"{width} × {height}: the way out is out of sight")
            assert followed == {True, False}
    assert not problems, told(problems)


def test_in_a_low_window_it_is_one_line(browser: Browser, real_site: Served) -> None:
    with visiting(browser, 844, 390) as page:
        page.goto(real_site.web("index.html"))
        assert page.evaluate(BAR)["height"] <= 48


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_frame_of_the_number_that_is_not_filled_stands_out(
    browser: Browser, small_site: Served, scheme: Scheme
) -> None:
    with visiting(browser, PHONE, color_scheme=scheme) as page:
        page.goto(small_site.web("index.html"))
        assert contrast(*page.evaluate(FRAME)) >= 3
