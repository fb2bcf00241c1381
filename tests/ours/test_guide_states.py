"""Every state of the guide: nothing is cut off, all can be read, pressed and reached, and it prints whole."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import axe
from tests.kit.browsing import DESK, Served, script, told, visiting
from tests.kit.keyboard import REORDERED, bad, missed, stops
from tests.kit.look import BOXES, CUT, MOVING, SCHEMES, SPACED, SPLIT, TARGET, TEXT_TWICE, sideways
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, as_paper, sheets
from tests.kit.views import Scheme, some
from tests.ours.states import STATES, enter

pytestmark = pytest.mark.browser

PRESSED = "main :is(button, summary, input, .rg-number):visible"
IDS = "() => [...document.querySelectorAll('[id]')].map((each) => each.id)"
# What is not announced: a field or a button without a name, and a group whose name is nobody's.
NAMELESS = """() => {
  const named = (each) =>
    each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.[0]?.textContent.trim();
  return [...document.querySelectorAll('main :is(button, input, textarea, [role=group])')]
    .filter((each) => each.checkVisibility() && !named(each))
    .map((each) => each.outerHTML.slice(0, 80));
}"""
# As many steps as there may be: two figures beside each heading.
MANY = "() => document.querySelectorAll('.rg-stage .rg-small').forEach((each) => { each.textContent = '88'; })"
# Without the focus, Tab would go on from where it was.
FROM_THE_TOP = (
    "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
)
COLOURFUL = """() => {
  const coloured = (style, name) => {
    const [r, g, b, alpha = 1] = style[name].match(/[\\d.]+/g).map(Number);
    return alpha > 0 && Math.max(r, g, b) - Math.min(r, g, b) > 2;
  };
  const places = ['color', 'backgroundColor', 'borderTopColor', 'borderInlineStartColor'];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility())
    .filter((each) => places.some((name) => coloured(getComputedStyle(each), name)))
    .map((each) => each.className || each.tagName);
}"""
LEVELS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((each) => each.checkVisibility())
  .map((each) => Number(each.tagName[1]))"""


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def cramped(page: Page, width: int) -> list[str]:
    """What is cut off, or too small to press; also with larger text and with more space around it."""
    small = [box for box in page.locator(PRESSED).evaluate_all(BOXES) if min(box["width"], box["height"]) < TARGET]
    page.evaluate(MANY)
    problems = [
        *sideways(page),
        *(f"too small: {box}" for box in small),
        *(f"broken: {word}" for word in page.evaluate(SPLIT)),
    ]
    for name, style in (("200 % text", TEXT_TWICE), ("spaced text", SPACED)):
        tag = page.add_style_tag(content=style)
        if width == DESK or style != TEXT_TWICE:
            problems += [f"{name}: {each}" for each in sideways(page)]
        problems += [f"{name}: {each} cuts its text" for each in page.evaluate(CUT)]
        tag.evaluate("(each) => each.remove()")
    return problems


def faint(page: Page) -> list[str]:
    """Texts that do not stand out, in light and in dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {text}" for text in page.evaluate(script("contrast")) if text["ratio"] < 7]
    return found


def unnamed(page: Page) -> list[str]:
    """What assistive technology could not make sense of."""
    levels = page.evaluate(LEVELS)
    skipped = levels[0] != 1 or any(level - before > 1 for before, level in pairwise(levels))
    twice = [id for id, count in Counter(page.evaluate(IDS)).items() if count > 1]
    return [*page.evaluate(NAMELESS), *([f"levels {levels}"] if skipped else []), *(f"id {id} twice" for id in twice)]


def out_of_reach(page: Page) -> list[str]:
    """What Tab does not reach, and stops that are out of order, out of sight, covered, or without a ring."""
    page.evaluate(FROM_THE_TOP)
    return [
        *(f"{stop['name']} ({stop['kind']}) {fault}" for stop in stops(page) if (fault := bad(stop))),
        *missed(page),
        *page.evaluate(REORDERED),
    ]


@pytest.mark.parametrize("width", some(320, full=(DESK,)))
def test_all_can_be_read_pressed_and_reached(browser: Browser, real_site: Served, state: str, width: int) -> None:
    with visiting(browser, width) as page:
        enter(page, real_site, state)
        problems = [*cramped(page, width), *faint(page), *unnamed(page), *out_of_reach(page)]
    assert not problems, told(problems)


def colourful(page: Page) -> list[str]:
    """What has a colour on paper."""
    found: list[str] = page.evaluate(COLOURFUL)
    return found


def test_it_prints_whole_black_on_white_without_a_blank_sheet(browser: Browser, real_site: Served, state: str) -> None:
    with visiting(browser, PRINTED["width"], PRINTED["height"], color_scheme="dark") as page:
        enter(page, real_site, state)
        as_paper(page)
        assert page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN) == []
        assert page.locator("main button:visible").count() == 0, "nothing can be pressed on paper"
        assert page.locator("[data-kind]").count() == page.locator("[data-kind]:visible").count(), (
            "all the steps of the routine"
        )
        assert colourful(page) == []
        assert [box for box in page.evaluate(BOX) if box["native"] or not box["drawn"]] == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert [text for text in page.evaluate(script("contrast"), [255, 255, 255]) if text["ratio"] < 7] == []
        assert all(sheet.texts for sheet in sheets(page.pdf(prefer_css_page_size=True)))


def test_the_summary_prints_alone_with_every_step_and_room_for_notes(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
        enter(page, real_site, "the summary")
        page.locator('[data-key="skriv-ut"]').click()
        assert page.evaluate("window.printed") == 1
        as_paper(page)
        shown = page.locator("main").inner_text()
        steps = page.locator("[data-text]").all_text_contents()
        assert all(page.locator(".rg-summary").get_by_text(text).first.is_visible() for text in steps)
        assert not page.locator("[data-kind]:visible, .rg-now:visible, .rg-sos:visible").count(), "nothing else"
        for words in (
            "20 november 2026",
            "Senast 4 december 2026",
            "Inte aktuellt 25 november 2026: har redan stöd",
            "Svar: Ja",
            "Anteckningar",
        ):
            assert words in shown, words
        assert "sekretess" in shown
        assert page.locator(".rg-notes .rg-rule:visible").count() >= 3
        assert colourful(page) == []
        printed = sheets(page.pdf(prefer_css_page_size=True))
        assert all(sheet.texts for sheet in printed)
        assert len(printed) <= 2
        page.emulate_media(media="screen")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        as_paper(page)
        assert page.locator("[data-kind]:visible").count() == len(steps), "the guide prints as before"


def test_nothing_moves_in_the_guide(browser: Browser, real_site: Served) -> None:
    with visiting(browser) as page:
        for state in STATES:
            enter(page, real_site, state)
            assert page.evaluate(MOVING) == 0, state


@pytest.mark.parametrize(
    ("width", "schemes"), some((320, ("light",)), full=((320, ("light", "dark")), (1280, ("light", "dark"))))
)
def test_axe_finds_nothing_in_any_state_of_the_guide(
    browser: Browser, real_site: Served, width: int, schemes: tuple[Scheme, ...]
) -> None:
    problems = []
    with visiting(browser, width) as page:
        axe.ready(page)
        for state in STATES:
            enter(page, real_site, state)
            problems += axe.judged(page, state, set(), {scheme: axe.ASKED[scheme] for scheme in schemes})
    assert not problems, told(problems)
