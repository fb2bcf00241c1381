"""Private places for files with unpublished names.

Such a file may lie nowhere that is built, published or shared.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from routine.site.folder import MARK, FolderError

ALLOWED = "en plats utanför projektet, webbplatsen och det som delas med git"


def private(path: Path, what: str, project: Path) -> None:
    """Refuse a file or folder that would be published or shared.

    `what` is its kind in Swedish. Neither the path as written nor the path that its links lead to may pass through such
    a place. Raises FolderError.
    """
    for way in (_written(path), path.resolve()):
        for folder in (way, *way.parents):
            if found := _shared(folder, project):
                hint = "lägg det på en plats som bara ni som behöver namnen når."
                raise FolderError(path, f"N001 {what} ligger i {found}.", ALLOWED, hint)


def _written(path: Path) -> Path:
    """Return the absolute path, with `..` resolved and links kept."""
    parts: list[str] = []
    for part in path.absolute().parts:
        if part != "..":
            parts.append(part)
        elif len(parts) > 1:
            parts.pop()
    return Path(*parts)


def read(path: Path) -> bytes:
    """Read a file of unpublished names. Raises FolderError."""
    with suppress(OSError):
        if path.is_file():
            return path.read_bytes()
    fault = "N002 Filen finns inte eller går inte att läsa."
    raise FolderError(path, fault, "en fil", "kontrollera filens namn och plats.")


def _shared(folder: Path, project: Path) -> str:
    """Name in Swedish the kind of shared place the folder is, or nothing."""
    if not folder.exists():
        return ""
    if folder.samefile(project):
        return "projektet"
    if (folder / MARK).is_file():
        return "en byggd webbplats"
    return "en mapp som delas med git" if (folder / ".git").exists() else ""
