"""What a reader looks up is found: every role and every piece of guidance by its name, every word that is explained,
and what people in need of the routine write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml
from playwright.sync_api import Browser

from audit.built import Site
from content.chromium import page_of, script
from content.faults import Fault
from content.seen import PHONE, SCREEN
from routine.html.links import file_of
from routine.views import addresses as at

FIRST = 5  # Hits that a reader looks at.
SOONEST = 3  # And one in a hurry.
ENOUGH = 0.95  # Of the queries, found among those.


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody writes, and the places that answer it: a page's address is also that of each of its parts. Without
    any, the site does not answer it, and must not say that it does."""

    q: str
    want: tuple[str, ...] = ()

    def answered_by(self, href: str) -> bool:
        """Whether a hit that leads there is an answer."""
        place = href.replace("index.html", "", 1)
        return any(place == each or ("#" not in each and place.partition("#")[0] == each) for each in self._wanted())

    def _wanted(self) -> Iterator[str]:
        return (each.removeprefix("./") for each in self.want)


def queries(data: Path) -> tuple[Query, ...]:
    """Those kept beside the routine, if any: `routine.queries.yaml` beside `routine.yaml`."""
    file = data.with_suffix(".queries.yaml")
    if not file.is_file():
        return ()
    kept = cast(list[dict[str, object]], yaml.safe_load(file.read_text(encoding="utf-8")))
    return tuple(Query(str(each["q"]), tuple(cast(list[str], each.get("want") or []))) for each in kept)


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
