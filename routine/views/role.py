"""One role's page: what you do, what others do for you, what you wait for, who waits for you."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.beside import Guidance, OpenQuestion, Term
from routine.domain.fields import Basis
from routine.domain.graph import holders
from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.domain.steps import Action, Question
from routine.domain.telling import tells
from routine.domain.terms import Passage, first_used
from routine.domain.wording import ours
from routine.views import addresses as at
from routine.views.facts import Phrase
from routine.views.parts import (
    ASKED,
    CHOOSES,
    Advice,
    AskCard,
    Card,
    Owner,
    TakesPart,
    TrackPart,
    amount,
    ask,
    asked_title,
    by_track,
    handing_over,
    joined,
    owned,
    owner,
    owners,
    passages,
    said_by,
    silent,
    takes_part,
)

FEW = 4  # Actions that a phone shows under each other in a screen, each folded.
STARTS = "_starts"  # Where the page says when the role begins: no id begins so.


class Deed(Struct, frozen=True):
    """What somebody else does, in words to this reader, which may be our reading.
    `address` leads to the action on the owner's page."""

    owners: tuple[Owner, ...]
    text: str
    address: str
    action: str
    reading: bool


class Deeds(Struct, frozen=True):
    """What the same owners do. `about` is what all of it is about, in few words."""

    owners: tuple[Owner, ...]
    deeds: tuple[Deed, ...]
    about: Phrase | None


class Asked(Struct, frozen=True):
    """What a reader who is not responsible is `told` that it may be asked to do, in whose action. `asked` is whether
    the reader stands in, and only when asked to; `part` is what that makes of the reader, as a sentence; empty for one
    who is chosen. `meanwhile` is what helps who stands in while a question about it is open, `silent` are the open
    questions about it that are put to the reader."""

    told: TakesPart
    owners: tuple[Owner, ...]
    asked: bool
    part: str
    meanwhile: tuple[Advice, ...]
    silent: tuple[OpenQuestion, ...]


class HandOver(Struct, frozen=True):
    """Who takes over from this reader, which may be our reading, after what has been done, and the words that the
    data gives for it."""

    owner: Owner
    done: str
    say: tuple[str, ...]
    reading: bool


class RolePage(Struct, frozen=True):
    """Everything that one role's page shows. `first` are the actions that are shown in full, the others folded: the
    first one, with those of the same contact. `folded` has those of each section, by its id: each for itself, or
    several under the section's name; `sectioned` is whether any are. `terms` are those first used in each step, by its
    id; in the beginning, by the role's id and STARTS. `easy` is whether the easy page is this role's, `tells` whether
    there is one on who learns what."""

    role: Role
    amount: str
    easy: bool
    tells: bool
    reached: Deed | None
    tracks: tuple[TrackPart, ...]
    first: frozenset[str]
    folded: Mapping[str, tuple[tuple[Card, ...], ...]]
    sectioned: bool
    questions: tuple[AskCard, ...]
    asked: tuple[Asked, ...]
    deeds: tuple[Deeds, ...]
    waits_for: tuple[Deeds, ...]
    waiting: tuple[Deeds, ...]
    hand_over: tuple[HandOver, ...]
    handing_over: tuple[str, ...]
    consulted: tuple[Deeds, ...]
    guidance: tuple[Guidance, ...]
    terms: Mapping[str, tuple[Term, ...]]

    @property
    def chooses(self) -> bool:
        """Whether the reader chooses anybody in what it is with in."""
        return any(item.part == CHOOSES for item in self.asked)

    @property
    def asked_title(self) -> str:
        """The heading over what it is with in, where it owns nothing."""
        return asked_title([item.part for item in self.asked])


