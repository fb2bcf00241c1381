"""Dead ends in the guide, where nothing can be done and nobody goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser

from audit.built import Site
from content.chromium import page_of, script
from content.faults import Fault
from content.seen import PHONE, SCREEN
from routine.pages import addresses as at
from routine.pages.links import file_of

MOST = 40_000  # Most states to try: our routine has some ten thousand.


def dead_ends(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield the first dead end of each role.

    The others have mostly the same cause.
    """
    name = file_of(at.GUIDE)
    with page_of(browser, PHONE, SCREEN) as page:
        page.goto((site.folder / name).as_uri())
        page.evaluate("rutin.opener.load()")
        said: dict[str, Any] = page.evaluate(script("dead-ends"), MOST)
    if said["tried"] >= MOST:
        yield Fault(name, f"Bara {MOST} av vägarna genom guiden är prövade.", "gå de andra själv.", advice=True)
    met: set[str] = set()
    for role, answers, done in said["found"]:
        if role not in met:
            met.add(role)
            yield Fault(
                name,
                f"{site.routine.role(role).name} kommer till ett slut där ingen gör något{_after(answers, done)}.",
                "ge rollen en åtgärd där, låt någon annan ta vid, eller skriv meanwhile i en öppen fråga.",
            )


def _after(answers: dict[str, str], done: list[str]) -> str:
    told = [*(f"{question}: {answer}" for question, answer in answers.items()), *(f"{id} är gjort" for id in done)]
    return f", efter {', '.join(told)}" if told else ""
