"""Every page says what it may do, and nothing that a reader does there needs more: from a server, and from a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page

from routine.publish.scripts import PLAIN
from tests.kit.asked import script_of
from tests.kit.browsing import DESK, PHONE, Served, come, told, visiting
from tests.kit.held import read_all, refused, searched, walked
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import some

pytestmark = pytest.mark.browser

PLACES = ("web", "file")
GUIDE = "guide/index.html"


def place(site: Served, place: str) -> str:
    return site.root if place == "web" else site.folder.as_uri() + "/"


@pytest.fixture(params=some("web", full=("file",)))
def root(request: pytest.FixtureRequest, small_site: Served) -> str:
    return place(small_site, request.param)


@pytest.mark.parametrize(
    ("routine", "where"),
    some(
        ("small", "web"),
        full=(
            ("real", "web"),
            ("real", "file"),
            ("small", "file"),
            *((body, where) for body in OTHER_BODIES for where in PLACES),
        ),
    ),
)
def test_no_page_is_refused_anything_when_it_is_read_and_searched(
    browser: Browser, site_named: Callable[[str], Served], routine: str, where: str
) -> None:
    site = site_named(routine)
    names = site.pages if where == "web" else site.linked
    with visiting(browser, DESK, held=True) as page:
        said = refused(page)
        for name in names:
            page.goto(place(site, where) + name)
            read_all(page)
            if script_of(name) != PLAIN or name == "index.html":
                searched(page)
    assert not said, told(said)


def test_the_guide_is_walked_and_saved_without_anything_refused(browser: Browser, root: str) -> None:
    with visiting(browser, PHONE, held=True) as page:
        said = refused(page)
        page.goto(root + GUIDE)
        pressed = walked(page)
    assert "spara-ja" in pressed
    assert not said, told(said)


@pytest.mark.parametrize(
    ("attempt", "stopped_by"),
    [
        ("document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))", "style-src"),
        ("document.body.setAttribute('style', 'color: red')", "style-src"),
        ("document.body.setAttribute('onclick', 'void 0')", "require-trusted-types-for"),
        ("document.body.innerHTML = '<p></p>'", "require-trusted-types-for"),
        ("document.createElement('script').src = 'assets/page.js'", "require-trusted-types-for"),
        ("trustedTypes.createPolicy('annan', {})", "trusted-types"),
        ("document.head.append(Object.assign(document.createElement('base'), { href: '/annan/' }))", "base-uri"),
        ("fetch('rutin.json').catch(() => 0)", "connect-src"),
        ("document.body.append(Object.assign(document.createElement('iframe'), { src: 'a-o/' }))", "frame-src"),
        (
            "document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }))",
            "img",
        ),
    ],
)
def test_what_no_page_of_ours_does_is_refused(browser: Browser, root: str, attempt: str, stopped_by: str) -> None:
    """And so the tests above would see it."""
    with visiting(browser, held=True) as page:
        said = refused(page)
        page.goto(root + "index.html")
        attempted(page, attempt)
        come(page, lambda: any(stopped_by in each for each in said))


def attempted(page: Page, attempt: str) -> None:
    """As a script of the page does, also where it is thrown out."""
    with suppress(Error):
        page.evaluate(f"() => {{ {attempt} }}")
