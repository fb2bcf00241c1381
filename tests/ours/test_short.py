"""Pages as short as a fright allows: heights on a phone, as they are before anything is folded out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import PHONE, Served, settle, told, visiting
from tests.kit.look import FACES, WORN, restyled

pytestmark = pytest.mark.browser

SCREEN = 760  # px, of a common phone.
LONGEST = 2_400  # px: three screens and the footer.
START = 2_100
FIRST_PRESS = 320  # px: where the first press of the start page ends.


def height(page: Page) -> int:
    found: int = page.evaluate("document.documentElement.scrollHeight")
    return found


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("face", ["its own face", "the one that stands in"])
def test_a_roles_page_is_three_screens_and_the_guide_is_in_the_first(
    browser: Browser, real_site: Served, face: str
) -> None:
    problems = []
    with visiting(browser, PHONE, SCREEN) as page:
        page.goto(real_site.web("index.html"))  # Its own is there from the second page on.
        if face != "its own face":
            page.route(re.compile(r"\.woff2\?"), lambda route: route.abort())
        for name in real_site.linked:
            if not name.startswith("roller/"):
                continue
            page.goto(real_site.web(name))
            if (found := height(page)) > LONGEST:
                problems.append(f"{name}: {found} px")
            if (ends := bottom(page, "main .rg-do")) > SCREEN:
                problems.append(f"{name}: the guide's button ends at {ends} px")
    assert not problems, told(problems)


def test_what_the_exposed_person_does_first_is_in_the_first_screen_with_its_words(
    browser: Browser, real_site: Served
) -> None:
    with visiting(browser, PHONE, SCREEN) as page:
        page.goto(real_site.web("roller/den-utsatte/index.html"))
        assert bottom(page, ".rg-sheet .rg-act-text") <= SCREEN
        assert bottom(page, ".rg-sheet .rg-say") <= 1.1 * SCREEN


def test_every_situation_stands_in_the_first_screen_of_the_start_page(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE, SCREEN) as page:
        page.goto(real_site.web("index.html"))
        assert height(page) <= START
        assert bottom(page, ".rg-situations > li") <= FIRST_PRESS
        assert bottom(page, ".rg-situations") <= SCREEN


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("role", "most"), [("den-utsatte", 2_540), ("partiets-sakerhetsansvarig", 2_750), ("kommunchefen", 2_100)]
)
def test_the_guide_is_as_short_as_it_was_drawn(
    browser: Browser, real_site: Served, role: str, most: int, face: str
) -> None:
    """Whole, before anything is folded out; the drawing is 2,356, 2,626 and 1,747 px high, and has neither open
    questions nor what is said of the first step beside its words, nor what holds after an answer before it is given."""
    with visiting(browser, PHONE, SCREEN) as page:
        restyled(page, real_site, "", *FACES[face])
        page.goto(real_site.web("guide/index.html"))
        page.locator(f'[data-key="roll:{role}"]').click()
        settle(page)  # Until the conversation has come the complete list stands below the first screen.
        page.wait_for_function(WORN, arg=2 if face == "Rutin" else 0)
        assert height(page) <= most
