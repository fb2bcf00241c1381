"""What follows from a change: the pages that are not as they were, the sheets that no longer hold, the saved cases.

Pages are compared by what they are made of, their views and what surrounds them, so that none has to be built: a page
whose views are equal is equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from routine.domain import wording
from routine.domain.model import Action, Question, Role, Routine
from routine.editions.record import Sheet
from routine.print.imprint import imprinted, sheets
from routine.publish.pages import LISTED, PAGES, Given, first_of, scripts_of, styles_of
from routine.views import addresses as at
from routine.views.shell import Shell, shell

# Address → the macros that the page calls, with the role that it calls them for, if any.
Calls = Mapping[str, tuple[tuple[str, str], ...]]
Kept = TypeVar("Kept", Action, Question, Role)
VIEWS = {page.name: page.view for page in PAGES}
# What is around every page, and what it is called.
FRAME = {
    "site": "webbplatsens namn, eller dit Lämna sidan leder",
    "roles": "menyn",
    "checklists": "menyn",
    "emergency": "nödnumren",
    "edition": "utgåvan",
    "date": "utgåvan",
    "source_date": "källans datum",
    "organisation": "kommunens namn",
    "named_by_us": "kommunens namn",
    "edit": "länken Ändra innehållet",
    "marked": "vad ≈ tolkning betyder",
}


@dataclass(frozen=True, slots=True)
class Affected:
    """A page by its title and address; `how` it differs."""

    title: str
    address: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Follows:
    """`frame` names what differs around every page; `pages` are those that differ by themselves. `lost` are sheets that
    no longer hold, `fresh` those that there were none of. `forgotten` is what saved cases lose."""

    pages: tuple[Affected, ...]
    frame: tuple[str, ...]
    lost: tuple[Sheet, ...]
    fresh: tuple[Sheet, ...]
    forgotten: tuple[str, ...]


def follows(old: Given, new: Given, calls: tuple[Calls, Calls]) -> Follows:
    """What the change from one to the other leads to, the pages' own texts being the same."""
    before, after = sheets(old.routine), sheets(new.routine)
    earlier, codes = {sheet.code for sheet in before}, {sheet.code for sheet in after}
    files = {sheet.file for sheet in before}
    return Follows(
        tuple(_pages(old, new, *calls)),
        frame(old.routine, new.routine),
        tuple(sheet for sheet in before if sheet.code not in codes),
        tuple(sheet for sheet in after if sheet.file not in files and sheet.code not in earlier),
        tuple(forgotten(old.routine, new.routine)),
    )


def _pages(old: Given, new: Given, before: Calls, after: Calls) -> Iterator[Affected]:
    for address in (*before, *(each for each in after if each not in before)):
        title = _title(new if address in after else old, address)
        if address not in after:
            yield Affected(title, address, "försvinner")
        elif address not in before:
            yield Affected(title, address, "är ny")
        elif _made_of(old, address, before[address]) != _made_of(new, address, after[address]):
            yield Affected(title, address)


def _made_of(given: Given, address: str, calls: tuple[tuple[str, str], ...]) -> tuple[object, ...]:
    """All that the page says but what every page has around it."""
    around = _shell(given.routine, address)
    views = tuple(_view(given, name, role) for name, role in calls)
    # The page of prints says how large each file is, which nobody knows before they are made.
    printed = tuple(imprinted(given.routine, given.record)) if address == at.BOOKLET else ()
    return around.title, around.description, views, printed


def _view(given: Given, name: str, role: str) -> object:
    if name in VIEWS:
        return VIEWS[name](given, *([role] if role else []))
    called = given.routine.role(role)
    return called.name if name == "heading" else called.own or called.name


def _shell(routine: Routine, address: str) -> Shell:
    return shell(routine, address, LISTED, scripts_of(address), styles_of(address), first_of(address))


def frame(old: Routine, new: Routine) -> tuple[str, ...]:
    """What differs around every page alike, each thing once."""
    before, after = (replace(_shell(routine, at.NOT_FOUND), title="", description="") for routine in (old, new))
    names = [each.name for each in fields(Shell) if getattr(before, each.name) != getattr(after, each.name)]
    return tuple(dict.fromkeys(FRAME[name] for name in names))


def _title(given: Given, address: str) -> str:
    """By the heading of the page; for a role's own page the role's name."""
    listed = {page.address: page.title for page in LISTED}
    for role in given.routine.roles:
        listed[at.role(role.id)] = role.name
        listed[at.checklist(role.id)] = f"Checklista, {wording.inside(role.name)}"
    return listed[address]


def forgotten(old: Routine, new: Routine) -> Iterator[str]:
    """What a case that a reader has saved loses, for it is kept by ids that are no longer there."""
    yield from (f"svaret på ”{each.text}”" for each in _gone(old.questions, new.questions))
    yield from (f"det som är gjort i ”{each.text}”" for each in _gone(old.actions, new.actions))
    yield from (f"valet av rollen {wording.inside(each.name)}" for each in _gone(old.roles, new.roles))


def _gone(old: Iterable[Kept], new: Iterable[Kept]) -> list[Kept]:
    ids = {item.id for item in new}
    return [item for item in old if item.id not in ids]
