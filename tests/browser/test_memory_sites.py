"""Two sites on one server keep a case each: neither shows, erases nor hears of the other's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.reader import NOW
from tests.kit.views import some

pytestmark = pytest.mark.browser

HERE, NEIGHBOUR = "kommunen", "grannen/rutin"
OFFICER, EXPOSED = "partiets-sakerhetsansvarig", "den-utsatte"
FIRST = {OFFICER: "bedom-laget", EXPOSED: "beratta"}
# The last event of a tab: when it has been heard, all before it have been.
LISTEN = "addEventListener('storage', (event) => { if (event.key === 'last') window.last = true; })"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the tests say what is wrong."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=some("web", full=("file",)))
def host(request: pytest.FixtureRequest, real_site: Served, tmp_path: Path) -> Iterator[str]:
    """The address of a server, or of a folder, that has the same site at two places."""
    for name in (HERE, NEIGHBOUR):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(real_site.folder)
    if request.param == "file":
        yield tmp_path.as_uri() + "/"
    else:
        with served(tmp_path) as address:
            yield address


@pytest.fixture
def tabs(browser: Browser, host: str) -> Iterator[tuple[Page, Page]]:
    """The guide of each site, in one browser. Here a case is saved."""
    with visiting(browser, PHONE) as here:
        neighbour = here.context.new_page()
        for page, name in ((here, HERE), (neighbour, NEIGHBOUR)):
            page.clock.set_fixed_time(NOW)
            page.add_init_script(LISTEN)
            page.goto(f"{host}{name}/guide/index.html")
        save(here, OFFICER)
        yield here, neighbour


def press(page: Page, key: str) -> None:
    page.locator(f'[data-key="{key}"]').click()


def save(page: Page, role: str) -> None:
    for key in (f"roll:{role}", f"kryss:{FIRST[role]}", "spara", "spara-ja"):
        press(page, key)


def heard(page: Page, other: Page) -> None:
    """Everything that the other tab has written has reached this one."""
    other.evaluate("() => { localStorage.removeItem('last'); localStorage.setItem('last', '1'); }")
    page.wait_for_function("window.last")
    page.evaluate("() => { window.last = false; }")


def test_a_site_does_not_show_what_its_neighbour_has_saved(tabs: tuple[Page, Page]) -> None:
    here, neighbour = tabs
    neighbour.reload()
    expect(neighbour.locator('[data-key="rubrik:vem"]')).to_be_visible()
    assert not neighbour.locator(".rg-keep, .rg-notice").count(), "nor says that anything lies there"
    here.reload()
    expect(here.locator('.rg-done [data-holds="bedom-laget"]')).to_have_count(1)


def test_a_site_neither_overwrites_nor_erases_what_its_neighbour_has_saved(tabs: tuple[Page, Page]) -> None:
    here, neighbour = tabs
    save(neighbour, EXPOSED)
    expect(neighbour.locator('[data-key="rubrik:sparat"]')).to_contain_text("Sparat till och med")
    here.reload()
    expect(here.locator(".rg-case .rg-you")).to_contain_text("Partiets säkerhetsansvarig")
    press(neighbour, "radera")
    press(neighbour, "radera-ja")
    expect(neighbour.locator('[data-key="rubrik:vem"]')).to_be_visible()
    here.reload()
    expect(here.locator('.rg-done [data-holds="bedom-laget"]')).to_have_count(1)
    neighbour.reload()
    expect(neighbour.locator('[data-key="rubrik:vem"]')).to_be_visible()


def test_a_site_is_not_told_of_what_its_neighbour_writes_and_erases(tabs: tuple[Page, Page]) -> None:
    here, neighbour = tabs
    save(neighbour, EXPOSED)
    press(neighbour, "radera")
    press(neighbour, "radera-ja")
    expect(neighbour.locator('[data-key="rubrik:vem"]')).to_be_visible()
    heard(here, neighbour)
    assert not here.locator(".rg-notice").count()
    press(here, "kryss:bedom-laget")
    assert not here.locator(".rg-notice").count(), "nor has anything come between"


def test_what_a_site_has_laid_aside_is_left_by_its_neighbour(tabs: tuple[Page, Page]) -> None:
    here, neighbour = tabs
    here.evaluate("() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, 'odd'); }")
    here.reload()
    expect(here.locator(".rg-notice")).to_contain_text("lagt åt sidan")
    before = here.evaluate("Object.entries(localStorage)")
    assert len(before) == 1
    neighbour.reload()
    assert not neighbour.locator(".rg-keep, .rg-notice").count()
    press(neighbour, f"roll:{EXPOSED}")
    press(neighbour, "radera")
    press(neighbour, "radera-ja")
    expect(neighbour.locator('[data-key="rubrik:vem"]')).to_be_visible()
    heard(here, neighbour)
    here.evaluate("() => localStorage.removeItem('last')")
    assert here.evaluate("Object.entries(localStorage)") == before


def test_every_spelling_of_the_guides_address_finds_the_same_case(tabs: tuple[Page, Page]) -> None:
    here, _ = tabs
    folder = here.url.removesuffix("index.html")
    spellings = [f"{folder}index.html?from=menu", f"{folder}index.html#beratta", f"{folder}../guide/index.html"]
    # A folder is no page where there is no server.
    for address in spellings if folder.startswith("file:") else [*spellings, folder, f"{folder}#beratta"]:
        here.goto("about:blank")
        here.goto(address)
        expect(here.locator(".rg-done [data-holds='bedom-laget']")).to_have_count(1)
