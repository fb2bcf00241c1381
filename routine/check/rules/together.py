"""Rules for groups: actions that are done in one contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from routine.check.finding import Finding
from routine.check.likeness import closest
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action

REMOVE = "ta bort group, eller ge den andra åtgärden samma grupp."
# Keys that all actions of a group have in common.
COMMON = ("responsible", "conditions", "section", "after")


def group_apart(routine: Routine) -> Iterator[Finding]:
    """Report groups whose actions do not belong together.

    The actions have the same owners and conditions, stand together, and do not wait for each other. A misspelt group id
    also parts its neighbours: while a group has a single action, only that is reported.
    """
    groups = by_key((action.group.id, i) for i, action in enumerate(routine.actions) if action.group)
    alone = [(id, i) for id, (i, *more) in groups.items() if not more]
    for id, i in alone:
        # Of two ids that differ by a slip, only the later is reported.
        if not any(k > i and closest(other, [id]) for other, k in alone):
            near = closest(id, [other for other in groups if other != id]) or REMOVE
            yield Finding("R031", ("actions", i, "group", "id"), "alone", id=id, near=near)
    for id, members in {} if alone else groups.items():
        yield from _unlike(routine, id, members) or _between(routine, id, members)


def _unlike(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """Report the first action that is unlike most of its group."""
    for key in COMMON:
        facts = [_fact(routine, routine.actions[i], key) for i in members]
        most = Counter(facts).most_common(1)[0][0]
        for odd in (i for i, fact in zip(members, facts, strict=True) if fact != most):
            action, like = routine.actions[odd], members[facts.index(most)]
            here, there = (("actions", i, key if getattr(routine.actions[i], key) else "group") for i in (odd, like))
            return [Finding("R031", here, key, related=[there], id=id, action=action, other=routine.actions[like])]
    return []


def _between(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """Report actions of no group that stand between two of a group.

    They are more likely new and misplaced than the whole group is.
    """
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
