"""The small site as it is served, which uses every feature."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import store
from tests.kit.browsing import Served, borrowing


@pytest.fixture(scope="session")
def site(site_named: Callable[[str], Served]) -> Served:
    return site_named("small")


@pytest.fixture
def tab(browser: Browser, site: Served) -> Iterator[Page]:
    """A page with the scripts that the guide's memory is made of."""
    with borrowing(browser) as page:
        yield store.load(page, site.web("index.html"))
