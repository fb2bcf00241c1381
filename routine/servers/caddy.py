"""The file for Caddy 2. The kinds of files are told by suffix: what Caddy knows of them hangs on the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routine.servers.described import Described, FileKind, Header
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in


def caddy(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    return filled_in(
        "Caddyfile",
        name=name,
        unknown=place.unknown,
        site=place.asked if place.secure and place.port == 80 else f"http://{place.written}:{place.port}",
        own=_own_certificate(place) if place.secure and place.port == 80 else [],
        base=place.base,
        label=place.label,
        slug=place.slug,
        moved=f"handle {place.bare} och handle_path" if place.bare else "handle_path",
        bare=_bare(described, place) if place.bare else [],
        folder=place.folder,
        logs=place.logs,
        index=described.index,
        missing=described.missing,
        types=[line for kind in described.kinds if kind.suffix != "html" for line in _kind(kind)],
        headers=_headers(described.unchanging),
        policy=_headers([described.policy]),
        standalone=described.standalone.path,
        standalone_policy=_headers([described.standalone.header]),
        asked=_headers([described.caching.asked]),
        kept=_headers([described.caching.kept]),
        assets=described.caching.folder,
        choices=_headers(described.choices),
        packed=[f"header Content-Type {kind.mime}*" for kind in described.packed],
        packed_from=str(described.packed_from),
    )


def _own_certificate(place: Hosting) -> list[str]:
    """Caddy gets one only for a host that is reached from the internet."""
    return [
        "# ÄNDRA: med ett eget certifikat, som när värden inte nås från internet, ta bort # framför tls och skriv var",
        "# det ligger, med dem som det vilar på, och sedan nyckeln. Användaren caddy ska få läsa båda filerna.",
        f"# tls /etc/ssl/certs/{place.host}.pem /etc/ssl/private/{place.host}.key",
    ]


def _bare(described: Described, place: Hosting) -> list[str]:
    """Where the last slash has been left out."""
    sent = _headers([described.policy, described.caching.asked])
    inside = [f"import {place.label}", *(f"header {each}" for each in sent), f"redir * {place.base} permanent"]
    return [f"handle {place.bare} {{", *(f"\t{each}" for each in inside), "}"]


def _kind(kind: FileKind) -> Iterator[str]:
    yield f"@{kind.suffix} path *.{kind.suffix}"
    yield f'header @{kind.suffix} Content-Type "{kind.content_type}"'


def _headers(headers: Iterable[Header]) -> list[str]:
    return [f'{each.name} "{each.value}"' for each in headers]
