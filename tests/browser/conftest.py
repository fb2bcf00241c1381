"""One browser a worker, and each site built and served once a worker."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from routine.build import build
from routine.html.links import Style
from tests.kit import store
from tests.kit.browsing import Served, make_breakable, serving, visiting
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import LONG, drafted, lengthened, roomy, wordy

# Name → the routine, and how links are written.
SITES: dict[str, tuple[Path, Style]] = {
    "real": (REAL, "filer"),
    "small": (SMALL, "filer"),
    "folders": (REAL, "mappar"),
    "breakable": (REAL, "filer"),
    "long": (REAL, "filer"),
    "draft": (SMALL, "filer"),
    "wordy": (SMALL, "filer"),
}


# The first that is there; the shell is the same Chromium without windows, and takes a third less time. CHROMIUM=chromium make test asks for another.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    asked = os.environ.get("CHROMIUM")
    found = next((path for name in ((asked,) if asked else BROWSERS) if (path := shutil.which(name))), None)
    assert found, "Chromium is missing: make test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Served]]:
    """Builds and serves a site of SITES when it is first asked for."""
    made: dict[str, Served] = {}
    with ExitStack() as servers:

        def named(name: str) -> Served:
            if name not in made:
                data, style = SITES[name]
                if name == "long":
                    data = lengthened(data, tmp_path_factory.mktemp("langre") / "rutin.yaml", LONG)
                if name == "draft":
                    data = drafted(tmp_path_factory.mktemp("utkast") / "rutin.yaml")
                if name == "wordy":
                    data = wordy(tmp_path_factory.mktemp("ordrik") / "rutin.yaml")
                server = servers.enter_context(serving())
                server.folder = tmp_path_factory.mktemp(name) / "site"
                with roomy() if name == "wordy" else nullcontext():
                    build(data, server.folder, address=server.root, style=style)
                if name == "breakable":
                    make_breakable(server.folder)
                made[name] = Served(name, data, server.folder, server.root)
            return made[name]

        yield named


@pytest.fixture(scope="session", params=["real", "small"])
def site(request: pytest.FixtureRequest, site_named: Callable[[str], Served]) -> Served:
    return site_named(request.param)


@pytest.fixture(scope="session")
def real_site(site_named: Callable[[str], Served]) -> Served:
    return site_named("real")


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
def wordy_site(site_named: Callable[[str], Served]) -> Served:
    """The small one with the longest words of the language in every text."""
    return site_named("wordy")


@pytest.fixture(scope="session")
def breakable_site(site_named: Callable[[str], Served]) -> Served:
    """Our site with functions that can be made to fail."""
    return site_named("breakable")


@pytest.fixture
def tab(browser: Browser, small_site: Served) -> Iterator[Page]:
    """A page with the scripts that the guide's memory is made of."""
    with visiting(browser, bypass_csp=True) as page:
        yield store.load(page, small_site.web("index.html"))
