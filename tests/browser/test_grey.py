"""Printed in grey, what tells one thing from another is still seen: by the pixels of what the browser prints."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import Served, borrowing
from tests.kit.paper import PRINTED

pytestmark = pytest.mark.browser

INK = 110  # Of 255, white: what is darker is ink, and not a tint that a copy of the paper may lose.
ENOUGH = 40  # Pixels at 144 to the inch: a line of a pixel's width as long as a short word.
IS_INK = bytes(int(value < INK) for value in range(256))

CHECKLIST, ROLE, TELLS, CHART = "checklistor/vaktmastaren", "roller/vaktmastaren", "roller/upptackaren", "flode"
# What must be seen: the page, and the style that would take it away and leave all else where it is.
SEEN = {
    "the frame of what helps": (CHECKLIST, ".rg-helps { border-color: transparent !important }"),
    "the boxes to tick": (CHECKLIST, "[type=checkbox] { border-color: transparent !important }"),
    "the rails of the tracks": (CHECKLIST, ".rg-track { border-color: transparent !important }"),
    "the lines to write on": (CHECKLIST, ".rg-sign span, .rg-write { border-color: transparent !important }"),
    "the line under a stage": (ROLE, ".rg-stage { border-color: transparent !important }"),
    "the frame of guidance": (ROLE, ".rg-guide-band { border-color: transparent !important }"),
    "the frame of one's own words": (TELLS, ".rg-say { border-color: transparent !important }"),
    "the frame of what others do": (ROLE, ".rg-other { border-color: transparent !important }"),
    "the frames of the numbers": (ROLE, ".rg-sos a { border-color: transparent !important }"),
    "the arrows": (CHART, ".rg-flow-edge { stroke: transparent !important }"),
    "the heads of the arrows": (CHART, ".rg-flow-edge { marker-end: none !important }"),
    "what stands together": (CHART, ".rg-flow-join { stroke: transparent !important }"),
    "the boxes of the steps": (
        CHART,
        ".rg-flow [data-step] > rect, .rg-flow [data-step] > path { stroke: transparent !important }",
    ),
}
# What is told apart by its lines: made alike, there would be more ink.
APART = {
    "the second track's rail": (CHECKLIST, ".rg-track-2 { border-inline-start-style: solid !important }"),
    "the second track's boxes": (CHART, ".rg-flow-2 > rect, .rg-flow-2 > path { stroke-dasharray: none !important }"),
    "what stands together and what follows": (CHART, ".rg-flow-join { stroke-dasharray: none !important }"),
}


def ink(page: Page) -> int:
    """How many pixels of all its sheets are ink."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return sum(bytes(sheet.render(scale=2, grayscale=True).buffer).translate(IS_INK).count(1) for sheet in document)


def more_ink_than_with(browser: Browser, site: Served, name: str, style: str) -> int:
    with borrowing(browser, PRINTED["width"], PRINTED["height"], color_scheme="dark") as page:
        page.goto(site.web(f"{name}/index.html"))
        before = ink(page)
        page.add_style_tag(content=f"@media print {{ {style} }}")
        return before - ink(page)


@pytest.mark.parametrize("what", SEEN)
def test_it_is_seen_in_grey(browser: Browser, small_site: Served, what: str) -> None:
    assert more_ink_than_with(browser, small_site, *SEEN[what]) > ENOUGH


@pytest.mark.parametrize("what", APART)
def test_it_is_told_apart_in_grey(browser: Browser, small_site: Served, what: str) -> None:
    assert more_ink_than_with(browser, small_site, *APART[what]) < -ENOUGH


def test_a_tick_is_seen_in_grey(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PRINTED["width"], PRINTED["height"]) as page:
        page.goto(small_site.web(f"{CHECKLIST}/index.html"))
        page.add_style_tag(
            content="label { font-weight: 600 !important }"
        )  # The words of what is ticked are thinner: that is less ink.
        before = ink(page)
        page.locator("main [type=checkbox]").first.check()
        assert ink(page) - before > ENOUGH / 2
