"""HTML rendered from views with templates, and the macros of the Markdown pages, one for each row of the registry.

There is one Jinja environment, and it escapes everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from routine.disk import THEME
from routine.model import numerals, wording
from routine.model.model import Routine
from routine.pages import addresses
from routine.pages.parts.reachable import other_ways, spoken, to_write
from routine.pages.registry import PAGES, Given, Page

TEMPLATES = sorted({file.parent for file in Path(__file__).parent.rglob("*.html")} - {THEME})
# Facts about the files that a page links to: kind, as `size` → file, as the template names it → text.
Made = Mapping[str, Mapping[str, str]]


def _finalize(value: object) -> object:
    """Write a line break in the data as a character reference.

    `render` removes the line breaks of the template.
    """
    if type(value) is str and "\n" in value:
        return escape(value).replace("\n", Markup("&#10;"))
    return value  # Jinja escapes it.


def _known(kind: str) -> Callable[[Context, str], str]:
    @jinja2.pass_context
    def known(context: Context, file: str) -> str:
        return Markup(context["made"].get(kind, {}).get(file, ""))

    return known


@jinja2.pass_context
def _folded(context: Context, html: str, how: str) -> str:
    return html if how in context["made"].get("folds", {}) else ""


# The code that compiled templates depend on: Jinja applies a filter to a constant when it compiles.
_CODE = sha256(b"".join(Path(file).read_bytes() for file in (__file__, wording.__file__, numerals.__file__)))
_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    bytecode_cache=jinja2.FileSystemBytecodeCache(pattern=f"rutin-{_CODE.hexdigest()[:12]}-%s"),
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
    "ours": wording.ours,
    "folded": _folded,
} | {kind: _known(kind) for kind in ("size", "measures", "code")}
_ENVIRONMENT.globals |= {"at": addresses, "wording": wording}
_ENVIRONMENT.globals |= {"other_ways": other_ways, "spoken": spoken, "to_write": to_write}


def render(template: str, view: object, links: Callable[[str], str], made: Made = MappingProxyType({})) -> str:
    """Render the template for a view, without blank lines.

    `links` turns an address into one relative to the page.
    """
    html = _ENVIRONMENT.get_template(f"{template}.html").render(view=view, url=links, made=made)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def heading(text: str) -> str:
    """Escape a text from the data for a Markdown heading.

    Every character that Markdown knows becomes a reference.
    """
    return re.sub(r"[^\w åäöÅÄÖ]", lambda match: f"&#{ord(match.group())};", text).replace("_", "&#95;")


Macro = Callable[..., str]


def headings(routine: Routine) -> dict[str, Macro]:
    """Return the macros for the words of a heading, by name.

    The words are a role's name, its name addressed to the person who has it, and the purpose of the routine.
    """
    return {
        "heading": lambda id: heading(routine.role(id).name),
        "easy_heading": lambda: heading(routine.plain.heading or "Kort och enkelt"),
        "start_heading": lambda: heading(routine.site.heading or routine.source.title),
        "own": lambda id: heading(routine.role(id).own or routine.role(id).name),
    }


def macros(given: Given, links: Callable[[str], str] = str, made: Made = MappingProxyType({})) -> dict[str, Macro]:
    """Return the macros for a page with these links, by name.

    Each returns HTML, or the words of a heading.
    """
    return headings(given.routine) | {page.name: _macro(page, given, links, made) for page in PAGES}


def _macro(page: Page, given: Given, links: Callable[[str], str], made: Made) -> Macro:
    """Make the macro of a row in the registry.

    The macro takes the role's id for a page that each role has. It returns an empty string where there is nothing to
    show.
    """

    def macro(*role: str) -> str:
        view = page.view(given, *role)
        return render(page.template or page.name, view, links, made) if view else ""

    return macro
