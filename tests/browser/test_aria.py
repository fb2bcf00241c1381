"""What a screen reader is told: kept as Chromium's tree of roles, names and states, so that a change of it is seen and
read. Read the files when they change, as one who only listens; UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import Served, borrowing
from tests.kit.outline import kept
from tests.kit.paths import GOLDEN

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["", "roller/vaktmastaren/"])
def test_what_is_told_of_a_page(browser: Browser, site: Served, name: str) -> None:
    with borrowing(browser) as page:
        page.goto(site.web(f"{name}index.html"))
        kept(GOLDEN / "aria", name.strip("/").replace("/", "-") or "start", page.locator("body").aria_snapshot())
