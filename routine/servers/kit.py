"""The files for web servers: templates with the policy and the place put in."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from routine.servers.hosting import Hosting
from routine.servers.policy import HEADER, POLICY

TEMPLATES = Path(__file__).parent / "templates"
FILES = ("las-mig.txt", "nginx.conf", "apache.conf", "Caddyfile", "web.config", "_headers")


def environment(folder: Path) -> Environment:
    """Read templates of plain text. Apache has `{%` of its own: a statement stands between `<%` and `%>`."""
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def kit(place: Hosting, name: str) -> dict[str, str]:
    """Give file name → text, for a site of this name that lies there."""
    read = environment(TEMPLATES)
    return {each: read.get_template(each).render(place=place, name=name, policy=HEADER, rules=POLICY) for each in FILES}
