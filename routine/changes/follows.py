"""Consequences of a change: changed pages, outdated sheets, saved cases.

A page is compared by the HTML of its macros and by its title, so that none has to be built; the texts in docs/ are the
same for both versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from routine.changes.again import again
from routine.changes.lines import Line
from routine.check import record as editions
from routine.check.record import Record, Sheet
from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.pages import addresses as at
from routine.pages.macros import Macro, macros
from routine.pages.registry import LISTED, Given, around
from routine.pages.render import render
from routine.pages.shell.shell import Shell
from routine.paper.imprint import imprinted, issue_of_all, sheets

# Address → the macros that the page calls, with the role that it calls them for, if any.
Calls = Mapping[str, tuple[tuple[str, str], ...]]
Kept = TypeVar("Kept", Action, Question, Role)
# Parts of the frame around every page → their names in a report.
FRAME = {
    "site": "webbplatsens namn, eller dit Lämna sidan leder",
    "roles": "menyn",
    "checklists": "menyn",
    "pages": "menyn",
    "foot": "sidfoten",
    "emergency": "nödnumren",
    "withdrawn": "om rutinen gäller",
    "issue": "vilken utgåva texten hör till",
    "source_date": "källans datum",
    "organisation": "organisationens namn",
    "named_by_us": "organisationens namn",
    "whose": "vems orden och rubrikerna är",
    "ordered": "om källans ordning är en turordning",
    "edit": "länken Ändra innehållet",
    "marked": "vad ≈ tolkning betyder",
}


class Affected(Struct, frozen=True):
    """A page that is affected, by title and address.

    `how` says how it differs, if it is new or gone.
    """

    title: str
    address: str
    how: str = ""
    gone: bool = False


class Follows(Struct, frozen=True):
    """The consequences of a change.

    `pages` are those that differ in themselves, and `frame` names the differences around every page. `lost` are sheets
    that no longer hold, and `fresh` sheets that did not exist before. `unknown` are sheets of older editions whose
    codes are no longer recorded. `forgotten` is what saved cases lose, and `again` what should be read again. `until`
    is the last day of a withdrawn routine: after it no sheet holds, whatever it says.
    """

    pages: tuple[Affected, ...]
    frame: tuple[str, ...]
    lost: tuple[Sheet, ...]
    fresh: tuple[Sheet, ...]
    unknown: Record
    forgotten: tuple[str, ...]
    again: tuple[Line, ...]
    until: date | None = None


def follows(old: Given, new: Given, calls: tuple[Calls, Calls]) -> Follows:
    """Return the consequences of a change between two versions.

    The pages' own texts are taken to be the same.
    """
    return Follows(
        tuple(_pages(old, new, *calls)),
        frame(old, new),
        lost(old.routine, new.routine),
        fresh(old.routine, new.routine),
        editions.lost(old.routine, old.record, new.record),
        tuple(forgotten(old.routine, new.routine)),
        again(old.routine, new.routine),
        new.routine.withdrawn.until if new.routine.withdrawn else None,
    )


def lost(old: Routine, new: Routine) -> tuple[Sheet, ...]:
    """Return the old sheets whose content no new sheet has."""
    codes = {sheet.code for sheet in sheets(new)}
    return tuple(sheet for sheet in sheets(old) if sheet.code not in codes)


def fresh(old: Routine, new: Routine) -> tuple[Sheet, ...]:
    """Return the new sheets that have neither an old name nor an old code."""
    files, codes = ({getattr(sheet, name) for sheet in sheets(old)} for name in ("file", "code"))
    return tuple(sheet for sheet in sheets(new) if sheet.file not in files and sheet.code not in codes)


def _pages(old: Given, new: Given, before: Calls, after: Calls) -> Iterator[Affected]:
    had, has = macros(old), macros(new)
    for address in (*before, *(each for each in after if each not in before)):
        title = _title((new if address in after else old).routine, address)
        if address not in after:
            yield Affected(title, address, "försvinner", gone=True)
        elif address not in before:
            yield Affected(title, address, "är ny")
        elif _said(old, had, address, before[address]) != _said(new, has, address, after[address]):
            yield Affected(title, address)
    if _not_found(old) != _not_found(new):
        yield Affected(_title(new.routine, at.NOT_FOUND), at.NOT_FOUND)


def _said(given: Given, macro: Mapping[str, Macro], address: str, calls: tuple[tuple[str, str], ...]) -> object:
    """Return all content of a page, without the frame around every page."""
    around = _shell(given, address)
    html = [macro[name](*([role] if role else [])) for name, role in calls]
    # The page of prints states the size of each file, which is unknown until the files are made.
    printed = tuple(imprinted(given.routine, given.record)) if address == at.BOOKLET else ()
    return around.title, around.description, html, printed


def _not_found(given: Given) -> str:
    return render("not_found", _shell(given, at.NOT_FOUND), str)


def _shell(given: Given, address: str) -> Shell:
    return around(given.routine, address, issue_of_all(given.routine, given.record))


def frame(old: Given, new: Given) -> tuple[str, ...]:
    """Return the names of differences around every page, each once."""
    before, after = (replace(_shell(given, at.NOT_FOUND), title="", printed="", description="") for given in (old, new))
    names = [name for name in Shell.__struct_fields__ if getattr(before, name) != getattr(after, name)]
    return tuple(dict.fromkeys(FRAME[name] for name in names))


def _title(routine: Routine, address: str) -> str:
    """Return the heading of a page; for a role's own page, the role's name."""
    titles = {page.address: page.title for page in LISTED} | {at.NOT_FOUND: "Sidan för fel adress"}
    for role in routine.roles:
        titles[at.role(role.id)] = role.name
        titles[at.checklist(role.id)] = f"Checklista, {wording.inside(role.name)}"
        titles[at.prints(role.id)] = f"Utskrifter, {wording.inside(role.name)}"
    return titles[address]


def forgotten(old: Routine, new: Routine) -> Iterator[str]:
    """Yield what a reader's saved case loses.

    A case is saved by ids, and loses those that have been removed.
    """
    yield from (f"svaret på ”{each.text}”" for each in _gone(old.questions, new.questions))
    yield from (f"det som är gjort i ”{each.text}”" for each in _gone(old.actions, new.actions))
    yield from (f"valet av rollen {wording.inside(each.name)}" for each in _gone(old.roles, new.roles))


def _gone(old: Iterable[Kept], new: Iterable[Kept]) -> list[Kept]:
    ids = {item.id for item in new}
    return [item for item in old if item.id not in ids]
