"""The easy-to-read page, "Lätt att läsa".

It tells in few and common words what a role does and decides, and what others do for it, grouped by person. Who does
what comes from the actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from routine.model import wording
from routine.model.beside import Guidance, Term
from routine.model.fields import Basis
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question, RolePart
from routine.model.terms import Passage, first_used
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.calls import Spoken, spoken
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import ASKED, INSTEAD, AskCard, Card, Reach, ask, card, joined, reach, standing_in
from routine.pages.parts.reachable import other_ways
from routine.pages.parts.readings import readings

Lines = tuple[str, ...]
Ids = tuple[str, ...]
UNANSWERED: Lines = ("Råd när rutinen inte svarar",)
PARTS: tuple[RolePart, ...] = ("consulted", "for")  # The parts of others, in the order of the page.


class EasyPerson(Struct, frozen=True):
    """A presentation of a role, given once on the page.

    `ways` are how the reader reaches a role that it informs. `advice`: the way to reach it is our interpretation.
    """

    about: Lines
    ways: tuple[Reach, ...]
    advice: bool


class EasyAction(Struct, frozen=True):
    """An action that the reader does or takes part in.

    `card` holds only the facts that the easy words leave out. `others` tells with whom, as sentences. `people` are
    those presented at this action. `unanswered` introduces the advice for what the source leaves open. `stands_in`
    tells the reader that it is a proxy, or is empty. `reading`: some of the text is our interpretation.
    """

    card: Card
    lines: Lines
    others: Lines
    people: tuple[EasyPerson, ...]
    unanswered: Lines
    stands_in: str
    reading: bool


class EasyQuestion(Struct, frozen=True):
    """A question that the reader answers.

    `reading`: the question is our interpretation.
    """

    question: AskCard
    lines: Lines
    reading: bool


class EasyDeed(Struct, frozen=True):
    """An action that others do.

    Its first line continues the sentence that the name begins. `jointly`: several do it in consultation with each
    other. `reading`: some of the text is our interpretation.
    """

    action: str
    lines: Lines
    limit: str
    jointly: bool
    reading: bool


class EasyFold(Struct, frozen=True):
    """All actions of the same owners, under their name.

    `topics` lists the actions in short, on one line.
    """

    name: str
    topics: str
    people: tuple[EasyPerson, ...]
    deeds: tuple[EasyDeed, ...]


class EasyPage(Struct, frozen=True):
    """The contents of the easy-to-read page.

    `urgent` is for acute danger. `guided` tells whether it is current guidance; otherwise `urgent` says what the
    emergency numbers are for. `ways` is guidance on other ways to those numbers. `first` is the reader's first action,
    `then` the rest of its own, and `joined` the actions that it takes part in. `opening_read`: that the action comes
    first is our interpretation. `people` are the roles that the page names but has not presented elsewhere. `reading`:
    some of the routine is our interpretation.

    `terms` are the words first used in each step, by the step's id; in the presentations of a fold, by its name; and in
    the introduction, by the role's id.
    """

    role: Role
    urgent: tuple[Spoken, ...]
    guided: bool
    ways: tuple[Guidance, ...]
    lines: Lines
    first: tuple[EasyAction, ...]
    opening_read: bool
    then: tuple[EasyAction, ...]
    joined: tuple[EasyAction, ...]
    questions: tuple[EasyQuestion, ...]
    asking: tuple[EasyFold, ...]
    helping: tuple[EasyFold, ...]
    people: tuple[EasyPerson, ...]
    reading: bool
    terms: Mapping[str, tuple[Term, ...]]

    @property
    def joined_title(self) -> str:
        """Return the heading over the actions that the reader takes part in.

        A reader with no action of its own may be asked to do them, or may do them unasked.
        """
        standing = {item.stands_in for item in self.joined}
        if self.first:
            return "Du deltar"
        return (
            "Du kan göra" if INSTEAD in standing else "Du kan bli ombedd" if ASKED in standing else "Det här gäller dig"
        )


def _urgent(routine: Routine) -> Lines:
    return tuple(point for item in routine.guidance if item.urgent for point in item.points) or tuple(
        f"{wording.stopped(number.label)} {number.advised}" for number in routine.emergency
    )


def easy(routine: Routine) -> EasyPage | None:
    """Build the page of the role that the data has easy words for.

    Returns None where the data has no easy words.
    """
    if not routine.easy:
        return None
    role = routine.role(routine.reader)
    mine = _mine(routine)
    where = _presented(routine, mine[0])
    acts, later, joined = (tuple(_action(routine, action, where) for action in part) for part in mine)
    questions = tuple(_question(routine, item) for item in routine.questions if role.id in item.answered_by)
    asking, helping = (tuple(_folds(routine, part, where)) for part in PARTS)
    return EasyPage(
        role=role,
        urgent=tuple(spoken(routine, wording.capital(line)) for line in _urgent(routine)),
        guided=any(item.urgent for item in routine.guidance),
        ways=other_ways(routine),
        lines=routine.plain.lines,
        first=acts,
        opening_read=any(ours(action.opens) for action in mine[0] if action.opens),
        then=later,
        joined=joined,
        questions=questions,
        asking=asking,
        helping=helping,
        people=tuple(_person(routine, item.role) for item in routine.plain.roles if item.role not in where),
        reading=bool(readings(routine)),
        terms=first_used(routine.terms, _passages(routine, (*acts, *later, *joined), questions, (*asking, *helping))),
    )


def _actions(routine: Routine, *parts: RolePart) -> tuple[Action, ...]:
    return tuple(action for action in routine.actions if action.part_of(routine.reader) in parts)


def _mine(routine: Routine) -> tuple[tuple[Action, ...], ...]:
    """Return the reader's first action, its others, and those it joins."""
    own = _actions(routine, "own")
    first = tuple(action for action in own if action == routine.opening) or own[:1]
    return first, tuple(action for action in own if action not in first), _actions(routine, "with")