def role_page(routine: Routine, id: str) -> RolePage:
    """The page of the role with this id. Raises KeyError when there is none."""
    mine = owned(routine, id)
    graph = graphs.build(routine)
    questions = tuple(ask(routine, question, id) for question in routine.questions if id in question.answered_by)
    tracks = by_track(routine, mine, id)
    cards = tuple(card for part in tracks for section in part.sections for card in section.cards)
    deeds = _by_person(routine, _deeds(routine, id), id)
    told = {deed.action for group in deeds for deed in group.deeds}
    first = frozenset(_first(mine))
    folded = {
        part.section.id: tuple(_folded(part.cards, first, few=len(mine) <= FEW))
        for track in tracks
        for part in track.sections
    }
    return RolePage(
        role=routine.role(id),
        amount=amount(routine, id),
        easy=routine.easy is not None and routine.easy.role == id,
        tells=tells(routine),
        reached=_reached(routine, id),
        tracks=tracks,
        first=first,
        folded=folded,
        sectioned=any(len(run) > 1 for runs in folded.values() for run in runs),
        questions=questions,
        asked=tuple(_asked(routine, id)),
        deeds=deeds,
        waits_for=_by_person(routine, _neighbours(routine, graph, id, backwards=True)),
        waiting=_by_person(
            routine, (deed for deed in _neighbours(routine, graph, id, backwards=False) if deed.action not in told)
        ),
        hand_over=tuple(_hand_over(routine, mine, id)),
        handing_over=handing_over(routine),
        consulted=_by_person(routine, _consulted(routine, id)),
        guidance=tuple(item for item in routine.guidance if id in item.roles),
        terms=_terms(routine, routine.role(id), cards, questions, deeds),
    )


def _terms(
    routine: Routine, role: Role, cards: Iterable[Card], questions: Iterable[AskCard], deeds: Iterable[Deeds]
) -> dict[str, tuple[Term, ...]]:
    """In the order of the page. The role's own name is explained by all that stands there."""
    begun = (Passage(role.id, role.intro, role.name), Passage(STARTS, role.starts.text if role.starts else ""))
    done = (Passage(deed.action, deed.text) for group in deeds for deed in group.deeds)
    return first_used(routine.terms, (*begun, *passages(cards, questions), *done))


def _deed(routine: Routine, action: Action, text: str, *bases: Basis) -> Deed:
    """Who does it is a part of what is said."""
    reading = any(map(ours, (action.responsible_basis, *bases)))
    address = at.role(action.responsible[0], action.id)
    return Deed(owners(routine, action.responsible), text, address, action.id, reading)


def _reached(routine: Routine, id: str) -> Deed | None:
    by = routine.role(id).reached_by
    if by is None:
        return None
    action = routine.action(by.action)
    return _deed(routine, action, by.text or action.others, by.basis)


def _consulted(routine: Routine, id: str) -> Iterator[Deed]:
    """What others do in consultation with the reader, and with whom else."""
    for action in routine.actions:
        if action.consulted and id in action.consulted.roles:
            asked = wording.in_consultation(routine, action.consulted, id)
            yield _deed(routine, action, f"{action.others}, {asked}", action.consulted.basis)


def _deeds(routine: Routine, id: str) -> Iterator[Deed]:
    """Apart from those that it is itself with in."""
    for action in routine.actions:
        joined = {*action.responsible, *(item.role for item in action.invited)}
        for told in action.helps:
            if told.role == id and id not in joined:
                yield _deed(routine, action, told.text, told.basis)


def _asked(routine: Routine, id: str) -> Iterator[Asked]:
    for action in routine.actions:
        for item in action.invited:
            if item.role == id:
                told = takes_part(routine, action, item)
                yield Asked(
                    told,
                    owners(routine, action.responsible),
                    told.stands_in == ASKED,
                    told.stands_in or joined(action, id),
                    told.meanwhile if told.stands_in else (),
                    silent(routine, action, id),
                )


