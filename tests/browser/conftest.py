"""The sites as they are served: the small one, which uses every feature, or one by its name; in the full run our own
and those of other bodies too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import store
from tests.kit.browsing import Served, borrowing
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import some


@pytest.fixture(scope="session", params=some("small", full=("real",)))
def site(request: pytest.FixtureRequest, site_named: Callable[[str], Served]) -> Served:
    return site_named(request.param)


@pytest.fixture(scope="session", params=some("small", full=("real", *OTHER_BODIES)))
def served_site(request: pytest.FixtureRequest, site_named: Callable[[str], Served]) -> Served:
    return site_named(request.param)


@pytest.fixture(scope="session")
def small_site(site_named: Callable[[str], Served]) -> Served:
    return site_named("small")


@pytest.fixture(scope="session")
def long_site(site_named: Callable[[str], Served]) -> Served:
    """Our site with as many actions for one role as a checklist must have room for."""
    return site_named("long")


@pytest.fixture(scope="session")
def draft_site(site_named: Callable[[str], Served]) -> Served:
    """The small one with a text that is in no edition yet."""
    return site_named("draft")


@pytest.fixture(scope="session")
def withdrawn_site(site_named: Callable[[str], Served]) -> Served:
    """The small one, withdrawn."""
    return site_named("withdrawn")


@pytest.fixture(scope="session")
def wordy_site(site_named: Callable[[str], Served]) -> Served:
    """The small one with the longest words of the language in every text."""
    return site_named("wordy")


@pytest.fixture
def tab(browser: Browser, small_site: Served) -> Iterator[Page]:
    """A page with the scripts that the guide's memory is made of."""
    with borrowing(browser) as page:
        yield store.load(page, small_site.web("index.html"))
