"""Every file of the kit, by its name, from the one description."""

from __future__ import annotations

from collections.abc import Callable

from routine.servers.apache import apache
from routine.servers.caddy import caddy
from routine.servers.described import DESCRIBED, Described
from routine.servers.hosting import Hosting
from routine.servers.iis import iis
from routine.servers.nginx import nginx
from routine.servers.read_me import read_me
from routine.servers.static_host import static_host

Writer = Callable[[Described, Hosting, str], str]
WRITERS: dict[str, Writer] = {
    "las-mig.txt": read_me,
    "nginx.conf": nginx,
    "apache.conf": apache,
    "Caddyfile": caddy,
    "web.config": iis,
    "_headers": static_host,
}


def kit(place: Hosting, name: str) -> dict[str, str]:
    """File name → its text, for a site of this name that lies there."""
    return {file: write(DESCRIBED, place, name) for file, write in WRITERS.items()}
