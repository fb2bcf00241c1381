"""The page of one role.

It shows what you do, what others do for you, what you wait for, and who waits for you.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from routine.model import graph as graphs
from routine.model import wording
from routine.model.beside import Guidance, OpenQuestion, Term
from routine.model.fields import Basis
from routine.model.graph import holders
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.model.telling import tells
from routine.model.terms import Passage, first_used
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import (
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

FEW = 4  # The number of folded actions that fit on a phone's screen.
STARTS = "_starts"  # Stands for the text on when the role begins; no id begins with an underscore.


class Deed(Struct, frozen=True):
    """An action or answer of somebody else, in words to this reader.

    `reading` is whether it rests on our interpretation. `address` leads to the action on the owner's page.
    """

    owners: tuple[Owner, ...]
    text: str
    address: str
    action: str
    reading: bool


class Deeds(Struct, frozen=True):
    """The deeds of the same owners.

    `about` is the subject of them all, in few words.
    """

    owners: tuple[Owner, ...]
    deeds: tuple[Deed, ...]
    about: Phrase | None


class Asked(Struct, frozen=True):
    """An action that the reader may be asked to do without responsibility.

    `told` is what the reader is told, `owners` are those responsible. `asked` is whether the reader stands in, and
    only when asked to. `part` is the reader's part as a sentence; empty for one who is chosen. `meanwhile` is advice
    for one who stands in while a question about the action is open; `silent` are the open questions about it that are
    put to the reader.
    """

    told: TakesPart
    owners: tuple[Owner, ...]
    asked: bool
    part: str
    meanwhile: tuple[Advice, ...]
    silent: tuple[OpenQuestion, ...]


class HandOver(Struct, frozen=True):
    """A role that takes over from this reader.

    `done` is what has then been done, `say` the words that the data gives for the handover. `reading` is whether it
    rests on our interpretation.
    """

    owner: Owner
    done: str
    say: tuple[str, ...]
    reading: bool


class RolePage(Struct, frozen=True):
    """Everything that one role's page shows.

    `first` are the actions that are shown in full: the first one, with those of the same contact. The others are
    folded. `folded` holds them for each section, by its id: each by itself, or several under the section's name;
    `sectioned` is whether any are under a section's name.

    `terms` holds the terms first used in each step, by its id; for the beginning of the page, by the role's id and
    STARTS. `easy` is whether the easy page is this role's, `tells` whether there is a page on who learns what.
    """

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
        """Return whether the reader chooses somebody in an action it is part of."""
        return any(item.part == CHOOSES for item in self.asked)

    @property
    def asked_title(self) -> str:
        """Return the heading over the reader's parts, if it owns nothing."""
        return asked_title([item.part for item in self.asked])


def role_page(routine: Routine, id: str) -> RolePage:
    """Return the page of the role with this id.

    Raises KeyError when there is no such role.
    """
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
    """Return the terms first used in each step, in the page's order.

    The role's own name is explained by the whole beginning of the page.
    """
    begun = (Passage(role.id, role.intro, role.name), Passage(STARTS, role.starts.text if role.starts else ""))
    done = (Passage(deed.action, deed.text) for group in deeds for deed in group.deeds)
    return first_used(routine.terms, (*begun, *passages(cards, questions), *done))


def _deed(routine: Routine, action: Action, text: str, *bases: Basis) -> Deed:
    """Return an action of others in words to the reader.

    Who does it is a part of the statement, so the basis of that counts as well.
    """
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
    """Yield actions of others that consult the reader, and who else is asked."""
    for action in routine.actions:
        if action.consulted and id in action.consulted.roles:
            asked = wording.in_consultation(routine, action.consulted, id)
            yield _deed(routine, action, f"{action.others}, {asked}", action.consulted.basis)


def _deeds(routine: Routine, id: str) -> Iterator[Deed]:
    """Yield what others do for the reader.

    Actions that the reader itself takes part in are left out.
    """
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
    """Yield steps of others that the reader waits for, or that wait for it.

    `backwards` gives those that the reader's own steps wait for. Each comes once, however many of the reader's steps
    it depends on, since it waits for them all.
    """
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
    """Return the edges between others' steps and the reader's, by other step."""
    held = dict.fromkeys(step.id for step in graph.steps() if id in holders(step))
    edges = (edge for step in held for edge in (graph.before(step) if backwards else graph.following(step)))
    others = ((edge.source if backwards else edge.target, edge) for edge in edges)
    return by_key((other, edge) for other, edge in others if other not in held)


def _held_up(action: Action, edges: Iterable[graphs.Edge], reader: str) -> str:
    """Return an action in words to the reader that it depends on.

    The words name all of the reader's answers and actions that it depends on.
    """
    to_reader = [told.text for told in action.helps if told.role == reader]
    sources = {edge.source for edge in edges}
    conditions = [item.own or item.text for item in action.conditions if item.question in sources]
    waits = [item.text for item in action.after if item.action in sources]
    return to_reader[0] if to_reader else ", ".join((action.others, *conditions, *waits))


def _bases(first: graphs.Step, edge: graphs.Edge) -> Iterator[Basis]:
    """Yield the basis of each statement that makes a step depend on another."""
    yield "tolkning" if edge.reading else "kalla"
    if isinstance(first, Question):
        yield first.basis


def _first(mine: Sequence[Action]) -> Iterator[str]:
    """Yield the first action and those done in the same contact."""
    for action in mine:
        if action == mine[0] or (action.group and mine[0].group and action.group.id == mine[0].group.id):
            yield action.id


def _folded(cards: Iterable[Card], first: Container[str], *, few: bool) -> Iterator[tuple[Card, ...]]:
    """Yield the cards that are not shown in full, in groups.

    A card is by itself where the cards are few, or where it has a limit, which applies to it alone.
    """
    rest = (card for card in cards if card.id not in first)
    for alone, run in groupby(rest, lambda card: few or bool(card.limit)):
        if alone:
            yield from ((card,) for card in run)
        else:
            yield tuple(run)


def _by_person(routine: Routine, deeds: Iterable[Deed], reader: str = "") -> tuple[Deeds, ...]:
    """Group the deeds by owners, each deed once.

    The owners are in the order in which they first occur.
    """
    groups = by_key((deed.owners, deed) for deed in dict.fromkeys(deeds))
    return tuple(Deeds(owners, tuple(group), _about(routine, group, reader)) for owners, group in groups.items())


def _about(routine: Routine, deeds: Sequence[Deed], reader: str) -> Phrase | None:
    """Return the subject of some deeds: `Polisen och professionellt stöd`.

    It is the titles of their sections. None where all deeds are answers to questions.
    """
    actions = {action.id: action for action in routine.actions}
    own = [actions[deed.action] for deed in deeds if deed.action in actions]
    sections = tuple(dict.fromkeys(routine.section(action.section) for action in own))
    titles = " · ".join(section.title for section in sections)
    return Phrase(titles, any(ours(section.basis) for section in sections)) if sections else None


def _hand_over(routine: Routine, mine: Iterable[Action], id: str) -> Iterator[HandOver]:
    for action in mine:
        for other in action.informs:
            if other.role != id:
                yield HandOver(owner(routine, other.role), action.done or "", said_by(action), ours(other.basis))
