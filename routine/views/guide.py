"""The guide in full: every step in the order of reading, with owners and anchors.
The page's scripts make a conversation of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.fields import ANSWERS, Answer
from routine.domain.model import EmergencyNumber, Proxy, Question, Role, Routine, Term, Told, Track
from routine.domain.terms import Passage, first_used
from routine.domain.wording import ours
from routine.views.parts import AskCard, Card, Owner, ask, card, handing_over, owner, passages, reach


@dataclass(frozen=True, slots=True)
class Branch:
    """What hangs on an answer: `label` is Ja or Nej, `steps` the id and text of each; none, and nothing does."""

    label: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role to choose. `own` is its name to who has it.

    For the script: `reached` is the action that usually calls it in, and `gap` what is open when that falls away.
    """

    owner: Owner
    own: str
    summary: str
    reached: str
    gap: str


@dataclass(frozen=True, slots=True)
class TakesPart:
    """A role that takes part in an action, or may stand in for the one who is responsible, with the words to it."""

    role: str
    name: str
    text: str
    stands_in: bool
    reading: bool
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One of `card` and `question`; ways only for a question.

    The rest is for the script: `needs` are the answers that it hangs on, as `question:answer`, and `waits` the actions
    that it waits for; `days` the limit, 0 without one; `done` the action when it is; `own` the question to the one who
    answers it, and `heard` those who may report the answer; `group` the actions that are done in the same contact.
    """

    card: Card | None
    question: AskCard | None
    ways: tuple[Branch, ...]
    needs: str
    waits: str
    days: int = 0
    opens: bool = False
    group: str = ""
    informs: tuple[str, ...] = ()
    told: tuple[TakesPart, ...] = ()
    done: str = ""
    own: str = ""
    heard: tuple[str, ...] = ()

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
    handing_over: tuple[str, ...]


def guide(routine: Routine) -> Guide:
    """The same graph as the flowchart, as a list."""
    graph = graphs.build(routine)
    tracks = []
    for slot, (id, steps) in enumerate(graph.tracks, 1):
        track = next(track for track in routine.tracks if track.id == id)
        tracks.append((track, slot, tuple(_step(routine, graph, step) for step in steps)))
    roles = tuple(_role(routine, role) for role in routine.roles)
    return Guide(
        routine.edition.edition, routine.emergency, roles, tuple(tracks), _terms(routine, tracks), handing_over(routine)
    )


def _role(routine: Routine, role: Role) -> RoleChoice:
    reached = role.reached_by
    gap = next(
        (item.question for item in routine.open_questions if reached and item.id == reached.open_question),
        "",
    )
    return RoleChoice(
        owner(routine, role.id),
        role.own or role.name,
        role.summary,
        reached.action if reached else "",
        gap,
    )


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
    needs = " ".join(f"{question}:{answer}" for question, answer in sorted(graph.needs[step.id]))
    waits = " ".join(graph.waits[step.id])
    if isinstance(step, Question):
        ways = tuple(_branch(graph, step, answer) for answer in ANSWERS)
        heard = tuple(item.role for item in step.heard_by)
        return GuideStep(None, ask(routine, step), ways, needs, waits, own=step.own or "", heard=heard)
    told = tuple(
        TakesPart(item.role, routine.role(item.role).name, item.text, item == step.proxy, ours(item.basis), _say(item))
        for item in step.asked
    )
    return GuideStep(
        # In the conversation an action meets those who are responsible for it.
        replace(card(routine, step), reach=tuple(reach(routine, step))),
        None,
        (),
        needs,
        waits,
        done=step.done or "",
        days=step.within.days if step.within else 0,
        opens=step.opens is not None,
        group=step.group.id if step.group else "",
        informs=tuple(item.role for item in step.informs),
        told=told,
    )


def _say(told: Told) -> tuple[str, ...]:
    """What who stands in for somebody may say: it did not happen to her."""
    return tuple(claim.text for claim in told.say) if isinstance(told, Proxy) else ()


def _branch(graph: graphs.Graph, question: Question, answer: Answer) -> Branch:
    texts = {step.id: step.text for step in graph.steps()}
    hanging = (edge.target for edge in graph.following(question.id) if edge.answer == answer)
    return Branch(wording.capital(answer), tuple((id, texts[id]) for id in hanging))
