"""Where a case stands, from what has been answered and ticked:
the rule that the guide's script follows, kept here as its oracle.

Every step stands in one of four places. An edge is pending while its source is not over; it is open when the source is
done and gave this answer; else it is shut. A step with a pending edge comes later. With none pending, one open edge is
enough; with none open either, no way leads there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from routine.domain.fields import Answer
from routine.domain.graph import Edge, Graph, Step, holders
from routine.domain.model import Action


class Place(StrEnum):
    """Where a step stands. The values are those of the page."""

    NOW = "nu"
    LATER = "sedan"
    OVER = "klart"
    OUT = "utgar"


@dataclass(frozen=True, slots=True)
class Case:
    """Answers by question, where a question without an answer is not answered yet;
    `over` are actions that are done or not applicable."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    over: Collection[str] = ()


def standing(graph: Graph, case: Case) -> dict[str, Place]:
    """The place of every step. What is ticked behind a way that is
    shut, or not open yet, does not count until it opens again."""
    places: dict[str, Place] = {}
    todo = {step.id: step for step in graph.steps()}
    while todo:
        for id, step in list(todo.items()):
            before = graph.before(id)
            if all(edge.source in places for edge in before):
                places[id] = _place(step, [_edge(edge, places, case) for edge in before], case)
                del todo[id]
    return places


def _edge(edge: Edge, places: Mapping[str, Place], state: Case) -> bool | None:
    """Whether an edge is open; None while it is pending."""
    match places[edge.source]:
        case Place.OVER:
            return edge.answer is None or state.answers.get(edge.source) == edge.answer
        case Place.OUT:
            return False
    return None


def _place(step: Step, edges: list[bool | None], case: Case) -> Place:
    if None in edges:
        return Place.LATER
    if edges and not any(edges):
        return Place.OUT
    over = step.id in case.over if isinstance(step, Action) else step.id in case.answers
    return Place.OVER if over else Place.NOW


def due(graph: Graph, case: Case, role: str) -> tuple[str, ...]:
    """What the role does or answers now, in the order of the graph."""
    places = standing(graph, case)
    return tuple(step.id for step in graph.steps() if places[step.id] is Place.NOW and role in holders(step))
