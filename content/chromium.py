"""The browser in which pages are checked, and the scripts run in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

# The first that is found is used; the shell is Chromium without windows, and takes a third less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Makes letters as wide as on a phone: without a window Chromium otherwise rounds each to a whole pixel.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]

PHONE, NARROW, SCREEN = 360, 320, 760  # px: a common phone, the narrowest that is promised, and its height.


class BrowserError(Exception):
    """The error that no browser is installed."""


def found() -> str:
    """Return the path of the browser.

    Raises BrowserError.
    """
    asked = os.environ.get("CHROMIUM")
    path = next((path for name in ((asked,) if asked else NAMES) if (path := shutil.which(name))), None)
    if not path:
        raise BrowserError("Chromium saknas.\n    Gör så här: kör make content, som installerar det.")
    return path


@contextmanager
def opened() -> Iterator[Browser]:
    """Open a browser until the block ends.

    CHROMIUM names one to use instead of the first that is found.

    Raises BrowserError.
    """
    path = found()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def page_of(browser: Browser, width: int) -> Iterator[Page]:
    """Open a page with nothing left from others, in which nothing moves."""
    view: ViewportSize = {"width": width, "height": SCREEN}
    # A check may put a script into the page.
    context = browser.new_context(viewport=view, reduced_motion="reduce", locale="sv-SE", bypass_csp=True)
    try:
        yield context.new_page()
    finally:
        context.close()


def script(name: str) -> str:
    """Return the text of a script that is run in a page.

    It is found by its name in this folder.
    """
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
