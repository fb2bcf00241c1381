"""What a screen reader is told: kept as Chromium's tree of
roles, names and states, so that a change of it is seen and read.

Read the files when they change, as one who only listens. UPDATE_GOLDEN=1 writes them anew. The pages are the small
routine's, whose words nobody edits; tests/ours/ has the guide's states.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import DESK, Served, visiting
from tests.kit.golden import kept
from tests.kit.paths import GOLDEN

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "roller/vaktmastaren/index.html",
    "checklistor/vaktmastaren/index.html",
    "flode/index.html",
    "fickkort/kontroll/index.html",
)


@pytest.mark.full
@pytest.mark.parametrize("name", ["index.html", "guide/index.html", "roller/boende/index.html", "rutinen/index.html"])
def test_what_is_told_of_a_page_that_has_as_little_as_can_be(
    browser: Browser, site_named: Callable[[str], Served], name: str
) -> None:
    with visiting(browser, DESK) as page:
        page.goto(site_named("minst").web(name))
        file = name.removesuffix("index.html").strip("/").replace("/", "-") or "start"
        kept(GOLDEN / "aria", f"minst-{file}", page.locator("body").aria_snapshot())


@pytest.mark.parametrize("name", PAGES)
def test_what_is_told_of_a_page(browser: Browser, small_site: Served, name: str) -> None:
    with visiting(browser, DESK) as page:
        page.goto(small_site.web(name))
        kept(
            GOLDEN / "aria",
            name.removesuffix("index.html").strip("/").replace("/", "-") or "start",
            page.locator("body").aria_snapshot(),
        )
