"""One macro for each row of the registry, as the Markdown pages call it: from its view and template to HTML."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.render import Made, heading, render
from routine.publish.pages import PAGES, Given, Page

Macro = Callable[..., str]


def headings(routine: Routine) -> dict[str, Macro]:
    """Name → function to the words of a heading: a role's name, that to who has it, and what the routine is for."""
    return {
        "heading": lambda id: heading(routine.role(id).name),
        "start_heading": lambda: heading(routine.site.heading or routine.source.title),
        "own": lambda id: heading(routine.role(id).own or routine.role(id).name),
    }


def macros(
    routine: Routine, record: Record, links: Callable[[str], str] = str, made: Made = MappingProxyType({})
) -> dict[str, Macro]:
    """Name in the Markdown pages → function to HTML, for a page with these links."""
    given = Given(routine, record)
    return headings(routine) | {page.name: _macro(page, given, links, made) for page in PAGES}


def _macro(page: Page, given: Given, links: Callable[[str], str], made: Made) -> Macro:
    """Takes the role's id for a page that each role has. Empty where there is nothing to show."""

    def macro(*role: str) -> str:
        view = page.view(given, *role)
        return render(page.template or page.name, view, links, made) if view else ""

    return macro
