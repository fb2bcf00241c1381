"""The file to take along is whole where nothing else is: alone in a folder, in any scheme, and on a narrow phone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.built import TAKEN
from tests.kit import axe
from tests.kit.browsing import DESK, Served, borrowing, told, visiting
from tests.kit.held import refused
from tests.kit.views import Scheme

pytestmark = pytest.mark.browser

NARROW = 320


@pytest.fixture
def alone(site: Served, tmp_path: Path) -> Path:
    """The file among nothing."""
    return Path(shutil.copy(site.folder / TAKEN, tmp_path / "hamtad.html"))


@pytest.mark.parametrize("width", [NARROW, DESK])
def test_it_asks_for_nothing_and_nothing_is_refused(browser: Browser, alone: Path, width: int) -> None:
    with visiting(browser, width, held=True) as page:
        said, asked = refused(page), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(alone.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.body.scrollWidth") == width
        # The style has been taken: with another digest it would have been refused.
        assert page.evaluate("getComputedStyle(document.querySelector('.rg-sos')).display") == "flex"
        page.click(".rg-list a")
        assert page.evaluate("document.querySelector(':target').localName") == "section"
    assert asked == [alone.as_uri()]
    assert not said, told(said)


@pytest.mark.parametrize("width", [NARROW, DESK])
def test_axe_finds_nothing_in_it(browser: Browser, alone: Path, width: int) -> None:
    schemes: dict[Scheme, tuple[str, ...]] = axe.ASKED
    with borrowing(browser, width) as page:
        page.goto(alone.as_uri())
        problems = axe.judged(page, "filen", set(), schemes)
    assert not problems, told(problems)


def test_on_paper_nothing_is_lost(browser: Browser, alone: Path) -> None:
    with borrowing(browser, DESK) as page:
        page.goto(alone.as_uri())
        page.emulate_media(media="print")
        assert page.locator("[id^=roll_]:visible").count() == page.locator("[id^=roll_]").count() > 0
        assert page.locator("#_steg li[id]:visible").count() == page.locator("#_steg li[id]").count() > 0
        assert page.locator("form .rg-box-row:visible").count() == page.locator("form .rg-box-row").count() > 0
