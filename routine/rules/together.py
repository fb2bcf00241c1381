"""What is done in one contact: alike, in a row, and more than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.reading.likeness import closest

REMOVE = "ta bort group, eller ge den andra åtgärden samma grupp."
# What those of a group have in common, by the key where it is said.
COMMON = ("responsible", "conditions", "section", "after")


def group_apart(routine: Routine) -> Iterator[Finding]:
    """What is done in one contact has the same owners and conditions, stands together, and waits for nothing in it.
    A misspelt group parts its neighbours as well: while an action is alone in one, that is all that is told."""
    groups = by_key((action.group.id, i) for i, action in enumerate(routine.actions) if action.group)
    alone = [(id, i) for id, (i, *more) in groups.items() if not more]
    for id, i in alone:
        # Of two that would be one group but for a letter, only the later is told.
        if not any(k > i and closest(other, [id]) for other, k in alone):
            near = closest(id, [other for other in groups if other != id]) or REMOVE
            yield Finding("R031", ("actions", i, "group", "id"), "alone", id=id, near=near)
    for id, members in {} if alone else groups.items():
        yield from _unlike(routine, id, members) or _between(routine, id, members)


def _unlike(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """The first that is unlike most of them."""
    for key in COMMON:
        facts = [_fact(routine, routine.actions[i], key) for i in members]
        most = Counter(facts).most_common(1)[0][0]
        for odd in (i for i, fact in zip(members, facts, strict=True) if fact != most):
            action, like = routine.actions[odd], members[facts.index(most)]
            here, there = (("actions", i, key if getattr(routine.actions[i], key) else "group") for i in (odd, like))
            return [Finding("R031", here, key, related=[there], id=id, action=action, other=routine.actions[like])]
    return []


def _between(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """What stands between two of a group and is of none is rather new there than all of the group astray."""
    for before, late in pairwise(members):
        if late > before + 1:
            related, last = [("actions", before, "group"), ("actions", late, "group")], routine.actions[late]
            said = "”, ”".join(action.id for action in routine.actions[before + 1 : late])
            return [Finding("R031", ("actions", before + 1), "between", related=related, id=id, said=said, last=last)]
    return []


def _fact(routine: Routine, action: Action, key: str) -> object:
    if key == "section":
        return getattr(routine.track_of(action), "id", None)
    if key == "responsible":
        return frozenset(action.responsible)
    if key == "after":
        return frozenset(after.action for after in action.after)
    return frozenset((one.question, one.answer) for one in action.conditions)
