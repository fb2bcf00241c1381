"""What is done in one contact: alike, in a row, and more than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.problems import closest
from routine.rules.core import REFERENCES, Finding, rule

ALLOWED = "samma ansvariga, samma villkor, i samma spår, i följd och utan inbördes väntan"


@rule("actions", "sections", "tracks", *REFERENCES)
def group_apart(routine: Routine) -> Iterator[Finding]:
    """What is done in one contact has the same owners and conditions, stands together, and waits for nothing in it.
    A misspelt group parts its neighbours as well: while an action is alone in one, that is all that is told."""
    yield from [*_alone(routine)] or _apart(routine)


def _alone(routine: Routine) -> Iterator[Finding]:
    """Of two that would be one group but for a letter, only the later is told."""
    groups = [(i, action.group.id) for i, action in enumerate(routine.actions) if action.group]
    sizes = Counter(id for _, id in groups)
    alone = [(i, id) for i, id in groups if sizes[id] == 1]
    for i, id in alone:
        if not any(k > i and closest(other, [id]) for k, other in alone):
            yield Finding(
                "R031",
                ("actions", i, "group", "id"),
                f"Gruppen {id} har bara en åtgärd.",
                "minst två åtgärder med samma id i group",
                closest(id, [other for other in sizes if other != id])
                or "ta bort group, eller ge den andra åtgärden samma grupp.",
            )


def _apart(routine: Routine) -> Iterator[Finding]:
    last: dict[str, int] = {}
    for i, action in enumerate(routine.actions):
        if not action.group:
            continue
        before = last.get(action.group.id, i)
        last[action.group.id] = i
        why = _unlike(routine, routine.actions[before], action)
        why = why or ("inte står direkt efter den förra" if before < i - 1 else "")
        if why:
            yield Finding(
                "R031",
                ("actions", i, "group"),
                f"Åtgärden hör till gruppen {action.group.id}, men {why}.",
                ALLOWED,
                "ta bort group, eller rätta det som skiljer.",
                ((("actions", before, "group"), "den förra i gruppen"),),
            )


def _unlike(routine: Routine, first: Action, action: Action) -> str:
    if set(action.responsible) != set(first.responsible):
        return "har andra ansvariga"
    if {(one.question, one.answer) for one in action.conditions} != {
        (one.question, one.answer) for one in first.conditions
    }:
        return "har andra villkor"
    if routine.track_of(action) != routine.track_of(first):
        return "ligger i ett annat spår"
    same = {after.action for after in action.after} == {after.action for after in first.after}
    return "" if same else "väntar på något annat"
