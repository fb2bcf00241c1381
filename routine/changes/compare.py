"""Differences between two routines, in the order of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from routine.changes import walk
from routine.changes.difference import Difference, Topic
from routine.changes.known import Known
from routine.changes.matching import matched
from routine.changes.renamed import followed, renamed
from routine.changes.sentences import LISTS, PARTS, WORD_LISTS, Sentence
from routine.changes.walk import Setting
from routine.model.model import Routine
from routine.pages import addresses as at

# Field of the routine → the address where an item, or the part, is read on the site.
PLACES: dict[str, Callable[[Any], str]] = {
    "situations": lambda _: at.START,
    "roles": lambda role: at.role(role.id),
    "sections": lambda section: at.section(section.id),
    "questions": lambda question: at.guide(question.id),
    "actions": lambda action: at.guide(action.id),
    "guidance": lambda item: at.guidance(item.id),
    "forms": lambda _: at.BOOKLET,
    "log": lambda _: at.BOOKLET,
    "contacts": lambda contact: at.contact(contact.id),
    "open_questions": lambda item: at.open_question(item.id),
    "terms": lambda term: at.word(term.word),
    "revisions": lambda _: at.ABOUT,
    "withdrawn": lambda _: at.VALIDITY,
    "organisation": lambda _: at.ABOUT,
    "source": lambda _: at.ABOUT,
    "accessibility": lambda _: at.ACCESSIBILITY,
    "easy": lambda _: at.EASY,
}


def differences(old: Routine, new: Routine) -> tuple[Difference, ...]:
    """Return all differences between two routines, sorted by topic.

    Empty when they say the same. Within a topic the order is that of the data.
    """
    ids = renamed(old, new)
    before, after = followed(old, ids), new
    known = Known(old, ids), Known(new)
    found = [
        each
        for name in Routine.model_fields
        if getattr(before, name) != getattr(after, name)
        for each in _of(name, known, getattr(before, name), getattr(after, name))
    ]
    order = list(Topic)
    return tuple(sorted(found, key=lambda each: order.index(each.topic)))


def _of(name: str, known: tuple[Known, Known], old: Any, new: Any) -> Iterator[Difference]:
    if row := WORD_LISTS.get(name):
        yield from walk.lines(_setting(name, row, known, row.label, new), Sentence("Ordet"), matched(old, new))
    elif (row := PARTS.get(name)) and (old is None or new is None or row.called):
        # A part that is new or gone, or one that is described in one sentence.
        yield from walk.field(_setting(name, row, known, row.called or row.label, new), row, name, old, new)
    elif row:
        yield from walk.parts(_setting(name, row, known, row.label, new), old, new)
    else:
        yield from walk.things(known, LISTS[name], matched(old, new), PLACES.get(name, _nowhere))


def _setting(name: str, row: Sentence, known: tuple[Known, Known], subject: str, item: Any) -> Setting:
    return Setting(*known, row.topic or Topic.SITE, subject, PLACES.get(name, _nowhere)(item))


def _nowhere(_: object) -> str:
    """Return an empty address, for items that no page shows."""
    return ""
