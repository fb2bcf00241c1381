"""Lätt att läsa: what a role does and what others do for it, in few and common words. Who does what comes from the actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from routine import wording
from routine.model import Action, EmergencyNumber, Role, RolePart, Routine, Term
from routine.terms import Passage, first_used
from routine.views.parts import AskCard, Card, ask, card

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EasyAction:
    """What the reader does, or is with in. `card` has only what the words leave out; `others` says with whom, as sentences."""

    card: Card
    lines: Lines
    others: Lines


@dataclass(frozen=True, slots=True)
class EasyQuestion:
    """What the reader answers."""

    question: AskCard
    lines: Lines


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody else does: the first line goes on from their name."""

    action: str
    lines: Lines
    limit: str


@dataclass(frozen=True, slots=True)
class Helper:
    """Those who do something for the reader or ask what it thinks: their names, what to call them then, who that is, and what they do."""

    name: str
    pronoun: str
    lines: Lines
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Easy:
    """`people` are those whom the page names and nothing above has presented. `terms` are those first used in each step, by its id, and in the
    beginning, by the role's id."""

    role: Role
    emergency: tuple[EmergencyNumber, ...]
    lines: Lines
    own: tuple[EasyAction, ...]
    questions: tuple[EasyQuestion, ...]
    taking_part: tuple[EasyAction, ...]
    asking: tuple[Helper, ...]
    helpers: tuple[Helper, ...]
    people: tuple[tuple[str, Lines], ...]
    terms: Mapping[str, tuple[Term, ...]]


def easy(routine: Routine) -> Easy:
    """The page of the role that the data has easy words for."""
    role = routine.role(routine.easy.role)
    own, taking_part = (tuple(_action(routine, action) for action in _actions(routine, part)) for part in ("own", "with"))
    questions = tuple(_question(routine, id) for id in (question.id for question in routine.questions if role.id in question.answered_by))
    asking, helpers = (tuple(_helpers(routine, part)) for part in ("consulted", "for"))
    presented = {helper.name for helper in (*asking, *helpers)}
    people = tuple((routine.role(item.role).name, item.lines) for item in routine.easy.roles if routine.role(item.role).name not in presented)
    begun = Passage(role.id, " ".join((*routine.easy.lines, *role.limits)))
    passages = (begun, *map(_of_action, own), *map(_of_question, questions), *map(_of_action, taking_part), *_of_helpers((*asking, *helpers)))
    return Easy(role, routine.emergency, routine.easy.lines, own, questions, taking_part, asking, helpers, people, first_used(routine.terms, passages))


def _actions(routine: Routine, part: RolePart) -> Iterator[Action]:
    return (action for action in routine.actions if action.part_of(routine.easy.role) == part)


def _words(routine: Routine, step: str) -> Lines:
    return next(item.lines for item in routine.easy.steps if item.step == step)


def _action(routine: Routine, action: Action) -> EasyAction:
    """The facts of the action stay; what explains it, and who is in it, is said in other words. What is to be said is its owner's to say."""
    facts = replace(card(routine, action, routine.easy.role), detail="", consulted="", proxy="", with_others="")
    if routine.easy.role not in action.responsible:
        facts = replace(facts, requirement="", say=(), groups=(), meanwhile=())
    return EasyAction(facts, _words(routine, action.id), tuple(_others(routine, action)))


def _others(routine: Routine, action: Action) -> Iterator[str]:
    reader = routine.easy.role
    others = [id for id in action.responsible if id != reader]
    if reader not in action.responsible:
        asked = action.proxy is not None and action.proxy.role == reader
        yield f"{'Om ' if asked else ''}{wording.names(routine, others)} {'ber dig' if asked else 'ansvarar. Du är med'}."
        return
    if others:
        yield f"Ni gör det tillsammans: du och {wording.names(routine, others)}."
    if action.consulted:
        yield wording.talk(routine, action.consulted)


def _question(routine: Routine, id: str) -> EasyQuestion:
    return EasyQuestion(replace(ask(routine, routine.question(id), routine.easy.role), detail=""), _words(routine, id))


def _helpers(routine: Routine, part: RolePart) -> Iterator[Helper]:
    """Each owner, or owners together, once: what they do, in the source's order."""
    groups: dict[tuple[str, ...], list[Action]] = {}
    for action in _actions(routine, part):
        groups.setdefault(action.responsible, []).append(action)
    about: dict[tuple[str, ...], Lines] = {(item.role,): item.lines for item in routine.easy.roles}
    for responsible, actions in groups.items():
        deeds = (Deed(action.id, _words(routine, action.id), wording.limit(action.within) if action.within else "") for action in actions)
        pronoun = "Hen" if len(responsible) == 1 else "De"
        yield Helper(wording.together(routine.role(id).name for id in responsible), pronoun, about.get(responsible, ()), tuple(deeds))


def _of_action(item: EasyAction) -> Passage:
    facts = (*(condition.text for condition in item.card.conditions), item.card.requirement, *item.card.groups)
    return Passage(item.card.id, " ".join((*item.lines, *item.others, *facts)), " ".join(item.lines))


def _of_question(item: EasyQuestion) -> Passage:
    return Passage(item.question.id, " ".join(item.lines), " ".join(item.lines))


def _of_helpers(helpers: tuple[Helper, ...]) -> Iterator[Passage]:
    """Who they are is explained by their first deed's terms."""
    for helper in helpers:
        for at, deed in enumerate(helper.deeds):
            yield Passage(deed.action, " ".join((*(helper.lines if at == 0 else ()), *deed.lines)), " ".join(deed.lines))
