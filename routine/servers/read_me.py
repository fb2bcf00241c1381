"""The text beside the files, for whoever puts the site on a server: what to do, what follows, what has not been run."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from routine.servers.described import Described, Header
from routine.servers.hosting import Hosting
from routine.servers.policy import POLICY
from routine.servers.templates import filled_in

WIDTH = 116
ASTRAY = (
    "Sidan för fel adress frågar efter stilmallar\nsom inte finns, eftersom adressen inte är känd: det är meningen."
)


def read_me(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    title = f"{name} på en webbserver".upper()
    return filled_in(
        "las-mig.txt",
        title=title,
        address=place.address or f"https://{place.written}{place.base}",
        heard=place.heard,
        https=["", *_over_https(place)] if place.secure else [],
        unknown=place.unknown,
        astray="" if place.known else ASTRAY,
        folder=place.folder,
        base=place.base,
        standalone=described.standalone.path,
        headers=list(_told(described.sent)),
        policy=[f"  {each} – {each.about}" for each in POLICY],
        choices=list(_told(described.choices)),
    )


def _over_https(place: Hosting) -> list[str]:
    return [
        "Raderna frågar utan https, så som filerna för nginx och Apache står. När ni har slagit på https där, eller",
        "när något annat tar emot https framför servern, frågar ni likadant efter",
        f"https://{place.asked}{place.base}",
        "Caddy slår på https själv, och svarar därför 308 på den första raden: fråga med https genast.",
    ]


def _told(headers: Iterable[Header]) -> Iterable[str]:
    for each in headers:
        about = f"{each.name}: {each.about}."
        yield from wrap(about, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
