"""Which file an address of the site is, and what is written there."""

from __future__ import annotations

from pathlib import Path


def file_of(site: Path, address: str) -> Path:
    """Where what has this address of the site lies; for a page, its folder."""
    return site / address.strip("/")


def write(file: Path, data: bytes) -> None:
    """Write a file, in a folder that is made where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
