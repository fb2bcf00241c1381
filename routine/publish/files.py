"""Which file an address of the site is, and what is written there."""

from __future__ import annotations

from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]  # The package, which brings all that a site is made with.
ASSETS, THEME = ENGINE / "assets", ENGINE / "theme"


def file_of(site: Path, address: str) -> Path:
    """Where what has this address of the site lies; for a page, its folder."""
    return site / address.strip("/")


def write(file: Path, said: str | bytes) -> None:
    """What it is to say, in a folder that is made where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Not as a text, whose lines a system breaks in its own way.
    file.write_bytes(said.encode() if isinstance(said, str) else said)
