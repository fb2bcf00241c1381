"""The site as MkDocs and Zensical see it: its settings, and one macro a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.links import Style, later
from routine.html.passthrough import carried
from routine.html.render import heading, render
from routine.print.imprint import sheets
from routine.views.about import about
from routine.views.accessibility import accessibility
from routine.views.booklet import booklet
from routine.views.checklist import checklist
from routine.views.contacts import contacts
from routine.views.easy import easy
from routine.views.editors import editors
from routine.views.flowchart import flowchart
from routine.views.guidance import guidance
from routine.views.guide import guide
from routine.views.index import index
from routine.views.matrix import matrix
from routine.views.privacy import privacy
from routine.views.role import role_page
from routine.views.start import start
from routine.views.timeline import timeline
from routine.views.validity import validity
from routine.views.whole import whole
from routine.views.words import words


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml decides. `shown` is the data file's name in messages; `base` the path that the site lives under; `address` the whole, or empty."""

    data: Path
    shown: str
    docs: Path
    style: Style
    base: str
    address: str


def settings(config: Mapping[str, Any]) -> Settings:
    """Read from a MkDocs or a Zensical configuration."""
    extra = config["extra"]
    root = Path(config["config_file_path"]).parent if config.get("config_file_path") else Path()
    data = root / extra["data"]
    address = config.get("site_url") or ""
    base, style = base_of(address), cast(Style, extra["links"])
    if urlsplit(address).netloc == str(config.get("dev_addr", "")):
        address = ""  # A preview: nobody else reaches it, so no sheet may lead there.
    return Settings(data, str(extra.get("shown") or extra["data"]), root / config["docs_dir"], style, base, address)


def base_of(address: str) -> str:
    """The path that a site lives under: `/rutin/` for `https://exempel.se/rutin`, `/` when no address is known."""
    return urlsplit(address).path.rstrip("/") + "/"


def macros(routine: Routine, record: Record) -> dict[str, Callable[..., str]]:
    """Name in the Markdown pages → function to HTML."""
    return {
        "heading": lambda id: heading(routine.role(id).name),
        "start": lambda: _page("start", start(routine)),
        "role": lambda id: _page("role", role_page(routine, id)) + _flow(routine, id),
        "checklist": lambda id: _page("checklist", checklist(routine, id)),
        "flowchart": lambda: _page("flowchart", flowchart(routine)),
        "matrix": lambda: _page("matrix", matrix(routine)),
        "whole": lambda: _page("whole", whole(routine)),
        "timeline": lambda: _page("timeline", timeline(routine)),
        "booklet": lambda: _page("booklet", booklet(routine)),
        "validity": lambda: _page("validity", validity(routine, record, sheets(routine))),
        "guide": lambda: _page("guide", guide(routine)),
        "guidance": lambda: _page("guidance", guidance(routine)),
        "contacts": lambda: _page("contacts", contacts(routine)),
        "accessibility": lambda: _page("accessibility", accessibility(routine)),
        "privacy": lambda: _page("privacy", privacy(routine)),
        "about": lambda: _page("about", about(routine)),
        "words": lambda: _page("words", words(routine)),
        "easy": lambda: _page("easy", easy(routine)),
        "editors": lambda: _page("editors", editors()),
        "index": lambda: _page("index", index(routine)),
    }


def _page(template: str, view: object) -> str:
    return carried(render(template, view, later))


def _flow(routine: Routine, id: str) -> str:
    """A role's own flowchart, under a heading; nothing for a role without steps."""
    view = flowchart(routine, id)
    return carried('\n<h2 id="_flode">Ditt flöde</h2>\n') + _page("flowchart", view) if view else ""
