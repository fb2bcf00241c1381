"""Lätt att läsa: what a role does and what others do for it, in few and common words. Who does what comes from the actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from routine import wording
from routine.model import Action, EmergencyNumber, Role, Routine, Term
from routine.terms import Passage, first_used
from routine.views.parts import AskCard, Card, Owner, ask, card, owners

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EasyAction:
    """What the reader does, or is with in. `talk` is whom to talk to, as a sentence, or empty; `proxy` is true when it may be asked to stand in."""

    card: Card
    lines: Lines
    talk: str
    proxy: bool


@dataclass(frozen=True, slots=True)
class EasyQuestion:
    """What the reader answers."""

    question: AskCard
    lines: Lines


@dataclass(frozen=True, slots=True)
class EasyDeed:
    """What somebody else does for the reader; the first line goes on from the name."""

    action: str
    lines: Lines
    limit: str


@dataclass(frozen=True, slots=True)
class Helper:
    """Those who do something for the reader, who that is, and what they do."""

    owners: tuple[Owner, ...]
    lines: Lines
    deeds: tuple[EasyDeed, ...]


@dataclass(frozen=True, slots=True)
class Easy:
    """`terms` are those first used in each step, by its id, and in the beginning, by the role's id."""

    role: Role
    emergency: tuple[EmergencyNumber, ...]
    lines: Lines
    own: tuple[EasyAction, ...]
    questions: tuple[EasyQuestion, ...]
    taking_part: tuple[EasyAction, ...]
    helpers: tuple[Helper, ...]
    terms: Mapping[str, tuple[Term, ...]]


def easy(routine: Routine) -> Easy:
    """The page of the role that the data has easy words for."""
    role, words = routine.easy.role, {item.step: item.lines for item in routine.easy.steps}
    own = tuple(_action(routine, action, words) for action in routine.actions if action.part_of(role) == "own")
    questions = tuple(
        EasyQuestion(replace(ask(routine, question, role), detail=""), words[question.id]) for question in routine.questions if role in question.answered_by
    )
    taking_part = tuple(_action(routine, action, words) for action in routine.actions if action.part_of(role) == "with")
    helpers = tuple(_helpers(routine, words))
    passages = [Passage(role, " ".join(routine.easy.lines)), *_passages(own), *_questions(questions), *_passages(taking_part)]
    passages += [Passage(deed.action, " ".join(deed.lines)) for helper in helpers for deed in helper.deeds]
    return Easy(
        routine.role(role),
        routine.emergency,
        routine.easy.lines,
        own,
        questions,
        taking_part,
        helpers,
        first_used(routine.terms, passages),
    )


def _action(routine: Routine, action: Action, words: Mapping[str, Lines]) -> EasyAction:
    """The facts of the action stay; only what explains it, and the consultation, is said in other words."""
    role = routine.easy.role
    talk = wording.talk(routine, action.consulted) if action.consulted else ""
    stands_in = action.proxy is not None and action.proxy.role == role
    return EasyAction(replace(card(routine, action, role), detail="", consulted=""), words[action.id], talk, stands_in)


def _helpers(routine: Routine, words: Mapping[str, Lines]) -> Iterator[Helper]:
    """Each owner, or owners together, once: what they do for the reader, in the source's order."""
    groups: dict[tuple[str, ...], list[Action]] = {}
    for action in routine.actions:
        if action.part_of(routine.easy.role) == "for":
            groups.setdefault(action.responsible, []).append(action)
    about = {item.role: item.lines for item in routine.easy.roles}
    for responsible, actions in groups.items():
        lines = about[responsible[0]] if len(responsible) == 1 else ()
        deeds = (EasyDeed(action.id, words[action.id], wording.limit(action.within) if action.within else "") for action in actions)
        yield Helper(owners(routine, responsible), lines, tuple(deeds))


def _passages(actions: Iterable[EasyAction]) -> Iterator[Passage]:
    for action in actions:
        yield Passage(action.card.id, " ".join((*action.lines, action.card.said)))


def _questions(questions: Iterable[EasyQuestion]) -> Iterator[Passage]:
    for item in questions:
        yield Passage(item.question.id, " ".join(item.lines))
