"""The file for nginx. Its headers stand twice, since a place that has one of its own inherits none, and either may be
moved without the other."""

from __future__ import annotations

from collections.abc import Iterable

from routine.servers.described import Described, Header
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

# The same for every site on a server: what it says follows from the answer. nginx takes no long names. Where two sites'
# files have them it takes those that it reads last, without a word: both say the same, but for files of two versions.
KEPT = "$rutin_cache"
POLICED = "$rutin_policy"
HTML = "text/html"  # Which nginx compresses and gives a charset by itself, and warns of when it is told to.


def nginx(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    return filled_in(
        "nginx.conf",
        name=name,
        host=place.written,
        named=place.host,
        listen=_listen(place, str(place.port)),
        listen_tls=_listen(place, f"{place.tls} ssl"),
        label=place.label,
        slug=place.slug,
        asked_at=place.asked,
        unknown=place.unknown,
        base=place.base,
        outside=["", "location / {  # Flyttas inte: fel adresser utanför webbplatsen.", "    return 404;", "}"]
        if place.bare
        else [],
        bare=_bare(place),
        folder=place.folder,
        logs=place.logs,
        index=described.index,
        missing=described.missing,
        headers=[
            f"add_header {described.policy.name} {POLICED} always;",
            *_headers(described.unchanging),
            f"add_header {described.caching.asked.name} {KEPT} always;",
        ],
        policed_name=POLICED,
        policy=described.policy.value,
        standalone=described.standalone.path.replace(".", r"\."),
        standalone_policy=described.standalone.header.value,
        kept_name=KEPT,
        asked=described.caching.asked.value,
        kept=described.caching.kept.value,
        assets=described.caching.folder,
        choices=_headers(described.choices),
        types=[f"{kind.mime} {kind.suffix};" for kind in described.kinds],
        charsets=" ".join(kind.mime for kind in described.kinds if kind.charset and kind.mime != HTML),
        packed=" ".join(kind.mime for kind in described.packed if kind.mime != HTML),
        packed_from=str(described.packed_from),
    )


def _listen(place: Hosting, port: str) -> list[str]:
    """Both kinds of addresses: who comes by the one that nobody listens to lands with another server, and in its log.
    An address in IPv6 is asked for by one of them alone."""
    both = [] if place.numbered else [f"listen {port};  # ÄNDRA: porten"]
    return [*both, f"listen [::]:{port};  # IPv6. ÄNDRA: porten, och ta bort raden där maskinen inte har IPv6"]


def _bare(place: Hosting) -> list[str]:
    """Where the last slash has been left out."""
    if not place.bare:
        return [""]
    lines = ["absolute_redirect off;", "server_tokens off;", "access_log off;", f"return 301 {place.base};"]
    return ["", f"location = {place.bare} {{", *(f"    {line}" for line in lines), "}", ""]


def _headers(headers: Iterable[Header]) -> list[str]:
    return [f'add_header {each.name} "{each.value}" always;' for each in headers]
