"""View and template to HTML. One Jinja environment, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from routine.domain import numerals, wording
from routine.html.compiled import Compiled
from routine.html.deferred import deferred, deferred_html_of
from routine.views import addresses

TEMPLATES = Path(__file__).parent / "templates"


def _finalize(value: object) -> object:
    """A line break in the data becomes a reference, so that Markdown never sees it as the end of its block."""
    if type(value) is str and "\n" in value:
        return escape(value).replace("\n", Markup("&#10;"))
    return value  # Jinja escapes it.


def _path(points: Sequence[tuple[int, int]]) -> str:
    """Corners as SVG path data: `M1 2V9H4`, a letter and one number for a piece that is upright or level."""
    x, y = points[0]
    parts = [f"M{x} {y}"]
    for to in points[1:]:
        parts.append(f"V{to[1]}" if to[0] == x else f"H{to[0]}" if to[1] == y else f"L{to[0]} {to[1]}")
        x, y = to
    return "".join(parts)


_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    bytecode_cache=Compiled(
        TEMPLATES / "__pycache__", *(Path(file).read_bytes() for file in (__file__, wording.__file__))
    ),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    finalize=_finalize,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {
    "capital": wording.capital,
    "inside": wording.inside,
    "dial": wording.dial,
    "long_date": wording.long_date,
    "series": wording.series,
    "together": wording.together,
    "count": wording.count,
    "ranged": numerals.ranged,
    "followed": wording.followed,
    "path": _path,
    "ours": wording.ours,
    "size": lambda address: Markup(deferred("size", address)),
    "measures": lambda address: Markup(deferred("measures", address)),
    "code": lambda file: Markup(deferred("code", file)),
    "folded": lambda html, how: Markup(deferred_html_of(how, html)),
}
_ENVIRONMENT.globals |= {"at": addresses, "wording": wording}


def later(address: str) -> str:
    """A link whose page is not known yet."""
    return Markup(deferred("address", address))


def render(template: str, view: object, links: Callable[[str], str]) -> str:
    """The template's HTML for a view, as one block without blank lines, which Markdown leaves alone."""
    html = _ENVIRONMENT.get_template(f"{template}.html").render(view=view, url=links)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def heading(text: str) -> str:
    """A text from the data as the words of a Markdown heading:
    every character that Markdown knows becomes a reference."""
    return re.sub(r"[^\w åäöÅÄÖ]", lambda match: f"&#{ord(match.group())};", text).replace("_", "&#95;")
