"""The routine as a graph of steps and edges.

The flowchart, the guide and the rules share it. Order is not waiting: the steps of a track are in the source's order,
which is the order of reading and no more. An edge is a condition, from a question to a step that depends on its answer,
or a wait, from an action to a step that names it in `after`. A step that no edge leads to waits for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from routine.model.fields import Answer
from routine.model.model import Routine
from routine.model.steps import Action, Question

Step = Action | Question
Needs = frozenset[tuple[str, Answer]]


class Edge(Struct, frozen=True):
    """An edge from one step to another, by id.

    `answer` is set on a condition, and None on a wait. `reading` is True if the edge is our interpretation and not
    stated by the source.
    """

    source: str
    target: str
    answer: Answer | None = None
    reading: bool = False


class Opening(Struct, frozen=True):
    """The action that opens a case, and the roles that know if it is over.

    These are its owners, its proxy, its participants and the roles consulted in it.
    """

    action: str
    roles: frozenset[str]


class Graph(Struct, frozen=True):
    """The steps of every track in order, and the edges between them.

    `tracks` pairs each track's id with its steps; the id is empty if there are not several tracks. `needs` maps each
    step to all the answers that it depends on, its own and, through them, those of its questions. `waits` maps each
    step to the actions that must be over first; `builds_on` maps each action to those of them that must have been done,
    and not skipped. `start` holds the questions that are asked at once.
    """

    tracks: tuple[tuple[str, tuple[Step, ...]], ...]
    edges: tuple[Edge, ...]
    needs: Mapping[str, Needs]
    waits: Mapping[str, tuple[str, ...]]
    builds_on: Mapping[str, tuple[str, ...]]
    opening: Opening | None
    start: frozenset[str]

    @property
    def parallel(self) -> bool:
        """Return whether the tracks run in parallel.

        True if there are several, and each has a step that waits for nothing but the opening action: else a track goes
        after another, not beside it.
        """
        opening = self.opening.action if self.opening else ""
        held = {edge.target for edge in self.edges if edge.source != opening}
        return len(self.tracks) > 1 and all(any(step.id not in held for step in steps) for _, steps in self.tracks)

    def before(self, id: str) -> tuple[Edge, ...]:
        """Return the edges that lead to a step."""
        return tuple(edge for edge in self.edges if edge.target == id)

    def following(self, id: str) -> tuple[Edge, ...]:
        """Return the edges that leave a step."""
        return tuple(edge for edge in self.edges if edge.source == id)

    def steps(self) -> Iterator[Step]:
        """Yield every step once, track by track."""
        for _, steps in self.tracks:
            yield from steps


def holders(step: Step) -> tuple[str, ...]:
    """Return the roles responsible for an action or answering a question."""
    return step.responsible if isinstance(step, Action) else step.answered_by


def build(routine: Routine) -> Graph:
    """Build the graph of a routine.

    All references of the routine must hold.
    """
    steps: tuple[Step, ...] = (*routine.questions, *routine.actions)
    needs = {step.id: needs_of(routine, step) for step in steps}
    tracks = tuple(_tracks(routine, needs))
    return Graph(
        tracks=tracks,
        edges=tuple(edge for _, part in tracks for step in part for edge in _edges(step, needs)),
        needs=needs,
        waits={step.id: tuple(after.action for after in step.after) for step in steps},
        builds_on={step.id: tuple(item.action for item in step.after if item.only_if_done) for step in routine.actions},
        opening=_opening(routine),
        start=frozenset(question.id for question in routine.questions if question.asked),
    )


def _opening(routine: Routine) -> Opening | None:
    action = routine.opening
    if action is None:
        return None
    beside = (*(told.role for told in action.invited), *(action.consulted.roles if action.consulted else ()))
    return Opening(action.id, frozenset((*action.responsible, *beside)))


def needs_of(routine: Routine, step: Step) -> Needs:
    """Collect the answers that a step depends on, through questions too.

    Ends also if questions depend on each other in a circle, which a rule refuses.
    """
    found: set[tuple[str, Answer]] = set()
    todo = list(step.conditions)
    while todo:
        condition = todo.pop()
        if (condition.question, condition.answer) not in found:
            found.add((condition.question, condition.answer))
            todo += routine.question(condition.question).conditions
    return frozenset(found)


def _tracks(routine: Routine, needs: Mapping[str, Needs]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield each track's id and its steps in order.

    A question comes right before the first action that depends on it, after the questions that it depends on itself.
    """
    asked: set[str] = set()
    before: dict[str, tuple[Question, ...]] = {}
    for action in routine.actions:
        new = {question for question, _ in needs[action.id]} - asked
        asked |= new
        questions = [question for question in routine.questions if question.id in new]
        before[action.id] = tuple(sorted(questions, key=lambda question: len(needs[question.id])))
    for _, track in routine.strands:
        steps: list[Step] = []
        for action in routine.actions:
            if routine.track_of(action) == track:
                steps += [*before[action.id], action]
        yield track.id if track else "", tuple(steps)


def _edges(step: Step, needs: Mapping[str, Needs]) -> Iterator[Edge]:
    """Yield the edges that lead to a step.

    A condition that follows from another condition of the step gets no edge.
    """
    implied = {need for condition in step.conditions for need in needs[condition.question]}
    for condition in step.conditions:
        if (condition.question, condition.answer) not in implied:
            yield Edge(condition.question, step.id, condition.answer, condition.basis == "tolkning")
    for after in step.after:
        yield Edge(after.action, step.id, None, after.basis == "tolkning")


def contradictory(needs: Needs) -> bool:
    """Return whether the needs hold both answers of one question."""
    return len({question for question, _ in needs}) < len(needs)


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups of steps that wait for each other.

    Steps wait by conditions and by waits. A step that only depends on a group is not part of it. Questions that no
    action depends on, and that are in no track, are looked at too.
    """
    before = {id: before_it(graph, id, {}) for id in graph.needs}
    looped = [id for id in before if id in before[id]]
    groups = (tuple(other for other in looped if other in before[id] and id in before[other]) for id in looped)
    return tuple(dict.fromkeys(groups))


def before_it(graph: Graph, id: str, also: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return every step that must be over before this one.

    Includes indirect ones, and the step itself if it waits in a circle. `also` maps a step to others that must come
    before it.
    """
    found: set[str] = set()
    todo = [id]
    while todo:
        step = todo.pop()
        new = {*(question for question, _ in graph.needs[step]), *graph.waits[step], *also.get(step, ())} - found
        found |= new
        todo += new
    return found
