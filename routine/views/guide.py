"""The guide in full: every step of both tracks in order, with owners and anchors. Scripts will talk a reader through it."""

from __future__ import annotations

from dataclasses import dataclass

from routine import graph as graphs
from routine import wording
from routine.model import Action, EmergencyNumber, Routine, Track
from routine.views.parts import AskCard, Card, Owner, ask, card, owner


@dataclass(frozen=True, slots=True)
class Way:
    """Where an answer leads: `label` is Ja or Nej, `target` the id of the next step, or empty at the track's end."""

    label: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One of `card` and `question`; ways only for a question."""

    card: Card | None
    question: AskCard | None
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """Tracks with their steps, in order; `slot` chooses the rail's colour."""

    emergency: tuple[EmergencyNumber, ...]
    roles: tuple[Owner, ...]
    tracks: tuple[tuple[Track, int, tuple[GuideStep, ...]], ...]


def guide(routine: Routine) -> Guide:
    """The same graph as the flowchart, as a list."""
    graph = graphs.build(routine)
    tracks = []
    for slot, (id, steps) in enumerate(graph.tracks, 1):
        track = next(track for track in routine.tracks if track.id == id)
        tracks.append((track, slot, tuple(_step(routine, graph, step) for step in steps)))
    return Guide(routine.emergency, tuple(owner(routine, role.id) for role in routine.roles), tuple(tracks))


def _step(routine: Routine, graph: graphs.Graph, step: graphs.Step) -> GuideStep:
    if isinstance(step, Action):
        return GuideStep(card(routine, step), None, ())
    texts = {other.id: other.text for other in graph.steps()}
    ways = [
        Way(wording.capital(edge.answer or ""), edge.target if edge.target in texts else "", texts.get(edge.target, "Inga fler åtgärder i spåret"))
        for edge in graph.following(step.id)
    ]
    return GuideStep(None, ask(routine, step), tuple(ways))
