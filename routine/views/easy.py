"""Lätt att läsa: what a role does and what others do for it, in few and common words.
Who does what comes from the actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from routine.domain import wording
from routine.domain.fields import Basis
from routine.domain.model import Action, Role, RolePart, Routine, Term
from routine.domain.terms import Passage, first_used
from routine.domain.wording import ours
from routine.views.parts import AskCard, Card, ask, card
from routine.views.readings import readings

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EasyAction:
    """What the reader does, or is with in. `card` has only what the words leave out;
    `others` says with whom, as sentences."""

    card: Card
    lines: Lines
    others: Lines


@dataclass(frozen=True, slots=True)
class EasyQuestion:
    """What the reader answers."""

    question: AskCard
    lines: Lines


@dataclass(frozen=True, slots=True)
class EasyDeed:
    """What somebody else does: the first line goes on from the name.
    `about` is who that is, where the page first says so; `reading` when some of it is how we understand the source."""

    action: str
    name: str
    lines: Lines
    limit: str
    about: Lines
    reading: bool


@dataclass(frozen=True, slots=True)
class EasyGroup:
    """What others do in one section of the routine."""

    title: str
    deeds: tuple[EasyDeed, ...]


@dataclass(frozen=True, slots=True)
class EasyPage:
    """`first` are the reader's own actions that come first, one, and `then` the rest. `people` are those whom the page
    names and has not presented. `reading` when the routine has some of ours. `terms` are those first used in each step,
    by its id, and in the beginning, by the role's id."""

    role: Role
    urgent: Lines
    lines: Lines
    first: tuple[EasyAction, ...]
    then: tuple[EasyAction, ...]
    questions: tuple[EasyQuestion, ...]
    taking_part: tuple[EasyAction, ...]
    asking: tuple[EasyGroup, ...]
    helping: tuple[EasyGroup, ...]
    people: tuple[tuple[str, Lines], ...]
    reading: bool
    terms: Mapping[str, tuple[Term, ...]]


def easy(routine: Routine) -> EasyPage:
    """The page of the role that the data has easy words for."""
    role = routine.role(routine.easy.role)
    own, taking_part = (
        tuple(_action(routine, action) for action in _actions(routine, part)) for part in ("own", "with")
    )
    first = tuple(item for item in own if routine.opening and item.card.id == routine.opening.id) or own[:1]
    questions = tuple(
        _question(routine, id)
        for id in (question.id for question in routine.questions if role.id in question.answered_by)
    )
    asking, helping = (tuple(_groups(routine, part)) for part in ("consulted", "for"))
    deeds = tuple(deed for group in (*asking, *helping) for deed in group.deeds)
    presented = {deed.name for deed in deeds if deed.about}
    return EasyPage(
        role=role,
        urgent=tuple(point for item in routine.guidance if role.id in item.checklists for point in item.points)
        or tuple(number.advice for number in routine.emergency),
        lines=routine.easy.lines,
        first=first,
        then=tuple(item for item in own if item not in first),
        questions=questions,
        taking_part=taking_part,
        asking=asking,
        helping=helping,
        people=tuple(
            (routine.role(item.role).name, item.lines)
            for item in routine.easy.roles
            if routine.role(item.role).name not in presented
        ),
        reading=bool(readings(routine)),
        terms=first_used(routine.terms, _passages(routine, own, questions, taking_part, deeds)),
    )


def _actions(routine: Routine, part: RolePart) -> Iterator[Action]:
    return (action for action in routine.actions if action.part_of(routine.easy.role) == part)


def _words(routine: Routine, step: str) -> Lines:
    return next(item.lines for item in routine.easy.steps if item.step == step)


def _action(routine: Routine, action: Action) -> EasyAction:
    """The facts of the action stay; what explains it, and who is in it, is said in other words.
    What is to be said is its owner's to say. That some of it is our reading is said once, at the end of the page."""
    own = routine.easy.role in action.responsible
    full = card(routine, action, routine.easy.role).unmarked
    facts = tuple(fact for fact in full.facts if fact.kind.easy == "all" or (own and fact.kind.easy))
    shown = replace(full, facts=facts, meanwhile=full.meanwhile if own else ())
    return EasyAction(shown, _words(routine, action.id), tuple(_others(routine, action)))


def _others(routine: Routine, action: Action) -> Iterator[str]:
    reader = routine.easy.role
    others = [id for id in action.responsible if id != reader]
    if reader not in action.responsible:
        asked = action.proxy is not None and action.proxy.role == reader
        who = wording.names(routine, others)
        yield f"Om {who} ber dig." if asked else f"{who} har ansvaret. Du deltar."
        return
    if others:
        yield f"Ni gör det tillsammans: du och {wording.names(routine, others)}."
    if action.consulted:
        yield wording.talk(routine, action.consulted)


def _question(routine: Routine, id: str) -> EasyQuestion:
    return EasyQuestion(replace(ask(routine, routine.question(id), routine.easy.role), detail=""), _words(routine, id))


def _groups(routine: Routine, part: RolePart) -> Iterator[EasyGroup]:
    """By the routine's sections, in its order. Who acts alone is presented the first time."""
    actions = tuple(_actions(routine, part))
    first = {action.responsible: action.id for action in reversed(actions)}
    for section in routine.sections:
        deeds = tuple(
            _deed(routine, action, first[action.responsible] == action.id)
            for action in actions
            if action.section == section.id
        )
        if deeds:
            yield EasyGroup(section.title, deeds)


def _deed(routine: Routine, action: Action, first: bool) -> EasyDeed:
    about: dict[tuple[str, ...], Lines] = {(item.role,): item.lines for item in routine.easy.roles}
    return EasyDeed(
        action.id,
        wording.together(routine.role(id).name for id in action.responsible),
        _words(routine, action.id),
        action.within.text if action.within else "",
        about.get(action.responsible, ()) if first else (),
        any(map(ours, _bases(routine, action))),
    )


def _bases(routine: Routine, action: Action) -> Iterator[Basis]:
    """Whose word it is who does it, when, and that it is done for the reader."""
    yield action.responsible_basis
    yield from (condition.basis for condition in action.conditions)
    yield from (after.basis for after in action.after)
    yield from (told.basis for told in action.helps if told.role == routine.easy.role)


def _passages(
    routine: Routine,
    own: Iterable[EasyAction],
    questions: Iterable[EasyQuestion],
    taking_part: Iterable[EasyAction],
    deeds: Iterable[EasyDeed],
) -> Iterator[Passage]:
    """In the order of the page, each with exactly what it says.
    Easy words explain themselves where a sentence begins with the hard one."""
    limits = routine.role(routine.easy.role).limits
    yield Passage(routine.easy.role, " ".join((*routine.easy.lines, *(item.text for item in limits))))
    yield from map(_of_action, own)
    for item in questions:
        yield Passage(item.question.id, " ".join(item.lines), " ".join(item.lines))
    yield from map(_of_action, taking_part)
    for deed in deeds:
        yield Passage(deed.action, " ".join((*deed.lines, *deed.about)), " ".join(deed.lines))


def _of_action(item: EasyAction) -> Passage:
    facts = (phrase.text for fact in item.card.facts if fact.kind.own for phrase in fact.phrases)
    return Passage(item.card.id, " ".join((*item.lines, *item.others, *facts)), " ".join(item.lines))
