"""The guide in full: every step of both tracks in order, with owners and anchors.
The page's scripts make a conversation of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.model import Action, EmergencyNumber, Role, Routine, Term, Track
from routine.domain.terms import Passage, first_used
from routine.domain.wording import ours
from routine.views.parts import AskCard, Card, Owner, ask, card, owner, passages, reach


@dataclass(frozen=True, slots=True)
class Branch:
    """Where an answer leads: `label` is Ja or Nej, `target` the id of the next step, or empty at the track's end."""

    label: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role to choose, with when its part begins, marked when that is our reading."""

    owner: Owner
    summary: str
    starts: str


@dataclass(frozen=True, slots=True)
class TakesPart:
    """A role that takes part in an action, or may stand in for the one who is responsible, with the words to it."""

    role: str
    name: str
    text: str
    stands_in: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One of `card` and `question`; ways only for a question.

    The rest is for the script: `before` are the edges that lead here, as `id` or `id:answer`; `days` the limit, 0
    without one; `own` the question to the one who answers it.
    """

    card: Card | None
    question: AskCard | None
    ways: tuple[Branch, ...]
    before: str
    days: int = 0
    informs: tuple[str, ...] = ()
    told: tuple[TakesPart, ...] = ()
    own: str = ""

    @property
    def id(self) -> str:
        """The step's id, which is its anchor."""
        return self.card.id if self.card else self.question.id if self.question else ""


@dataclass(frozen=True, slots=True)
class Guide:
    """Tracks with their steps, in order; `slot` chooses the rail's colour.
    `terms` are those to explain in each step, by its id."""

    edition: str
    emergency: tuple[EmergencyNumber, ...]
    roles: tuple[RoleChoice, ...]
    tracks: tuple[tuple[Track, int, tuple[GuideStep, ...]], ...]
    terms: Mapping[str, tuple[Term, ...]]


def guide(routine: Routine) -> Guide:
    """The same graph as the flowchart, as a list."""
    graph = graphs.build(routine)
    tracks = []
    for slot, (id, steps) in enumerate(graph.tracks, 1):
        track = next(track for track in routine.tracks if track.id == id)
        tracks.append((track, slot, tuple(_step(routine, graph, step) for step in steps)))
    roles = tuple(RoleChoice(owner(routine, role.id), role.summary, _starts(role)) for role in routine.roles)
    return Guide(routine.edition.edition, routine.emergency, roles, tuple(tracks), _terms(routine, tracks))


def _starts(role: Role) -> str:
    return wording.marked(role.starts.text, ours(role.starts.basis)) if role.starts else ""


def _terms(routine: Routine, tracks: Iterable[tuple[Track, int, tuple[GuideStep, ...]]]) -> dict[str, tuple[Term, ...]]:
    """In the conversation a role meets its own steps alone:
    each explains what none of the same owners' has explained."""
    steps = [step for _, _, part in tracks for step in part]
    by_owners: dict[tuple[Owner, ...], list[Passage]] = {}
    for step in steps:
        shown = step.card or step.question
        assert shown, "a step is an action or a question"
        by_owners.setdefault(shown.owners, []).extend(
            passages((step.card,) if step.card else (), (step.question,) if step.question else ())
        )
    return {id: found for group in by_owners.values() for id, found in first_used(routine.terms, group).items()}


def _step(routine: Routine, graph: graphs.Graph, step: graphs.Step) -> GuideStep:
    before = " ".join(f"{edge.source}:{edge.answer}" if edge.answer else edge.source for edge in graph.before(step.id))
    if isinstance(step, Action):
        told = tuple(
            TakesPart(item.role, routine.role(item.role).name, item.text, item == step.proxy, ours(item.basis))
            for item in step.asked
        )
        days = step.within.days if step.within else 0
        # In the conversation an action meets those who are responsible for it.
        shown = replace(card(routine, step), reach=tuple(reach(routine, step)))
        informs = tuple(item.role for item in step.informs)
        return GuideStep(shown, None, (), before, days, informs, told)
    texts = {other.id: other.text for other in graph.steps()}
    ways = [
        Branch(
            wording.capital(edge.answer or ""),
            edge.target if edge.target in texts else "",
            texts.get(edge.target, "Inga fler åtgärder i spåret"),
        )
        for edge in graph.following(step.id)
    ]
    return GuideStep(None, ask(routine, step), tuple(ways), before, own=step.own or "")
