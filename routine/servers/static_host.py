"""The file `_headers`, which lies among the site's own, for hosts that read one."""

from __future__ import annotations

from textwrap import wrap

from routine.servers.described import Described
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

WIDEST = 110


def static_host(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    return filled_in(
        "_headers",
        name=name,
        base=place.base,
        lies=_under(place) if place.bare else ["Lägg den överst i det som publiceras, bredvid index.html."],
        headers=[f"{each.name}: {each.value}" for each in described.headers],
        standalone=described.standalone.path,
        assets=described.caching.vendor,
        kept=[f"{described.caching.kept.name}: {described.caching.kept.value}"],
        choices=[f"{each.name}: {each.value}" for each in described.choices],
    )


def _under(place: Hosting) -> list[str]:
    """The rules are read at the top of what is published, and match addresses from there."""
    return wrap(
        f"Reglerna gäller adresser som börjar med {place.base}. Lägg filen överst i det som publiceras, där "
        f"webbplatsens filer ligger i {place.base.lstrip('/')}. Är det mappen site själv som publiceras ligger "
        "webbplatsen i roten, och inga regler gäller: skriv då den adressen efter site_url, och gör filen på nytt.",
        WIDEST,
        break_on_hyphens=False,
    )
