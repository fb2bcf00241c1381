"""What can be measured of the look: nothing is cut off, what matters is large and near, and every text can be read."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import OPEN_ALL, Served, script, told, visiting
from tests.kit.look import BOXES, BROKEN, CUT, SCHEMES, SPACED, SPLIT, TARGET, TEXT_TWICE, sideways
from tests.kit.variants import LONGEST

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 768, 1280)
PRESSED = (
    'a[href^="tel:"]',
    ".rg-leave",
    ".rg-main-links a",
    ".rg-menu > summary",
    ".rg-menu-panel a",
    ".rg-search > summary",
    "main .rg-do",
    "main .rg-roles a",
    "main .rg-links a",
    "main [type=checkbox]",
    "main .rg-answers label",
    "main summary",
)


def test_no_page_scrolls_sideways(browser: Browser, site: Served) -> None:
    """At every width: as it is, with everything unfolded, with text twice as large, and with text spaced out."""
    problems = []
    with visiting(browser) as page:
        for name in site.pages:
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(site.web(name))
            for state in ("closed", "unfolded"):
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 800})
                    problems += sideways(page, name, state)
                    problems += [f"{name} at {width}, {state}: {each} is broken" for each in page.evaluate(SPLIT)]
                page.evaluate(OPEN_ALL)
            larger = page.add_style_tag(content=TEXT_TWICE)
            for width in (
                360,
                640,
            ):  # A phone whose text is set as large as it goes, and a desk's page at twice its size.
                page.set_viewport_size({"width": width, "height": 800})
                problems += sideways(page, name, "200 % text")
                problems += [f"{name} at {width}, 200 % text: {each} cuts its text" for each in page.evaluate(CUT)]
                problems += [
                    f"{name} at {width}, 200 % text: {each} is broken"
                    for each in page.evaluate(BROKEN)
                    if site.name == "real"
                ]
            larger.evaluate("(each) => each.remove()")
            page.add_style_tag(content=SPACED)
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                problems += sideways(page, name, "spaced text")
                problems += [f"{name} at {width}, spaced text: {each} cuts its text" for each in page.evaluate(CUT)]
    assert not problems, told(problems)


def test_the_longest_words_of_the_language_fit_on_the_smallest_phone(browser: Browser, wordy_site: Served) -> None:
    problems = []
    with visiting(browser, 320) as page:
        for name in wordy_site.pages:
            page.goto(wordy_site.web(name))
            page.evaluate(OPEN_ALL)
            assert LONGEST[-1] in (page.locator("body").text_content() or ""), name
            problems += sideways(page, name, "long words")
            problems += [f"{name}: {each} cuts its text" for each in page.evaluate(CUT)]
    assert not problems, told(problems)


def test_an_emergency_number_is_in_sight_on_the_smallest_phone(browser: Browser, site: Served) -> None:
    problems = []
    with visiting(browser, 320, 640) as page:
        for name in site.pages:
            page.goto(site.web(name))
            box = page.locator('a[href^="tel:"]').first.bounding_box()
            if (
                not box
                or box["y"] < 0
                or box["y"] + box["height"] > 640
                or box["x"] < 0
                or box["x"] + box["width"] > 320
            ):
                problems.append(f"{name}: {box}")
    assert not problems, told(problems)


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_in_haste_is_large_enough(browser: Browser, site: Served, width: int) -> None:
    problems = []
    met = set()
    with visiting(browser, width) as page:
        for name in site.pages:
            page.goto(site.web(name))
            page.evaluate("() => { document.querySelector('.rg-menu').open = true }")
            for kind in PRESSED:
                for box in page.locator(f"{kind}:visible").evaluate_all(BOXES):
                    met.add(kind)
                    if box["width"] < TARGET or box["height"] < TARGET:
                        problems.append(f"{name}: {kind} {box}")
    assert met == set(PRESSED)
    assert not problems, told(problems)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_stands_out_from_what_is_behind_it(
    browser: Browser, site: Served, scheme: Literal["light", "dark"]
) -> None:
    """7 : 1 everywhere, also for who asks for more contrast; with the menu, the search and the fold-outs open."""
    problems, count = [], 0
    with visiting(browser, color_scheme=scheme, contrast="more") as page:
        for name in site.pages:
            page.goto(site.web(name))
            page.evaluate(OPEN_ALL)
            texts = page.evaluate(script("contrast"))
            count += len(texts)
            problems += [
                f"{name}: {text['ratio']:.2f} {text['where']}: {text['text']}" for text in texts if text["ratio"] < 7
            ]
    assert count > 30 * len(site.pages)
    assert not problems, told(problems)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_alarm_colour_belongs_to_the_emergency_numbers(
    browser: Browser, site: Served, scheme: Literal["light", "dark"]
) -> None:
    problems = []
    with visiting(browser, color_scheme=scheme) as page:
        for name in site.pages:
            page.goto(site.web(name))
            page.evaluate(OPEN_ALL)
            found = page.evaluate(script("colours"), ["--alarm", ".rg-sos, .rg-numbers"])
            if not found:
                problems.append(f"{name}: the emergency numbers do not have it")
            problems += [f"{name}: {each['where']} has it as {each['property']}" for each in found if each["apart"]]
    assert not problems, told(problems)
