"""The file `_headers`, which lies among the site's own, for hosts that read one."""

from __future__ import annotations

from routine.servers.described import Described
from routine.servers.hosting import Hosting
from routine.servers.templates import filled_in


def static_host(described: Described, place: Hosting, name: str) -> str:
    """`name` is the site's."""
    return filled_in(
        "_headers",
        name=name,
        base=place.base,
        headers=[f"{each.name}: {each.value}" for each in described.headers],
        choices=[f"{each.name}: {each.value}" for each in described.choices],
    )
