"""What a role meets first, before anything of a case has been said or done: the beginning of the rules that the guide's
script follows, which routine/assets/js/guide/case.js has in words. Where a case stands after that only the script asks.
"""

from __future__ import annotations

from collections.abc import Collection

from routine.domain.graph import Graph, Step, holders
from routine.domain.steps import Action


def at_first(graph: Graph, role: str) -> frozenset[str]:
    """The steps that nothing holds up, by their ids, to a reader who has the role.

    Who could not know whether the action that opens the case is over waits for nothing of it. To the others there is
    only that action, and the questions that are asked at the start.
    """
    opening = {graph.opening.action} if graph.opening else set()
    begun = graph.opening is None or role not in graph.opening.roles
    steps = {step.id for step in graph.steps()}
    there, over = (steps - opening, opening) if begun else (opening | graph.start, set())
    return frozenset(id for id in steps & there if not graph.needs[id] and over.issuperset(graph.waits[id]))


def in_turn(graph: Graph, role: str, now: Collection[str]) -> tuple[str, ...]:
    """Of the steps that can be done now those that the role does, answers or reports: first an action of its own, or
    the question that stands before that, unless it is asked at the start or is the role's to decide; then the questions
    that are asked at the start, then the rest in the order of reading."""
    mine = [step for step in graph.steps() if step.id in now and role in concerned(step)]
    first = next((step for step in mine if _in_its_turn(graph, step, role)), None)
    return tuple(step.id for step in sorted(mine, key=lambda step: (step != first, step.id not in graph.start)))


def _in_its_turn(graph: Graph, step: Step, role: str) -> bool:
    """Whether it is an action, or a question that is answered where it stands among those."""
    if isinstance(step, Action):
        return True
    return step.id not in graph.start and not (step.decided and role in step.answered_by)


def concerned(step: Step) -> tuple[str, ...]:
    """The roles that have a step before them: its holders, and those who may report the answer to a question."""
    return holders(step) if isinstance(step, Action) else (*step.answered_by, *(heard.role for heard in step.heard_by))
