"""The file for IIS 10, which lies among the site's own. What a site may not decide there, the log, is told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import escape

from routine.servers.described import Described, FileKind, Header
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in


def iis(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's. Nothing but words hangs on the place: the file holds wherever its folder is served."""
    return filled_in(
        "web.config",
        name=re.sub("-(?=-)", "- ", escape(name)),
        slug=place.slug,
        index=described.index,
        missing=described.missing,
        headers=list(_headers([*described.headers, described.caching.asked])),
        replaced=described.caching.asked.name,
        kept=[_client_cache(described.caching.kept)],
        assets=described.caching.vendor.rstrip("/"),
        standalone=described.standalone.path,
        standalone_policy=list(_headers([described.standalone.header])),
        choices=list(_headers(described.choices)),
        types=[line for kind in described.kinds for line in _kind(kind)],
    )


def _headers(headers: Iterable[Header]) -> Iterator[str]:
    for each in headers:
        yield f'<remove name="{each.name}" />'
        yield f'<add name="{each.name}" value="{escape(each.value, quote=False)}" />'


def _client_cache(kept: Header) -> str:
    """What goes with files alone: a header among the others goes with the page for a wrong address too."""
    age = re.fullmatch(r"(.*), max-age=(\d+)", kept.value)
    assert age, kept.value
    days = timedelta(seconds=int(age[2])).days
    return (
        f'<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{days}.00:00:00" '
        f'cacheControlCustom="{age[1]}" />'
    )


def _kind(kind: FileKind) -> Iterator[str]:
    yield f'<remove fileExtension=".{kind.suffix}" />'
    yield f'<mimeMap fileExtension=".{kind.suffix}" mimeType="{kind.content_type}" />'
