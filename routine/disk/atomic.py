"""Atomic writes of files.

A finished file replaces the old one, so that a full disk leaves the old one.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from shutil import copymode

REASONS = {
    errno.EACCES: "får inte läsas eller skrivas",
    errno.EPERM: "får inte läsas eller skrivas",
    errno.EROFS: "ligger på en disk som bara får läsas",
    errno.ENOSPC: "får inte plats: disken är full",
    errno.EDQUOT: "får inte plats: disken är full",
    errno.ENOENT: "finns inte",
    errno.ENOTDIR: "ligger i något som inte är en mapp",
    errno.EISDIR: "är en mapp och ingen fil",
}


def refusal(error: OSError) -> str:
    """Say in Swedish why the system refused a file."""
    return REASONS.get(error.errno or 0, f"går inte att läsa eller skriva ({error.strerror or error})")


def write_whole(file: Path, data: bytes) -> None:
    """Write one file atomically.

    Raises OSError, and then the file is as it was.
    """
    file = file.resolve()  # Replace the target of a link, not the link.
    new = file.with_name(f".{file.name}.ny")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.write_bytes(data)
        if file.exists():
            copymode(file, new)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file atomically. Raises OSError."""
    for file, data in files.items():
        write_whole(file, data)
