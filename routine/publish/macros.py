"""One macro for each row of the registry, as the Markdown pages call it:
from its view and template to a placeholder."""

from __future__ import annotations

from collections.abc import Callable

from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.deferred import deferred_html
from routine.html.render import heading, later, render
from routine.publish.pages import PAGES, Given, Page

Macro = Callable[..., str]


def macros(routine: Routine, record: Record) -> dict[str, Macro]:
    """Name in the Markdown pages → function to HTML. `heading` is a role's name, `own` that to who has it;
    `start_heading` says of the first page what the routine is for."""
    given = Given(routine, record)
    names: dict[str, Macro] = {
        "heading": lambda id: heading(routine.role(id).name),
        "start_heading": lambda: heading(routine.site.heading or routine.source.title),
        "own": lambda id: heading(routine.role(id).own or routine.role(id).name),
    }
    return names | {page.name: _macro(page, given) for page in PAGES}


def _macro(page: Page, given: Given) -> Macro:
    """Takes the role's id for a page that each role has. Empty where there is nothing to show."""

    def macro(*role: str) -> str:
        view = page.view(given, *role)
        return deferred_html(render(page.template or page.name, view, later)) if view else ""

    return macro
