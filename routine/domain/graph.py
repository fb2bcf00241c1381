"""The routine as steps and edges: one graph for the flowchart, the guide and the rules.

A track is walked in the source's order. A question stands right before the first action that depends on it, and its two
answers lead on to the next step that each allows. An action's `after` replaces the step before it in its track.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from routine.domain.fields import Answer
from routine.domain.model import Action, Question, Routine

Step = Action | Question
Guard = frozenset[tuple[str, Answer]]


@dataclass(frozen=True, slots=True)
class Edge:
    """From one step to another, by id; `answer` is set on the edges that leave a question.
    A track's end is `slut-<track>`."""

    source: str
    target: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Steps of every track in order, the edges between them, and what must have been answered before each step."""

    tracks: tuple[tuple[str, tuple[Step, ...]], ...]
    edges: tuple[Edge, ...]
    guards: Mapping[str, Guard]

    def before(self, id: str) -> tuple[Edge, ...]:
        """The edges that lead to a step."""
        return tuple(edge for edge in self.edges if edge.target == id)

    def following(self, id: str) -> tuple[Edge, ...]:
        """The edges that leave a step."""
        return tuple(edge for edge in self.edges if edge.source == id)

    def steps(self) -> Iterator[Step]:
        """Every step once, track by track."""
        for _, steps in self.tracks:
            yield from steps


def holders(step: Step) -> tuple[str, ...]:
    """The roles that a step belongs to: who is responsible for an action, who answers a question."""
    return step.responsible if isinstance(step, Action) else step.answered_by


def end_of(track: str) -> str:
    """The id of a track's end."""
    return f"slut-{track}"


@dataclass(frozen=True, slots=True)
class _End:
    """A loose end while a track is walked: where it comes from, and what has been answered on the way."""

    source: str
    answer: Answer | None
    guard: Guard


def build(routine: Routine) -> Graph:
    """The graph of a routine whose references hold."""
    guards = _guards(routine)
    walks = tuple(_walks(routine))
    edges = tuple(edge for id, stops in walks for edge in _edges(id, stops, guards))
    return Graph(tuple((id, tuple(stop.step for stop in stops)) for id, stops in walks), edges, guards)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A step on the walk through a track. `after` replaces what stands before it;
    None means that nothing is replaced."""

    step: Step
    after: tuple[str, ...] | None


def _walks(routine: Routine) -> Iterator[tuple[str, tuple[_Stop, ...]]]:
    asked: set[str] = set()
    for track in routine.tracks:
        stops: list[_Stop] = []
        for action in routine.actions:
            if routine.track_of(action) != track:
                continue
            new = [condition.question for condition in action.conditions if condition.question not in asked]
            steps: list[Step] = [*(routine.question(id) for id in dict.fromkeys(new)), action]
            asked.update(new)
            # The action's `after` says where its first question is asked, or the question would be passed by.
            stops += [_Stop(step, None if number else action.after) for number, step in enumerate(steps)]
        yield track.id, tuple(stops)


def _guards(routine: Routine) -> dict[str, Guard]:
    """What must be answered before each step.
    A question inherits the conditions named before it where it is first asked."""
    guards: dict[str, Guard] = {}
    for action in routine.actions:
        held: Guard = frozenset()
        for condition in action.conditions:
            guards.setdefault(condition.question, held)
            held = held | guards[condition.question] | {(condition.question, condition.answer)}
        guards[action.id] = held
    return guards


def _edges(track: str, stops: Iterable[_Stop], guards: Mapping[str, Guard]) -> Iterator[Edge]:
    ends: list[_End] = []
    for stop in stops:
        step, after, guard = stop.step, stop.after, guards[stop.step.id]
        if after is None:
            taking = [end for end in ends if not contradictory(end.guard | guard)]
            # An end that meets the whole guard goes on here; one that only may meet it also passes by.
            ends = [end for end in ends if end not in taking or not guard <= end.guard]
        else:
            taking = [_End(id, None, guards.get(id, frozenset())) for id in after]
            ends = [end for end in ends if end.source not in after]
        for end in taking:
            yield Edge(end.source, step.id, end.answer)
        known = frozenset[tuple[str, Answer]].intersection(*(end.guard for end in taking)) | guard if taking else guard
        if isinstance(step, Question):
            ends += [_End(step.id, "ja", known | {(step.id, "ja")}), _End(step.id, "nej", known | {(step.id, "nej")})]
        else:
            ends.append(_End(step.id, None, known))
    for end in ends:
        yield Edge(end.source, end_of(track), end.answer)


def contradictory(guard: Guard) -> bool:
    """Whether a guard asks for both answers of one question."""
    return len({question for question, _ in guard}) < len(guard)


def reachable(graph: Graph, start: str) -> frozenset[str]:
    """The steps that some way of answering leads to, from the first step on."""
    found, todo = set(), [start]
    while todo:
        id = todo.pop()
        if id in found or contradictory(graph.guards.get(id, frozenset())):
            continue
        found.add(id)
        todo += [edge.target for edge in graph.following(id)]
    return frozenset(found)


def loops(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Groups of steps that wait for each other:
    what is left when every step with nothing open before it is taken away."""
    waiting = {step.id: {edge.source for edge in graph.before(step.id)} for step in graph.steps()}
    while free := [id for id, before in waiting.items() if not before & waiting.keys()]:
        for id in free:
            del waiting[id]
    # What only hangs behind a loop is not part of it.
    while tails := [id for id in waiting if not any(id in before for before in waiting.values())]:
        for id in tails:
            del waiting[id]
    return (tuple(waiting),) if waiting else ()
