"""What a reader looks up is found: every role and every piece of guidance by its name, every word that is explained."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from audit.built import Site
from content.chromium import page_of, script
from content.faults import Fault
from content.seen import PHONE, SCREEN
from routine.html.links import file_of
from routine.views import addresses as at

FIRST = 5  # Hits that a reader looks at.


def not_found(site: Site, browser: Browser) -> Iterator[Fault]:
    """What is not among the first hits for its own name."""
    routine = site.routine
    names = (
        *(role.name for role in routine.roles),
        *(item.title for item in routine.guidance),
        *(term.word for term in routine.terms),
    )
    with page_of(browser, PHONE, SCREEN) as page:
        page.goto((site.folder / file_of(at.START)).as_uri())
        for name in page.evaluate(script("search"), [names, FIRST]):
            yield Fault(
                "Sökningen",
                f"”{name}” kommer inte bland de {FIRST} första träffarna.",
                "skriv namnet som på sin sida, och byt namn på det som står före.",
            )
