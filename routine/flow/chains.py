"""The chains of a routine: what hangs on what.

An arrow is a condition or a wait, and nothing else. A step that hangs on several has the arrow of the one that comes
last; the words of its box name the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from routine.model import graph as graphs
from routine.model import numerals
from routine.model.graph import Graph, Step
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action
from routine.model.wording import ours

THEN = "sedan"  # on an arrow to a step that waits


class Arrow(Struct, frozen=True):
    """An arrow to a box from a step, by its id, and the word on it.

    The word is an answer, `sedan`, or with `limit` the time limit that is counted from the step.
    """

    source: str
    word: str
    reading: bool
    limit: bool = False


class Box(Struct, frozen=True):
    """A step, or actions of one contact, and the boxes that hang on it.

    The head of a chain has no arrow.
    """

    steps: tuple[Step, ...]
    arrow: Arrow | None
    next: tuple[Box, ...]


class Chains(Struct, frozen=True):
    """The actions that can be done at once, and the heads of the chains."""

    direct: tuple[Action, ...]
    heads: tuple[Box, ...]


def chains(routine: Routine, graph: Graph, kept: Set[str]) -> Chains:
    """Place each of the kept steps in one box, in the graph's order."""
    steps = [step for step in graph.steps() if step.id in kept]
    arrows = {step.id: arrow for step in steps if (arrow := _arrow(routine, graph, step, kept))}
    after = by_key((arrows[step.id].source, step) for step in steps if step.id in arrows)
    heads = [step for step in steps if step.id not in arrows]
    direct = tuple(step for step in heads if isinstance(step, Action) and step.id not in after)
    return Chains(
        direct,
        tuple(Box((step,), None, tuple(_boxes(step.id, arrows, after))) for step in heads if step not in direct),
    )


def _arrow(routine: Routine, graph: Graph, step: Step, kept: Set[str]) -> Arrow | None:
    edges = [edge for edge in graph.before(step.id) if edge.source in kept]
    if edges:
        last = max(edges, key=lambda edge: len(graphs.before_it(graph, edge.source, {})))
        return Arrow(last.source, last.answer or THEN, last.reading)
    within = step.within if isinstance(step, Action) else None
    if within and within.after and within.after in kept:
        return Arrow(within.after, f"inom {numerals.period(within.count, within.unit)}", ours(within.basis), limit=True)
    return None


def _boxes(source: str, arrows: Mapping[str, Arrow], after: Mapping[str, Sequence[Step]]) -> Iterator[Box]:
    for same in by_key((_contact(step, after), step) for step in after.get(source, ())).values():
        arrow = arrows[same[0].id]
        reading = all(arrows[step.id].reading for step in same)
        shared = Arrow(arrow.source, arrow.word, reading, limit=arrow.limit)
        yield Box(tuple(same), shared, tuple(_boxes(same[0].id, arrows, after)))


def _contact(step: Step, after: Mapping[str, Sequence[Step]]) -> tuple[str, str]:
    """Return the key that the steps of one box share.

    A step that others hang on stands alone, or it would not be seen which one they hang on.
    """
    group = step.group if isinstance(step, Action) and step.id not in after else None
    return ("group", group.id) if group else ("step", step.id)
