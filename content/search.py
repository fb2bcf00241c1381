"""What a reader looks up is found: every role and every piece of guidance by its name, every word that is explained,
and what people in need of the routine write."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from audit.built import Site
from content.asked import Query, queries
from content.chromium import page_of, script
from content.faults import Fault
from content.seen import PHONE, SCREEN
from routine.html.links import file_of
from routine.views import addresses as at

FIRST = 5  # Hits that a reader looks at.
SOONEST = 3  # And one in a hurry.
ENOUGH = 0.95  # Of the queries, found among those.


def too_few(site: Site, browser: Browser) -> Iterator[Fault]:
    """Each query that is not answered among the first hits: a fault when they are too many, else advice."""
    kept = queries(site.data) if site.data else ()
    missed = tuple(_missed(site, browser, kept)) if kept else ()
    few = len(missed) > (1 - ENOUGH) * len(kept)
    for query, found in missed:
        led = f"Den visar {', '.join(found)}." if found else "Den visar inget."
        yield Fault(
            "Sökningen",
            f"”{query.q}” besvaras inte av de {SOONEST} första träffarna. {led}",
            "skriv ordet som sökord (also) på det som svarar, eller rätta frågan i filen med frågor.",
            advice=not few,
        )


def _missed(site: Site, browser: Browser, kept: tuple[Query, ...]) -> Iterator[tuple[Query, tuple[str, ...]]]:
    with page_of(browser, PHONE, SCREEN) as page:
        page.goto((site.folder / file_of(at.START)).as_uri())
        answers = page.evaluate(script("queries"), [[query.q for query in kept], SOONEST])
        for query, (hits, answered) in zip(kept, answers, strict=True):
            if not (any(map(query.answered_by, hits)) if query.want else not answered):
                yield query, tuple(hits)


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
