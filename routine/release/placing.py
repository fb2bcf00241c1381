"""How a version is put on a server, and taken back: the same the first time and every other."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

PLACING = Path(__file__).parent / "templates/placing.md"


def placing(name: str, place: Hosting) -> str:
    """Markdown. `name` is the release's; the server shows `place`'s folder, which is a link to a version's."""
    folder = PurePosixPath(place.folder)
    return filled_in(PLACING, name=name, folder=str(folder), parent=str(folder.parent), link=folder.name).strip()
