"""The site as MkDocs and Zensical see it: its settings, and one macro a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from routine.links import Links, Style
from routine.model import Routine
from routine.render import heading, render
from routine.views.about import about
from routine.views.checklist import checklist
from routine.views.contacts import contacts
from routine.views.editors import editors
from routine.views.flowchart import flowchart
from routine.views.guidance import guidance
from routine.views.guide import guide
from routine.views.index import index
from routine.views.matrix import matrix
from routine.views.role import role_page
from routine.views.start import start
from routine.views.timeline import timeline
from routine.views.whole import whole


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml decides. `shown` is the data file's name in messages; `base` the path that the site lives under."""

    data: Path
    shown: str
    docs: Path
    style: Style
    base: str


def settings(config: Mapping[str, Any]) -> Settings:
    """Read from a MkDocs or a Zensical configuration."""
    extra = config["extra"]
    root = Path(config["config_file_path"]).parent if config.get("config_file_path") else Path()
    data = root / extra["data"]
    return Settings(data, str(extra.get("shown") or extra["data"]), root / config["docs_dir"], cast(Style, extra["links"]), base_of(config.get("site_url")))


def base_of(address: str | None) -> str:
    """The path that a site lives under: `/rutin/` for `https://exempel.se/rutin`, `/` when no address is known."""
    return urlsplit(address or "").path.rstrip("/") + "/"


def macros(routine: Routine, style: Style) -> dict[str, Callable[..., str]]:
    """Name in the Markdown pages → function to HTML. Each knows the address of the page it belongs to."""

    def page(template: str, view: object, address: str) -> str:
        return render(template, view, Links(address, style))

    return {
        "heading": lambda id: heading(routine.role(id).name),
        "start": lambda: page("start", start(routine), "/"),
        "role": lambda id: page("role", role_page(routine, id), f"/roller/{id}/") + _flow(routine, id, style),
        "checklist": lambda id: page("checklist", checklist(routine, id), f"/checklistor/{id}/"),
        "flowchart": lambda: page("flowchart", flowchart(routine), "/flode/"),
        "matrix": lambda: page("matrix", matrix(routine), "/vem-gor-vad/"),
        "whole": lambda: page("whole", whole(routine), "/rutinen/"),
        "timeline": lambda: page("timeline", timeline(routine), "/tidslinje/"),
        "guide": lambda: page("guide", guide(routine), "/guide/"),
        "guidance": lambda: page("guidance", guidance(routine), "/vagledning/"),
        "contacts": lambda: page("contacts", contacts(routine), "/kontakter/"),
        "about": lambda: page("about", about(routine), "/om/"),
        "editors": lambda: page("editors", editors(), "/redigera/"),
        "index": lambda: page("index", index(routine), "/a-o/"),
    }


def _flow(routine: Routine, id: str, style: Style) -> str:
    """A role's own flowchart, under a heading; nothing for a role without steps."""
    view = flowchart(routine, id)
    return f'\n<h2 id="flode">Ditt flöde</h2>\n{render("flowchart", view, Links(f"/roller/{id}/", style))}' if view else ""
