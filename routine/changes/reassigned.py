"""Texts that may be outdated when an action is reassigned or removed.

They may still name the former owner. Also open questions to which nothing but the action led.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from routine.changes.lines import Line
from routine.changes.matching import matched
from routine.changes.places import standing
from routine.check.rules.references import named
from routine.check.rules.texts import Leaf, prose
from routine.model import wording
from routine.model.model import Routine
from routine.model.naming import any_of, whole
from routine.model.steps import Action

LEAST = 5  # Letters of a word that shows what an action is about.


def reassigned(old: Routine, new: Routine) -> Iterator[Line]:
    """Yield lines about texts to read again after a change of owners.

    For each action that has lost an owner, or is gone: the texts that name the former owner and the subject of the
    action. Also the open questions that no step leads to any more.
    """
    found = matched(old.actions, new.actions)
    for before, after in found.pairs:
        gone = [id for id in before.responsible if id not in after.responsible]
        yield from _left(old, new, before, gone, f"För ”{after.text}” ansvarar inte längre")
    for before in found.gone:
        told = f"Åtgärden ”{before.text}” är borta. För den ansvarade"
        yield from _left(old, new, before, before.responsible, told)
    yield from _unasked(old, new)


def _left(old: Routine, new: Routine, action: Action, gone: Collection[str], told: str) -> Iterator[Line]:
    owners = [old.role(id).name for id in gone]
    if owners and (left := [*_about(new, action, owners)]):
        who = wording.series([wording.inside(name) for name in owners])
        yield f"{told} {who}. Läs igenom texter som kan säga att det är så:", standing(new, iter(left))


def _about(routine: Routine, action: Action, owners: Collection[str]) -> Iterator[Leaf]:
    names = [role.name for role in routine.roles if role.name not in owners]
    told = _telling(action, [*names, *owners])
    for leaf in prose(routine):
        owned = leaf.path[0] != "revisions" and any(whole(owner, names, leaf.text) for owner in owners)
        if owned and told.search(leaf.text.casefold()):
            yield leaf


def _telling(action: Action, names: Collection[str]) -> re.Pattern[str]:
    """Return a pattern for words that show what an action is about.

    It matches the beginnings of words. The verb is left out, since many actions share it, and so are names of roles.
    """
    about = any_of(names).sub(" ", action.emphasis or action.text).casefold()
    verb, *_ = action.text.casefold().split()
    words = [word for word in re.findall(r"\w+", about) if len(word) >= LEAST and word != verb]
    return re.compile("|".join(rf"\b{word}" for word in words) or r"(?!)")


def _unasked(old: Routine, new: Routine) -> Iterator[Line]:
    asked = {id for _, id in named(new, "open_questions")}
    led = {id for _, id in named(old, "open_questions")} - asked
    for question in new.open_questions:
        if question.id in led:
            yield f"Den öppna frågan ”{question.question}” leder inget steg till längre. Läs igenom den.", ()
