"""The files for web servers: templates with the policy and the place."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from routine.deliver.hosting import Hosting
from routine.site.policy import HEADER, POLICY

TEMPLATES = Path(__file__).parent / "servers"
FILES = ("las-mig.txt", "nginx.conf", "apache.conf", "Caddyfile", "web.config", "_headers")


def environment(folder: Path) -> Environment:
    """Make a template environment for plain text.

    Apache has `{%` of its own, so a statement stands between `<%` and `%>`.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def kit(place: Hosting, name: str) -> dict[str, str]:
    """Render the files for a site of this name: file name → text."""
    read = environment(TEMPLATES)
    return {each: read.get_template(each).render(place=place, name=name, policy=HEADER, rules=POLICY) for each in FILES}
