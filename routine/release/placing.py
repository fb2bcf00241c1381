"""How a version is put on a server, and taken back: the same the first time and every other."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

COMPARE = (
    "Har ni en version sedan förut, se om filerna till webbservern är andra. Skriv den versionens namn i stället för",
    "FÖRRA. Inget svar betyder att servern inte behöver ställas om:",
)
PLACING = Path(__file__).parent / "templates/placing.md"


def placing(name: str, place: Hosting, *, compared: bool) -> str:
    """Markdown. `name` is the release's; the server shows `place`'s folder, which is a link to a version's. The files
    for servers may be `compared` with those of the version before."""
    folder = PurePosixPath(place.folder)
    return filled_in(
        PLACING,
        name=name,
        folder=str(folder),
        parent=str(folder.parent),
        link=folder.name,
        slug=place.slug,
        heard=place.heard,
        compare=["", *COMPARE, "", f"    diff -r FÖRRA/kit {name}/kit"] if compared else [],
    ).strip()
