"""Colours that the reader's system decides, and movement:
what is ticked and what is wrong is still seen, and nothing moves."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Locator, Page

from tests.kit.browsing import Served, borrowing
from tests.kit.reader import GUIDE
from tests.kit.views import Scheme

pytestmark = pytest.mark.browser

# The line around it, of a pixel at least.
FRAME = """(each) => ['borderTop', 'outline']
  .filter((line) => parseFloat(getComputedStyle(each)[`${line}Width`]) >= 1)
  .map((line) => getComputedStyle(each)[`${line}Style`])"""

FILL = "(each) => getComputedStyle(each).backgroundColor"


def changed(page: Page, box: Locator) -> bool:
    """Whether a tick is seen: the pixels of the box before and after it."""
    before = box.screenshot()
    box.check()
    page.mouse.move(0, 0)
    box.evaluate("(each) => each.blur()")
    return box.screenshot() != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_a_tick_is_seen_whatever_the_colours_are(
    browser: Browser, small_site: Served, scheme: Scheme, forced: Literal["active", "none"]
) -> None:
    with borrowing(browser, forced_colors=forced, color_scheme=scheme) as page:
        page.goto(small_site.web("checklistor/vaktmastaren/index.html"))
        for kind in ("checkbox", "radio"):
            assert changed(page, page.locator(f"main input[type={kind}]").first), kind


@pytest.mark.parametrize("forced", ["active", "none"])
def test_the_day_that_is_chosen_is_filled_as_an_answer_is(
    browser: Browser, small_site: Served, forced: Literal["active", "none"]
) -> None:
    """Another day too, while it is being written."""
    with borrowing(browser, forced_colors=forced) as page:
        page.goto(f"{small_site.web(GUIDE)}#roll_vaktmastaren")
        answer = page.locator('[data-key="vet-inte:rinner-det"]').first
        answer.click()
        another = page.locator('[data-key="annan:_handelsen"]')
        before = another.evaluate(FILL)
        another.click()
        page.mouse.move(0, 0)
        assert another.evaluate(FILL) == answer.evaluate(FILL) != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ["vaktmastaren", "va-ingenjoren"])
def test_which_answer_is_given_is_seen_when_colours_are_forced(
    browser: Browser, small_site: Served, scheme: Scheme, role: str
) -> None:
    """Also when it is neither pointed at nor has the focus: the same button before and after the press."""
    with borrowing(browser, forced_colors="active", color_scheme=scheme) as page:
        page.goto(f"{small_site.web(GUIDE)}#roll_{role}")
        no = page.locator('[data-key="nej:rinner-det"]').first
        looks = []
        for each in (page.locator('[data-key="vet-inte:rinner-det"]').first, no):
            each.click()
            page.mouse.move(0, 0)
            page.evaluate("document.activeElement.blur()")
            looks.append(Image.open(BytesIO(no.screenshot())).convert("L"))
        # More than a line or a letter: most of it.
        assert ImageStat.Stat(ImageChops.difference(*looks)).mean[0] > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_frames_and_marks_is_seen_in_forced_colours(browser: Browser, small_site: Served, scheme: Scheme) -> None:
    """Numbers, bands, and the verdict on a sheet: each has a frame or an outline, which forced colours keep;
    a background they take."""
    framed = {
        "index.html": ".rg-sos a",
        "checklistor/vaktmastaren/index.html": ".rg-helps",
        "roller/vaktmastaren/index.html": ".rg-sheet, .rg-other",
        "roller/upptackaren/index.html": ".rg-say",
        "latt/index.html": ".rg-guide-band, .rg-sheet, .rg-other",
        "fickkort/kontroll/index.html#AAA-AAA": ".rg-validity .rg-box:not([hidden])",
    }
    with borrowing(browser, forced_colors="active", color_scheme=scheme) as page:
        for name, selector in framed.items():
            page.goto(small_site.web(name))
            assert all(page.locator(each).count() for each in selector.split(", ")), name
            for each in page.locator(selector).all():
                assert "solid" in each.evaluate(FRAME), (name, selector)