def _by_owners(routine: Routine, part: RolePart) -> dict[Ids, list[Action]]:
    """Group the actions of others by owners, in the routine's order."""
    return by_key((action.responsible, action) for action in _actions(routine, part))


def _presented(routine: Routine, first: Iterable[Action]) -> dict[str, str]:
    """Return role → the step at which the page presents it.

    A role that the reader informs in a first action is presented there; another role at the first action that it does
    for the reader. A role that does nothing for the reader is left out.
    """
    where: dict[str, str] = {}
    for action in first:
        where.update({told.role: action.id for told in action.informs if told.role != routine.reader})
    for part in PARTS:
        for owners, actions in _by_owners(routine, part).items():
            for id in owners:
                where.setdefault(id, actions[0].id)
    return where


def _people(routine: Routine, where: Mapping[str, str], step: str) -> tuple[EasyPerson, ...]:
    return tuple(_person(routine, role.id) for role in routine.roles if where.get(role.id) == step)


def _person(routine: Routine, id: str) -> EasyPerson:
    told = next((action for action in _actions(routine, "own") if id in {item.role for item in action.informs}), None)
    addresses = {at.contact(contact.id) for contact in routine.contacts if contact.role == id}
    ways = tuple(way for way in reach(routine, told) if way.address in addresses) if told else ()
    about = next((item.lines for item in routine.plain.roles if item.role == id), ())
    advice = any(way.reading and not way.number for way in ways)
    return EasyPerson(about, tuple(replace(way, reading=False) for way in ways), advice)


def _words(routine: Routine, step: str) -> Lines:
    return next(item.lines for item in routine.plain.steps if item.step == step)


def _action(routine: Routine, action: Action, where: Mapping[str, str]) -> EasyAction:
    """Return an action with its facts and easy words.

    The facts of the action stay; its explanation and the roles in it are told in other words. Words to say are shown to
    its owner only.
    """
    own = routine.reader in action.responsible
    full = card(routine, action, routine.reader).unmarked
    facts = tuple(
        replace(fact, phrases=(Phrase(_limit(routine, action)),)) if fact.kind.shape == "limit" else fact
        for fact in full.facts
        if fact.kind.easy == "all" or (own and fact.kind.easy)
    )
    return EasyAction(
        replace(full, facts=facts, reach=(), meanwhile=full.meanwhile if own else ()),
        _words(routine, action.id),
        tuple(_others(routine, action)),
        _people(routine, where, action.id),
        next(item.unanswered for item in routine.plain.steps if item.step == action.id) or UNANSWERED,
        _stands_in(routine, action),
        any(map(ours, _bases(routine, action))),
    )