def _neighbours(routine: Routine, graph: graphs.Graph, id: str, *, backwards: bool) -> Iterator[Deed]:
    """Steps of others that hold the reader's own up, or that the reader's own hold up: each once, however many of the
    reader's it hangs on, since it waits for them all."""
    steps = {step.id: step for step in graph.steps()}
    for step, edges in _between(graph, id, backwards=backwards).items():
        other = steps[step]
        if isinstance(other, Action):
            text = other.others if backwards else _held_up(other, edges, id)
            bases = (basis for edge in edges for basis in _bases(steps[edge.source], edge))
            yield _deed(routine, other, text, *bases)
        else:
            yield Deed(
                owners(routine, other.answered_by),
                f"svarar på frågan ”{other.own or other.text}”",
                at.role(other.answered_by[0], other.id),
                other.id,
                ours(other.basis),
            )


def _between(graph: graphs.Graph, id: str, *, backwards: bool) -> dict[str, list[graphs.Edge]]:
    """What leads from each step of others to the reader's own, or from these to it."""
    held = dict.fromkeys(step.id for step in graph.steps() if id in holders(step))
    edges = (edge for step in held for edge in (graph.before(step) if backwards else graph.following(step)))
    others = ((edge.source if backwards else edge.target, edge) for edge in edges)
    return by_key((other, edge) for other, edge in others if other not in held)


def _held_up(action: Action, edges: Iterable[graphs.Edge], reader: str) -> str:
    """An action in words to the one whose answers or actions it hangs on, with all of them that it hangs on."""
    to_reader = [told.text for told in action.helps if told.role == reader]
    sources = {edge.source for edge in edges}
    conditions = [item.own or item.text for item in action.conditions if item.question in sources]
    waits = [item.text for item in action.after if item.action in sources]
    return to_reader[0] if to_reader else ", ".join((action.others, *conditions, *waits))


def _bases(first: graphs.Step, edge: graphs.Edge) -> Iterator[Basis]:
    """Whose word it is that a step hangs on another."""
    yield "tolkning" if edge.reading else "kalla"
    if isinstance(first, Question):
        yield first.basis


def _first(mine: Sequence[Action]) -> Iterator[str]:
    """The first action, and what is done in one contact with it."""
    for action in mine:
        if action == mine[0] or (action.group and mine[0].group and action.group.id == mine[0].group.id):
            yield action.id


def _folded(cards: Iterable[Card], first: Container[str], *, few: bool) -> Iterator[tuple[Card, ...]]:
    """What is not shown in full: each for itself where they are few, or has a limit, which holds for it alone."""
    rest = (card for card in cards if card.id not in first)
    for alone, run in groupby(rest, lambda card: few or bool(card.limit)):
        if alone:
            yield from ((card,) for card in run)
        else:
            yield tuple(run)


def _by_person(routine: Routine, deeds: Iterable[Deed], reader: str = "") -> tuple[Deeds, ...]:
    """Each deed once, by owners in the order in which they first come."""
    groups = by_key((deed.owners, deed) for deed in dict.fromkeys(deeds))
    return tuple(Deeds(owners, tuple(group), _about(routine, group, reader)) for owners, group in groups.items())


def _about(routine: Routine, deeds: Sequence[Deed], reader: str) -> Phrase | None:
    """`Polisen och professionellt stöd`: to the reader of the easy page its words for what each is about, to others the
    titles of their sections. None where all are questions."""
    actions = {action.id: action for action in routine.actions}
    own = [actions[deed.action] for deed in deeds if deed.action in actions]
    # A rule sees to it that no deed for the easy page's reader lacks its own.
    easy = routine.easy if routine.easy and routine.easy.role == reader else None
    if easy and (topics := easy.topics({action.id for action in own})):
        return Phrase(wording.capital(wording.series(topics)))
    sections = tuple(dict.fromkeys(routine.section(action.section) for action in own))
    titles = " · ".join(section.title for section in sections)
    return Phrase(titles, any(ours(section.basis) for section in sections)) if sections else None


def _hand_over(routine: Routine, mine: Iterable[Action], id: str) -> Iterator[HandOver]:
    for action in mine:
        for other in action.informs:
            if other.role != id:
                yield HandOver(owner(routine, other.role), action.done or "", said_by(action), ours(other.basis))
