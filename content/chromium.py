"""The browser in which pages are looked at, and what is asked of them there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

# The first that is there; the shell is the same Chromium without windows, and takes a third less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Letters are as wide as on a phone: without a window Chromium else rounds each to a whole pixel.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]


class BrowserError(Exception):
    """There is no browser."""


def found() -> str:
    """Where it is. Raises BrowserError."""
    asked = os.environ.get("CHROMIUM")
    path = next((path for name in ((asked,) if asked else NAMES) if (path := shutil.which(name))), None)
    if not path:
        raise BrowserError("Chromium saknas.\n    Gör så här: kör make content, som installerar det.")
    return path


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser; CHROMIUM names another than the first that is there. Raises BrowserError."""
    path = found()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def page_of(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """A page with nothing left from others, in which nothing moves."""
    view: ViewportSize = {"width": width, "height": height}
    # What looks at a page may put a script into it.
    context = browser.new_context(viewport=view, reduced_motion="reduce", locale="sv-SE", bypass_csp=True)
    try:
        yield context.new_page()
    finally:
        context.close()


def script(name: str) -> str:
    """A script that is run in a page, by its name in this folder."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
