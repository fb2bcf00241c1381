"""Consequences of a change: changed pages, outdated sheets, saved cases.

A page is compared by the HTML of its macros and by its title, so that none has to be built; the texts in docs/ are the
same for both versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from routine.check import record as editions
from routine.check.record import Record, Sheet
from routine.model import wording
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.registry import LISTED, Given, around
from routine.pages.render import macros, render
from routine.pages.shell.shell import Shell
from routine.paper.imprint import imprinted
from routine.site.stubs import called

GONE = "försvinner"


class Affected(Struct, frozen=True):
    """A page that is affected, by title and address.

    `how` says how it differs, if it is new or gone.
    """

    title: str
    address: str
    how: str = ""


class Follows(Struct, frozen=True):
    """The consequences of a change.

    `pages` are the pages whose own content differs; `frame` tells whether the menu and footer around all of them do.
    `lost` are sheets that no longer hold, and `fresh` sheets that did not exist before. `kept` names the old words on
    sheets whose codes still hold. `unknown` are sheets of older editions whose codes are no longer recorded.
    `forgotten` names what saved cases lose. `until` is the last day of a withdrawn routine: after it no sheet
    holds.
    """

    pages: tuple[Affected, ...]
    frame: bool
    lost: tuple[Sheet, ...]
    fresh: tuple[Sheet, ...]
    kept: tuple[str, ...]
    unknown: Record
    forgotten: tuple[str, ...]
    until: date | None = None


def follows(old: Given, new: Given) -> Follows:
    """Return the consequences of a change between two versions."""
    names, before = {sheet.file for sheet in old.sheets}, {sheet.code for sheet in old.sheets}
    after = {sheet.code for sheet in new.sheets}
    return Follows(
        tuple(_pages(old, new)),
        _framed(old) != _framed(new),
        tuple(sheet for sheet in old.sheets if sheet.code not in after),
        tuple(sheet for sheet in new.sheets if sheet.file not in names and sheet.code not in before),
        tuple(_kept(old.routine, new.routine)),
        editions.lost(old.routine, old.record, new.record),
        tuple(_forgotten(old.routine, new.routine)),
        new.routine.withdrawn.until if new.routine.withdrawn else None,
    )


def _pages(old: Given, new: Given) -> Iterator[Affected]:
    before, after = _contents(old), _contents(new)
    for address in before | after:
        if address not in after:
            yield Affected(_title(old.routine, address), address, GONE)
        elif address not in before:
            yield Affected(_title(new.routine, address), address, "är ny")
        elif before[address] != after[address]:
            yield Affected(_title(new.routine, address), address)


def _contents(given: Given) -> dict[str, object]:
    """Return all content of each page, without the frame around every page."""
    macro, found = macros(given), dict[str, object]()
    for address, calls in called(given.routine).items():
        shell = _shell(given, address)
        html = [macro[name](*([role] if role else [])) for name, role in calls]
        # The page of prints states the size of each file, which is unknown until the files are made.
        printed = tuple(imprinted(given.routine, given.record)) if address == at.PRINT else ()
        found[address] = (shell.title, shell.description, html, printed)
    return found | {at.NOT_FOUND: render("not_found", _shell(given, at.NOT_FOUND), str)}


def _shell(given: Given, address: str) -> Shell:
    return around(given.routine, address, given.issue)


def _framed(given: Given) -> Shell:
    return replace(_shell(given, at.NOT_FOUND), title="", printed="", description="")


def _title(routine: Routine, address: str) -> str:
    """Return the heading of a page; for a role's own page, the role's name."""
    titles = {page.address: page.title for page in LISTED} | {at.NOT_FOUND: "Sidan för fel adress"}
    for role in routine.roles:
        titles[at.role(role.id)] = role.name
    return titles[address]


def _kept(old: Routine, new: Routine) -> Iterator[str]:
    """Yield the changed words that every sheet has and no code covers."""
    if old.organisation.name != new.organisation.name:
        yield "organisationens namn"
    if old.site.name != new.site.name:
        yield "webbplatsens namn"
    if old.source.date != new.source.date:
        yield "källans dag"


def _forgotten(old: Routine, new: Routine) -> Iterator[str]:
    """Yield the answers, steps and roles that a reader's saved case loses.

    A case is saved by ids, and loses those that have been removed.
    """
    yield from (f"svaret på ”{each.text}”" for each in _gone(old.questions, new.questions))
    yield from (f"det som är gjort i ”{each.text}”" for each in _gone(old.actions, new.actions))
    yield from (f"valet av rollen {wording.inside(each.name)}" for each in _gone(old.roles, new.roles))


def _gone(old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    ids = {item.id for item in new}
    return [item for item in old if item.id not in ids]
