"""The file for Apache 2.4."""

from __future__ import annotations

from collections.abc import Iterable

from routine.servers.described import Described, Header
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in

# A file that is there, and that was asked for with its version.
FOUND = "\"expr=%{REQUEST_STATUS} in {'200', '206', '304'} && %{QUERY_STRING} =~ /^v=[0-9a-f]+$/\""


def apache(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    return filled_in(
        "apache.conf",
        name=name,
        at=place.written if place.numbered else "*",
        named=_named(place),
        host=place.host,
        redirecting=[] if place.numbered else [f"ServerName {place.host}"],
        asked_at=place.asked,
        label=place.label,
        slug=place.slug,
        port=str(place.port),
        tls=str(place.tls),
        unknown=place.unknown,
        base=place.base,
        within=f"^{place.bare}(/|$)" if place.bare else "^/",
        bare=[f'RedirectMatch 301 "^{place.bare}$" "{place.base}"', ""] if place.bare else [""],
        folder=place.folder,
        logs=place.logs,
        index=described.index,
        missing=described.missing,
        types=[f'AddType "{kind.content_type}" .{kind.suffix}' for kind in described.kinds],
        headers=_headers([*described.headers, described.caching.asked]),
        kept=[f"{line} {FOUND}" for line in _headers([described.caching.kept])],
        assets=described.caching.folder,
        standalone=described.standalone.path,
        standalone_policy=_headers([described.standalone.header]),
        choices=_headers(described.choices),
        packed=" ".join(kind.mime for kind in described.packed),
    )


def _named(place: Hosting) -> list[str]:
    """Apache takes no address in IPv6 for a name: what is asked there is found by where it came."""
    if place.numbered:
        return ["# ÄNDRA: numret på raden ovan. Apache tar inget nummer i IPv6 efter ServerName."]
    https = [f"ServerName https://{place.host}:{place.tls}", "UseCanonicalName On"]
    if place.known and place.secure:
        return [
            "# ÄNDRA: värdens namn. Med https här leder en äldre Apache dit, också bakom en proxy som tar emot https.",
            f"# Utan https än: skriv  ServerName {place.host}  i stället. Annars leder den dit i förtid.",
            *https,
        ]
    return [
        "# ÄNDRA: värdens namn. Når läsaren er med https, gör så här: annars leder en äldre Apache till http.",
        *(f"#   {line}" for line in https),
        f"ServerName {place.host}",
    ]


def _headers(headers: Iterable[Header]) -> list[str]:
    return [f'Header always set {each.name} "{each.value}"' for each in headers]
