"""A site that has just been made, free to be changed, and one as an older version left it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from routine.new.lay import lay
from routine.new.manifest import NAME, Manifest, digest, manifest_of
from routine.new.templates import Body

NORDVIK = Body("Nordviks skola", "skola", date(2026, 11, 27))


def laid(folder: Path) -> Path:
    """The site of a school."""
    lay(NORDVIK, folder)
    return folder


def older(folder: Path, changed: dict[str, bytes], form: int = 1) -> Path:
    """The same, as if its version had had these files of the engine, and its data that form."""
    site = laid(folder)
    now = manifest_of(site)
    for path, data in changed.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    files = dict(now.files) | {path: digest(path, data) for path, data in changed.items()}
    (site / NAME).write_bytes(Manifest("0.1.0", form, files).text())
    return site


def contents(folder: Path) -> dict[str, bytes]:
    """Path → content of every file, without what Python leaves."""
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
