"""The bar is all that stands around a page: low, and following the reader only where it takes little of the window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import DESK, OPEN_MAIN, PHONE, Served, borrowing, told, visiting
from tests.kit.keyboard import bad, of_each_depth, press, stops, tab_to
from tests.kit.look import FACES, SCHEMES, SPACED, TEXT_TWICE, WORN, contrast, restyled
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

# What the page keeps clear of it, and how high it is.
# The browser tells the script how high it is once it has been laid out.
MEASURED = """() => document.documentElement.style.getPropertyValue('--bar') ===
  `${document.querySelector('.rg-bar').offsetHeight}px`"""
CLEAR = """() => [
  parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop),
  document.querySelector('.rg-bar').getBoundingClientRect().height,
]"""
# A reader's own text, in the windows in which it makes the bar highest.
LARGE = pytest.mark.parametrize(
    ("style", "width", "height"),
    [
        pytest.param(SPACED, 320, 640, id="spaced on the smallest phone"),
        pytest.param(TEXT_TWICE, PHONE, 740, id="twice as large on a phone"),
        pytest.param(TEXT_TWICE, DESK, 720, id="twice as large at a desk"),
        pytest.param(SPACED, DESK, 900, id="spaced at a desk", marks=pytest.mark.full),
    ],
)


@pytest.mark.parametrize("width", [320, PHONE, 768, 960, DESK])
@pytest.mark.parametrize("name", some("small", full=("real",)))
def test_it_is_low_and_has_four_cells_with_words(
    browser: Browser, site_named: Callable[[str], Served], name: str, width: int
) -> None:
    """At 360 px and wider; on the smallest phone the words are in sight, however high they make it."""
    site, problems = site_named(name), []
    with borrowing(browser, width) as page:
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
    with borrowing(browser, PHONE) as page:
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
    with borrowing(browser, 844, 390) as page:
        page.goto(real_site.web("index.html"))
        assert page.evaluate(BAR)["height"] <= 48


# Each cell: where it is, and whether its words have room.
ROW = """() => [...document.querySelectorAll('.rg-sos a, .rg-menu > summary, .rg-leave')].map((each) => {
  const { left, right, top, height } = each.getBoundingClientRect();
  return { left, right, top, height, cut: each.scrollWidth > each.clientWidth + 1 };
})"""


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("name", "narrowest"), [("real", 320), pytest.param("region", PHONE, marks=pytest.mark.full)])
def test_in_a_low_window_that_stands_it_is_one_row(
    browser: Browser, site_named: Callable[[str], Served], name: str, narrowest: int, face: str
) -> None:
    """As on a phone with its keyboard up, or that shares its window: no number on the other, no menu under them, and
    the way out is whole beside them."""
    site, problems = site_named(name), []
    with visiting(browser, narrowest, 639) as page:
        restyled(page, site, "", *FACES[face])
        page.goto(site.web("index.html"))
        page.wait_for_function(WORN, arg=2 if face == "Rutin" else 0)
        for width in (narrowest, PHONE, 375, 390, 430, 480, 560, 639):
            for height in (480, 639):
                page.set_viewport_size({"width": width, "height": height})
                cells = page.evaluate(ROW)
                beside = [cell for cell, after in pairwise(cells) if cell["right"] > after["left"] + 0.5]
                high = page.evaluate(BAR)["height"]
                page.evaluate("window.scrollTo(0, 0)")
                if high >= HIGHEST + 2 or beside or any(cell["cut"] or cell["height"] < 44 for cell in cells):
                    problems.append(f"{width} × {height}: {high} px, {cells}")
    assert not problems, told(problems)


# How many lines the words beside the way out take, and those under each number.
LINES = """(places) => [...document.querySelectorAll(places)].map((each) => {
  const words = document.createRange();
  words.selectNodeContents(each);
  return new Set([...words.getClientRects()].map((line) => Math.round(line.top / 4))).size;
})"""


@pytest.mark.parametrize("face", FACES)
def test_at_a_desk_no_word_of_it_is_alone_on_a_line(browser: Browser, real_site: Served, face: str) -> None:
    """What the way out does not do is two sentences, a line each; what a number is for is one. Nor is the menu's sign,
    also in a low window."""
    with visiting(browser) as page:
        restyled(page, real_site, "", *FACES[face])
        page.goto(real_site.web("index.html"))
        page.wait_for_function(WORN, arg=2 if face == "Rutin" else 0)
        for width in (1120, DESK, 1440):
            page.set_viewport_size({"width": width, "height": 760})
            assert page.evaluate(LINES, ".rg-sos span") == [1, 1], width
            assert page.evaluate(LINES, ".rg-leave-note") == [2], width
            for height in (760, 560):
                page.set_viewport_size({"width": width, "height": height})
                word = page.locator(".rg-menu > summary b").evaluate("(word) => word.offsetHeight")
                assert word < 30, (width, height)


@LARGE
def test_however_large_text_makes_it_it_covers_nothing_that_is_reached_by_keys(
    browser: Browser, small_site: Served, style: str, width: int, height: int
) -> None:
    """On the way up, where it follows, and in itself when the keyboard comes back to it."""
    problems = []
    with visiting(browser, width, height) as page:
        restyled(page, small_site, style)
        for name in ("guide/index.html", "checklistor/vaktmastaren/index.html"):
            page.goto(small_site.web(name))
            page.wait_for_function(MEASURED)
            page.evaluate(OPEN_MAIN)
            problems += [
                f"{name}: {stop['name']} {fault}" for stop in stops(page, "Shift+Tab") if (fault := bad(stop, ""))
            ]
    assert not problems, told(problems)


# Of each number and the way out how much is in sight, in px from above.
IN_SIGHT = """() => [...document.querySelectorAll('.rg-sos a, .rg-leave')]
  .map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom - top])"""


@pytest.mark.parametrize(
    ("name", "width", "size"),
    some(
        *(("real", width, size) for width in (PHONE, DESK) for size in (130, 200)),
        full=tuple(product(("real", "small", "region"), (PHONE, 412, 768, 1000, DESK), (115, 130, 150))),
    ),
)
def test_with_large_text_the_numbers_and_the_way_out_are_in_sight_far_down_the_page(
    browser: Browser, site_named: Callable[[str], Served], name: str, width: int, size: int
) -> None:
    """Twice as large only where they have room beside each other: elsewhere the way out alone follows."""
    site = site_named(name)
    with visiting(browser, width, 760) as page:
        restyled(page, site, f"html {{ font-size: {size}% }}")
        page.goto(site.web("guide/index.html"))
        page.wait_for_function(MEASURED)
        page.evaluate("window.scrollTo(0, 900)")
        for top, high in page.evaluate(IN_SIGHT):
            assert -0.5 <= top < 4, (top, high)
            assert high <= 760 * 0.3


@LARGE
def test_however_large_text_makes_it_all_of_the_menu_is_reached(
    browser: Browser, small_site: Served, style: str, width: int, height: int
) -> None:
    """Also by who has come far down the page, where only the menu itself can be scrolled; and the numbers before it."""
    with visiting(browser, width, height) as page:
        restyled(page, small_site, style)
        page.goto(small_site.web("guide/index.html"))
        tab_to(page, ".rg-menu > summary")
        page.evaluate("window.scrollTo(0, 400)")
        press(page, "Enter")
        assert page.locator(".rg-menu-panel").evaluate("(panel) => panel.getBoundingClientRect().bottom <= innerHeight")
        assert page.locator(".rg-menu-panel nav a").count() > 5
        press(page, "Shift+Tab")
        assert page.locator(".rg-sos a:focus").evaluate("(link) => link.getBoundingClientRect().top >= 0")


@LARGE
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_the_page_keeps_clear_of_it_is_its_height(
    browser: Browser, small_site: Served, style: str, width: int, height: int, scripts: bool
) -> None:
    """Without scripts room enough, of a window that is mostly the page's."""
    with visiting(browser, width, height, java_script_enabled=scripts) as page:
        restyled(page, small_site, style)
        page.goto(small_site.web("guide/index.html"))
        if scripts:
            page.wait_for_function(MEASURED)
        clear, high = page.evaluate(CLEAR)
        if scripts:
            assert high + 4 <= clear <= high + 24
        else:
            assert min(high, height * 2 / 5) <= clear <= height / 2


def test_where_it_is_low_a_reader_with_scripts_loses_no_room_to_it(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web("index.html"))
        page.wait_for_function(MEASURED)
        clear, high = page.evaluate(CLEAR)
        assert high < clear <= high + 8


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_frame_of_the_number_that_is_not_filled_stands_out(
    browser: Browser, small_site: Served, scheme: Scheme
) -> None:
    with borrowing(browser, PHONE, color_scheme=scheme) as page:
        page.goto(small_site.web("index.html"))
        assert contrast(*page.evaluate(FRAME)) >= 3


# How far the way out's second word stands from its first, in px.
APART = """() => {
  const words = [...document.querySelector('.rg-leave').childNodes].filter((each) => each.textContent.trim());
  const [first, second] = words.map((word) => {
    const range = document.createRange();
    range.selectNodeContents(word);
    return range.getBoundingClientRect().bottom;
  });
  return Math.abs(first - second);
}"""


def test_at_a_desk_the_words_of_the_way_out_stand_on_one_line(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, DESK) as page:
        page.goto(small_site.web("index.html"))
        assert page.evaluate(APART) < 0.5
