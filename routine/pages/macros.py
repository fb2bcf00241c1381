"""The macros of the Markdown pages, one for each row of the registry.

Each renders its view with its template.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from routine.model.model import Routine
from routine.pages.registry import PAGES, Given, Page
from routine.pages.render import Made, heading, render

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
