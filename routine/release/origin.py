"""What a release was made of, and how somebody who has got it sees that it is that, and still is."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from msgspec import Struct

from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

ORIGIN = Path(__file__).parent / "templates/origin.md"
# The digest of a site as `om/status.json` has it, where its files are.
RECOUNT = (
    "find . -type f ! -path ./om/status.json -printf '%P\\n' |",
    "LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum",
)
KNOWN = """
Källan är `{commit}` i git. {where} Se att adressen
{address} står efter `site_url` i `mkdocs.yml`, och kör `make release`.
Jämför sedan filen `SHA256SUMS` inuti den packade filen: samma källa ger samma rader. Raden för `las-mig.md` blir en
annan om ni frågar efter ändringar sedan en annan version, eller har hämtat källan någon annanstans. Summan för den
packade filen kan skilja mellan två datorer, som packar olika hårt.
"""
UNKNOWN = """
Källan är inte känd: git fanns inte där utgivningen gjordes, eller så hade något ändrats som inte var sparat i git. Den
går därför inte att göra om. Be den som gav ut den att spara allt i git först.
"""


class ReleasedFrom(Struct, frozen=True):
    """`commit` is empty where git says none, and `address`, where others get it, where there is none that holds."""

    commit: str
    address: str = ""


def origin(name: str, digest: str, source: ReleasedFrom, place: Hosting) -> str:
    """Markdown. `name` is the release's, and `digest` the site's."""
    where = f"Hämta den från {source.address}." if source.address else "Fråga den som gav ut den hur ni hämtar den."
    known = KNOWN.format(commit=source.commit, where=where, address=place.address or "”” (ingen)")
    told = known if source.commit else UNKNOWN
    parent = str(PurePosixPath(place.folder).parent)
    return filled_in(ORIGIN, source=told.strip(), name=name, digest=digest, parent=parent, recount=[*RECOUNT]).strip()
