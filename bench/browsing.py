"""How a browser's page is slowed to a phone's, and what is run in it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SLOWED = 4  # Times: as slow as a cheap phone.


def slowed(page: Page) -> None:
    """Its processor, from now on."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def script(name: str) -> str:
    """A script that is run in a page, by its name in this folder."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
