"""A limit is counted from what can come before it: else nobody could keep it."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import graph as graphs
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.rules.core import REFERENCES, rule

ALLOWED = "id:t på en åtgärd som kan vara gjord innan, eller ingen after, och då räknas gränsen från händelsen"


@rule("actions", "questions", "sections", "tracks", "R011", *REFERENCES)
def counted_from_what_comes_after(routine: Routine) -> Iterator[Finding]:
    """Limits that are counted from each other in a circle are told of once, at the first."""
    graph = graphs.build(routine)
    starts = {action.id: (action.within.after,) for action in routine.actions if action.within and action.within.after}
    before = {action.id: graphs.before_it(graph, action.id, starts) for action in routine.actions}
    told: set[str] = set()
    for i, action in enumerate(routine.actions):
        start = action.within.after if action.within else None
        if start is None or action.id in told:
            continue
        here = ("actions", i, "within", "after")
        if start == action.id:
            message = "Tidsgränsen räknas från åtgärden själv."
            yield Finding("R094", here, message, ALLOWED, "skriv en annan åtgärds id, eller ta bort after.")
        elif action.id in before[start]:
            told |= {id for id in before[start] if start in before.get(id, ())}
            yield _too_late(routine, i, action, routine.action(start))
        elif _never(graph, action.id, start):
            message = f"Tidsgränsen räknas från ”{routine.action(start).text}”, men inga svar leder till båda."
            yield Finding("R094", here, message, ALLOWED, "rätta after, eller villkoren på en av åtgärderna.")


def _too_late(routine: Routine, i: int, action: Action, start: Action) -> Finding:
    place = next(j for j, each in enumerate(routine.actions) if each.id == start.id)
    return Finding(
        "R094",
        ("actions", i, "within", "after"),
        f"Tidsgränsen räknas från ”{start.text}”, som i sin tur kommer efter ”{action.text}”.",
        ALLOWED,
        "rätta after här, eller det som den andra åtgärden väntar på eller räknas från.",
        ((("actions", place, "id"), "åtgärden som den räknas från"),),
    )


def _never(graph: graphs.Graph, one: str, other: str) -> bool:
    """Whether no answers lead to both."""
    return graphs.contradictory(graph.needs[one] | graph.needs[other])
