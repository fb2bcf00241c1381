"""The flowchart as a picture: after the list, within reach,
legible with few colours, and with its text inside its boxes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import DESK, OPEN_MAIN, PHONE, Served, borrowing, script, told
from tests.kit.look import contrast
from tests.kit.views import Scheme

pytestmark = pytest.mark.browser

PAGE = "flode/index.html"
ORDER = """() => {
  const list = [...document.querySelectorAll('.rg-flowchart .rg-steps')].at(-1);
  const picture = document.querySelector('.rg-picture');
  const above = list.getBoundingClientRect().bottom <= picture.getBoundingClientRect().top;
  return above && Boolean(list.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
STROKES = """() => {
  const probe = document.createElement('i');
  probe.style.backgroundColor = 'Canvas';
  document.body.append(probe);
  const ground = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const lines = '.rg-flow [data-step] > rect, .rg-flow [data-step] > path, .rg-flow-edge, .rg-flow-join';
  const strokes = [...document.querySelectorAll(lines)]
    .map((each) => getComputedStyle(each))
    .map((style) => [style.stroke, parseFloat(style.strokeWidth), ground]);
  const texts = [...document.querySelectorAll('.rg-flow text')].map((each) => [getComputedStyle(each).fill, 1, ground]);
  return { strokes, texts };
}"""


def pictured(page: Page, site: Served) -> list[str]:
    """The pages with a picture, found in the built pages."""
    return [name for name in site.linked if 'class="rg-flow"' in (site.folder / name).read_text(encoding="utf-8")]


def test_on_a_phone_the_list_comes_first_and_the_picture_is_behind_a_word(
    browser: Browser, served_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(served_site.web(PAGE))
        picture, word = page.locator("svg.rg-flow"), page.locator(".rg-picture > summary")
        assert page.evaluate(ORDER)
        assert word.inner_text().strip() == "Visa bilden"
        assert picture.is_hidden()
        word.press("Enter")
        picture.wait_for(state="visible")
        word.press("Enter")
        picture.wait_for(state="hidden")


def test_on_a_phone_the_picture_scrolls_sideways_by_key(browser: Browser, served_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(served_site.web(PAGE))
        page.locator(".rg-picture > summary").press("Enter")
        page.keyboard.press("Tab")
        region = page.locator(".rg-picture .rg-scroll")
        assert page.evaluate("document.activeElement.matches('.rg-picture .rg-scroll')")
        assert region.get_attribute("role") == "region"
        assert region.get_attribute("aria-label")
        assert region.evaluate("(each) => each.scrollWidth > each.clientWidth")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_a_desk_the_focus_at_the_picture_is_seen(browser: Browser, served_site: Served, scheme: Scheme) -> None:
    """However much larger than the window it is."""
    with borrowing(browser, DESK, color_scheme=scheme) as page:
        page.goto(served_site.web(PAGE))
        region = page.locator(".rg-picture .rg-scroll")
        region.evaluate("(each) => { each.style.minHeight = '200vh'; each.focus({ focusVisible: true }) }")
        region.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
        shown = page.screenshot()
        page.evaluate("document.activeElement.blur()")
        assert page.screenshot() != shown


def test_at_a_desk_the_picture_stands_open_and_that_of_a_role_is_folded(browser: Browser, served_site: Served) -> None:
    problems = []
    with borrowing(browser, DESK) as page:
        for name in pictured(page, served_site):
            page.goto(served_site.web(name))
            shown = page.locator("svg.rg-flow").is_visible()
            if shown != (name == PAGE) or page.locator(".rg-picture > summary").is_visible():
                problems.append(name)
    assert not problems, told(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_text_are_seen_when_colours_are_forced(browser: Browser, served_site: Served, scheme: str) -> None:
    problems = []
    with borrowing(browser, DESK, forced_colors="active", color_scheme=scheme) as page:
        for name in pictured(page, served_site):
            page.goto(served_site.web(name))
            assert page.evaluate("matchMedia('(forced-colors: active)').matches")
            found = page.evaluate(STROKES)
            assert found["strokes"]
            problems += [
                f"{name}: line {line}"
                for line in found["strokes"]
                if line[0] == "none" or line[1] < 1 or contrast(line[0], line[2]) < 3
            ]
            problems += [f"{name}: text {text}" for text in found["texts"] if contrast(text[0], text[2]) < 4.5]
    assert not problems, told(problems)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_text_lies_within_its_shape(browser: Browser, served_site: Served, width: int) -> None:
    """With the fonts of the machine, which are not those that the layout was measured with."""
    problems = []
    with borrowing(browser, width) as page:
        for name in pictured(page, served_site):
            page.goto(served_site.web(name))
            page.evaluate(OPEN_MAIN)
            assert page.locator("svg.rg-flow [data-step] tspan").count()
            problems += [f"{name}: {each}" for each in page.evaluate(script("picture"))]
    assert not problems, told(problems)
