"""Rule for texts that still say what a decision has changed.

The adopted facts and the decisions tell what was before; `diff` asks the same of two versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from routine.check.finding import Finding
from routine.check.likeness import any_of, in_short
from routine.check.rules.core import Leaf, needs, of_today
from routine.check.rules.numbers import PERIOD, hours_of
from routine.check.rules.source import ROWS, roles
from routine.model import decided
from routine.model.adopted import Adopted
from routine.model.model import Routine
from routine.model.numerals import hours, period
from routine.model.people import Role
from routine.model.steps import Action

SENTENCES = re.compile(r"(?<=[.!?])\s+")
ORDINARY = frozenset(
    ["annan", "annat", "efter", "eller", "innan", "också", "sedan", "själv", "tills", "under", "vilka"]
)
# A word is known by its beginning, without its ending: informerar and information are of one action.
WORDS, STEM = re.compile(r"[^\W\d_]{5,}"), 6
ENDING = re.compile(r"(?<=\w{3})(?:[aeo]rna|a[dt]e?|[aeo][rnt]|na|[aertns])$")
# Texts by which a role is addressed, so that nothing in them names it.
ADDRESSED = ("summary", "intro", "starts")
# Texts of an action that are about another step.
OTHERS = ("conditions", "after")


@needs(*ROWS)
def still_said(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report texts that say what the source said before a decision."""
    states = [adopted.rows]
    for _, decision in routine.decisions:
        for change in decision.changes:
            states.append(decided.after(states[-1], change))
    for number in dict.fromkeys(row.row for state in states for row in state):
        before = [row for state in states if (row := decided.row_of(state, number))]
        if decided.row_of(states[-1], number) is None:
            yield from removed(routine, " ".join(word for row in before for word in row.says))
        owners = {id for row in before for id in row.responsible}
        limits = {hours(row.within.count, row.within.unit) for row in before if row.within}
        for action in (each for each in routine.actions if each.row == number):
            yield from left(routine, action, owners, limits)


def since(old: Routine, new: Routine) -> Iterator[Finding]:
    """Yield texts that say what an action said in an older version."""
    now = {action.id: action for action in new.actions}
    for was in old.actions:
        if action := now.get(was.id):
            yield from left(new, action, {*was.responsible}, {was.within.hours} if was.within else set())
        else:
            yield from removed(new, was.text)


def removed(routine: Routine, said: str) -> Iterator[Finding]:
    """Yield each text about a step that is gone; `said` are words of it.

    What another step does as well may still be said.
    """
    words, called = stems(said), stems(*(role.name for role in routine.roles))
    rare = words - called - stems(*(text for each in routine.actions for text in _does(each)))
    for leaf in of_today(routine) if rare else ():
        if (found := words & stems(leaf.text)) & rare and len(found) >= min(2, len(words)):
            word = _word(leaf.text, rare)
            yield Finding("R109", leaf.path, "removed", part=word, said=word)


def left(routine: Routine, action: Action, owners: Set[str], limits: Set[int]) -> Iterator[Finding]:
    """Yield each text with an owner or a limit that its action has lost.

    `owners` are ids of roles and `limits` are in hours, those of today among them.
    """
    held = action.within.hours if action.within else None
    gone = [role for role in routine.roles if role.id in owners and action.part_of(role.id) in (None, "for")]
    for leaf in of_today(routine) if gone or limits - {held} else ():
        mine = _mine(routine, leaf, action) and leaf.path[2] not in OTHERS
        said = next((said for role in gone if (said := _owner(routine, leaf, role, action, mine=mine))), "")
        limit = "" if said else _limit(routine, leaf, action, limits - {held}, mine=mine)
        if said or limit:
            here, kind = ("actions", routine.actions.index(action)), "limit" if limit else ""
            now = roles(routine, action.responsible)
            if limit:
                now = period(action.within.count, action.within.unit) if action.within else "ingen"
            part = said or limit
            yield Finding("R109", leaf.path, kind, related=[here], part=part, said=part, action=action, now=now)


def stems(*texts: str) -> frozenset[str]:
    words = (word.casefold() for word in WORDS.findall(" ".join(texts)))
    return frozenset(_stem(word) for word in words if word not in ORDINARY)


def _stem(word: str) -> str:
    return ENDING.sub("", word.casefold())[:STEM]


def _does(action: Action) -> Iterator[str]:
    yield action.text
    if action.requirement:
        yield action.requirement.text


def _mine(routine: Routine, leaf: Leaf, action: Action) -> bool:
    """Tell whether a text belongs to the action, also on the easy page."""
    if leaf.path[:2] == ("easy", "parts") and routine.easy:
        return routine.easy.parts[int(leaf.path[2])].steps == (action.id,)
    return leaf.path[0] == "actions" and routine.actions[int(leaf.path[1])] == action


def _owner(routine: Routine, leaf: Leaf, role: Role, action: Action, *, mine: bool) -> str:
    """Return the words by which a text makes a role the owner of an action.

    A sentence is about the action if it has two of its words, one of them in no other action.
    """
    called = stems(*(each.name for each in routine.roles))
    words, rare = stems(action.text) - called, _rare(routine, action) - called
    if _addressed(routine, leaf) == role.id:
        return _word(leaf.text, rare) if len(stems(leaf.text) & words) >= min(2, len(words)) else ""
    others = [each.name for each in routine.roles if each is not role]
    for sentence in SENTENCES.split(leaf.text):
        said = stems(sentence)
        if mine or (said & rare and len(said & words) >= min(2, len(words))):
            named = any_of([role.name]).search(sentence)
            if found := named.group() if named else next(iter(in_short(role.name, others, sentence)), ""):
                return found
    return ""


def _rare(routine: Routine, action: Action) -> frozenset[str]:
    """Return the words that no other action has."""
    return stems(action.text) - stems(*(text for each in routine.actions if each != action for text in _does(each)))


def _addressed(routine: Routine, leaf: Leaf) -> str:
    """Return the id of the role that a text addresses as `du`, or ''."""
    if leaf.path[0] == "roles" and leaf.path[2] in ADDRESSED:
        return routine.roles[int(leaf.path[1])].id
    return ""


def _limit(routine: Routine, leaf: Leaf, action: Action, limits: Set[int], *, mine: bool) -> str:
    """Return an old limit as a text says it of the action.

    R108 reports another limit in the action's own texts.
    """
    for found in PERIOD.finditer(leaf.text) if limits else ():
        told = mine and (action.within or found["due"])
        if not told and hours_of(found) in limits and (mine or stems(leaf.text) & _rare(routine, action)):
            return found.group()
    return ""


def _word(text: str, words: Set[str]) -> str:
    """Return the first word of a text with one of the stems; or ''."""
    return next((word for word in WORDS.findall(text) if _stem(word) in words), "")