def _others(routine: Routine, action: Action) -> Iterator[str]:
    reader = routine.reader
    others = [id for id in action.responsible if id != reader]
    if reader not in action.responsible:
        who = wording.names(routine, others)
        standing = _stands_in(routine, action)
        taking = f"{who} har ansvaret. {standing or joined(action, reader)}".strip()
        yield f"Om {who} ber dig." if standing == ASKED else taking
        return
    if others:
        how = "Ni gör det tillsammans" if action.jointly else "Ni delar ansvaret"
        yield f"{how}: {wording.with_others(routine, 'du', others)}."
    if action.consulted:
        yield wording.talk(routine, action.consulted)


def _stands_in(routine: Routine, action: Action) -> str:
    return standing_in(action, action.proxy) if action.proxy and action.proxy.role == routine.reader else ""


def _question(routine: Routine, question: Question) -> EasyQuestion:
    card = replace(ask(routine, question, routine.reader), detail="")
    return EasyQuestion(card, _words(routine, question.id), ours(question.basis))


def _folds(routine: Routine, part: RolePart, where: Mapping[str, str]) -> Iterator[EasyFold]:
    """Yield a fold for each group of owners.

    Owners who share an action have a fold of their own, so that each action is shown once.
    """
    for owners, actions in _by_owners(routine, part).items():
        topics = routine.plain.topics({action.id for action in actions})
        yield EasyFold(
            wording.together(routine.role(id).name for id in owners),
            wording.capital(wording.series(topics)),
            _people(routine, where, actions[0].id),
            tuple(_deed(routine, action) for action in actions),
        )


def _deed(routine: Routine, action: Action) -> EasyDeed:
    return EasyDeed(
        action.id,
        _words(routine, action.id),
        _limit(routine, action),
        action.jointly is not None,
        any(map(ours, _bases(routine, action))),
    )


def _limit(routine: Routine, action: Action) -> str:
    """Return the limit in words, or an empty string.

    Where the action waits for the step that the limit is counted from, the action's own words name that step: the name
    of another step within quotation marks is hard to read.
    """
    if action.within is None:
        return ""
    own = (item.text for item in action.after if item.action == action.within.after)
    after = next((text for text in own if text.startswith("efter ")), "")
    return f"{action.within.text} {after}" if after else wording.limit(routine, action.within)


def _bases(routine: Routine, action: Action) -> Iterator[Basis]:
    """Yield the bases of what the page tells of an action.

    They are the bases of who does it, of its conditions, limit and requirement, of whether those who share it consult
    each other, and of the reader's part in it. For some readers only, they are also those of its dependencies and of
    who is consulted. What the page does not tell is not marked.
    """
    reader, part = routine.reader, action.part_of(routine.reader)
    yield action.responsible_basis
    if action.jointly:
        yield action.jointly
    yield from (condition.basis for condition in action.conditions)
    yield from (item.basis for item in (action.within, action.requirement) if item)
    yield from (told.basis for told in (*action.invited, *action.helps) if told.role == reader)
    if part in ("own", "with"):
        yield from (after.basis for after in action.after)
    if action.consulted and part in ("own", "consulted"):
        yield action.consulted.basis


def _passages(
    routine: Routine, actions: Iterable[EasyAction], questions: Iterable[EasyQuestion], folds: Iterable[EasyFold]
) -> Iterator[Passage]:
    """Yield the passages of the page in its order, each with its exact text.

    Easy words count as their own explanation where a sentence begins with the hard word.
    """
    limits = routine.role(routine.reader).limits
    yield Passage(routine.reader, " ".join((*routine.plain.lines, *(item.text for item in limits))))
    yield from map(_of_action, actions)
    for item in questions:
        yield Passage(item.question.id, " ".join(item.lines), " ".join(item.lines))
    for fold in folds:
        about = " ".join(_about(fold.people))
        yield Passage(fold.name, about, about)
        yield from (Passage(deed.action, " ".join(deed.lines), " ".join(deed.lines)) for deed in fold.deeds)


def _about(people: Iterable[EasyPerson]) -> Iterator[str]:
    for person in people:
        yield from person.about


def _of_action(item: EasyAction) -> Passage:
    facts = (phrase.text for fact in item.card.facts if fact.kind.own for phrase in fact.phrases)
    said = (*item.lines, *item.others, *_about(item.people), *facts)
    return Passage(item.card.id, " ".join(said), " ".join(item.lines))
