"""The first steps of a role, before anything in a case is said or done.

These are the initial rules of the guide's script; routine/pages/guide/case.js states them in words. Only the script
computes where a case stands after that.
"""

from __future__ import annotations

from collections.abc import Collection

from routine.model.graph import Graph, Step, holders
from routine.model.steps import Action


def at_first(graph: Graph, role: str) -> frozenset[str]:
    """Return the ids of the steps that are open to a role from the start.

    A role that cannot know whether the opening action is over does not wait for it. Every other role begins with that
    action and the questions asked at the start alone.
    """
    opening = {graph.opening.action} if graph.opening else set()
    begun = graph.opening is None or role not in graph.opening.roles
    steps = {step.id for step in graph.steps()}
    there, over = (steps - opening, opening) if begun else (opening | graph.start, set())
    return frozenset(id for id in steps & there if not graph.needs[id] and over.issuperset(graph.waits[id]))


def in_turn(graph: Graph, role: str, now: Collection[str]) -> tuple[str, ...]:
    """Return the ids of a role's open steps, in the order to do them.

    `now` holds the ids of all open steps. The role's own are those that it does, answers or reports. First comes its
    first action, or the question before that action unless it is asked at the start or is the role's to decide; then
    the questions that are asked at the start; then the rest in reading order.
    """
    mine = [step for step in graph.steps() if step.id in now and role in concerned(step)]
    first = next((step for step in mine if _in_its_turn(graph, step, role)), None)
    return tuple(step.id for step in sorted(mine, key=lambda step: (step != first, step.id not in graph.start)))


def _in_its_turn(graph: Graph, step: Step, role: str) -> bool:
    """Return whether the step may come first.

    True for an action, and for a question that is answered in its place among the actions.
    """
    if isinstance(step, Action):
        return True
    return step.id not in graph.start and not (step.decided and role in step.answered_by)


def concerned(step: Step) -> tuple[str, ...]:
    """Return the step's holders and those who may report its answer."""
    return holders(step) if isinstance(step, Action) else (*step.answered_by, *(heard.role for heard in step.heard_by))
