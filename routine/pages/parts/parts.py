"""Parts that several pages share.

They are an action with all that belongs to it, and actions grouped by track and section.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from routine.model import wording
from routine.model.beside import Guidance, OpenQuestion
from routine.model.fields import Answer
from routine.model.graph import Step
from routine.model.model import Routine
from routine.model.steps import Action, Meaning, Participant, Question, Section, Track
from routine.model.terms import Passage
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.facts import Fact, Phrase, Shape, applying, facts, holding, statement
from routine.pages.parts.reachable import numbers_of

Named = TypeVar("Named", Guidance, OpenQuestion)


class Owner(Struct, frozen=True):
    """A role that a step belongs to."""

    id: str
    name: str
    address: str


class Reach(Struct, frozen=True):
    """A way to reach a role that an action tells something.

    It is the number, or else whom to ask. `reading` is whether it rests on our interpretation.
    """

    name: str
    number: str
    ask: str
    address: str
    reading: bool
    labelled: bool


class Advice(Struct, frozen=True):
    """Guidance for while a question is open; not part of the routine.

    `short` is the question in few words, to the same reader; `numbers` are the telephone numbers in `words`.
    """

    question: OpenQuestion
    short: str
    words: str
    numbers: tuple[str, ...]


class Card(Struct, frozen=True):
    """An action as a page shows it.

    `owners` are all who are responsible; `others` is the action as worded after their names.

    `reading` is whether it is our interpretation who the owners are, `jointly` that they consult each other.
    `meanwhile` holds the open questions that have guidance of their own, `open_questions` the rest.
    """

    id: str
    row: int | None
    section: str
    text: str
    others: str
    owners: tuple[Owner, ...]
    reading: bool
    jointly: Phrase | None
    facts: tuple[Fact, ...]
    reach: tuple[Reach, ...]
    meanwhile: tuple[Advice, ...]
    open_questions: tuple[OpenQuestion, ...]

    @property
    def shown(self) -> tuple[Fact, ...]:
        """Return the facts that a page shows, except conditions and limits.

        Those are set in a row.
        """
        return tuple(fact for fact in self.facts if fact.kind.page and fact.kind.shape not in ("condition", "limit"))

    @property
    def conditions(self) -> tuple[Phrase, ...]:
        """Return the conditions of the action, and what it waits for."""
        return self._of_shape("condition")

    @property
    def consulted(self) -> tuple[Phrase, ...]:
        """Return the phrases on who is consulted."""
        return tuple(phrase for fact in self.facts if fact.kind.field == "consulted" for phrase in fact.phrases)

    @property
    def limit(self) -> str:
        """Return the time limit in words, or an empty string."""
        return "".join(phrase.text for phrase in self._of_shape("limit"))

    @property
    def limit_read(self) -> bool:
        """Return whether the limit is our interpretation."""
        return any(phrase.reading for phrase in self._of_shape("limit"))

    @property
    def explanation(self) -> str:
        """Return the text that explains the rest."""
        return " ".join(phrase.text for phrase in self._of_shape("text"))

    def _of_shape(self, shape: Shape) -> tuple[Phrase, ...]:
        return tuple(phrase for fact in self.facts if fact.kind.shape == shape for phrase in fact.phrases)

    @property
    def held(self) -> tuple[Phrase, ...]:
        """Return the conditions and waits for a line on paper.

        They are worded as parts of the action's own sentence.
        """
        return tuple(phrase for fact in self._on_paper if fact.kind.shape == "condition" for phrase in fact.phrases)

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """Return the other facts, except the limit, for a line on paper.

        They are worded as whole sentences.
        """
        return tuple(each for fact in self._on_paper if fact.kind.shape != "condition" for each in fact.sentences)

    @property
    def _on_paper(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.kind.sheet)

    @property
    def unmarked(self) -> Card:
        """Return the same card without marks on interpretations.

        For pages where they are not marked one by one.
        """
        return replace(
            self,
            reading=False,
            jointly=self.jointly and Phrase(self.jointly.text),
            facts=tuple(fact.unmarked for fact in self.facts),
            reach=tuple(replace(reach, reading=False) for reach in self.reach),
        )

    @property
    def said(self) -> str:
        """Return the action's own words.

        Neither the words that explain it nor those to say to somebody else are included.
        """
        return ". ".join((self.text, *(phrase.text for fact in self.facts if fact.kind.own for phrase in fact.phrases)))


class Meant(Struct, frozen=True):
    """The meaning of an answer, for those who give it.

    `then` holds what applies after the answer, `guidance` what helps.
    """

    answer: Answer
    text: Phrase
    then: tuple[Phrase, ...]
    guidance: tuple[Guidance, ...]

    @property
    def said(self) -> tuple[Phrase, ...]:
        """Return all that the routine says about the answer."""
        return (self.text, *self.then)


class AskCard(Struct, frozen=True):
    """A question as a page shows it.

    `conditions` are when it is asked, and what it waits for. `at_once` says that it can be answered before anything
    else has begun, `heard` who may report the answer. `means` holds the meaning of each answer. `decided` is true for
    a choice, where the data gives the meaning of each answer; else the question asks for a fact.
    """

    id: str
    text: str
    detail: str
    reading: bool
    at_once: Phrase | None
    heard: Phrase | None
    conditions: tuple[Phrase, ...]
    owners: tuple[Owner, ...]
    open_questions: tuple[OpenQuestion, ...]
    means: tuple[Meant, ...]
    decided: bool


class TakesPart(Struct, frozen=True):
    """A role that takes part in an action or may stand in, with its text.

    To stand in is to act for the one who is responsible. `stands_in` is the sentence that tells a role that it may
    stand in, or empty. `chooses` is true when the role's task is to choose somebody, which it can do alone.
    `conditions` are when the action applies, and what it waits for; `say` holds words to say, `meanwhile` the advice
    for while a question is open.
    """

    role: str
    name: str
    text: str
    stands_in: str
    chooses: bool
    reading: bool
    conditions: tuple[Phrase, ...]
    say: tuple[str, ...] = ()
    meanwhile: tuple[Advice, ...] = ()


class SectionPart(Struct, frozen=True):
    """A section as a pause point, with those of its actions that are shown."""

    section: Section
    cards: tuple[Card, ...]


class TrackPart(Struct, frozen=True):
    """A track with its pause points.

    `slot` counts from 1 and chooses the rail; 0 means no track and no rail.
    """

    track: Track | None
    slot: int
    sections: tuple[SectionPart, ...]


def owner(routine: Routine, id: str) -> Owner:
    """Return a role as a link."""
    return Owner(id, routine.role(id).name, at.role(id))


def owners(routine: Routine, ids: Iterable[str]) -> tuple[Owner, ...]:
    """Return roles as links."""
    return tuple(owner(routine, id) for id in ids)


def in_order(items: Iterable[Named], ids: Iterable[str]) -> tuple[Named, ...]:
    """Return the items with these ids, in the order of the items."""
    wanted = set(ids)
    return tuple(item for item in items if item.id in wanted)


def open_questions(routine: Routine, step: Step) -> tuple[OpenQuestion, ...]:
    """Return the open questions of a step: what the source leaves out."""
    return in_order(routine.open_questions, step.open_questions)


def card(routine: Routine, action: Action, reader: str = "") -> Card:
    """Return an action as the role `reader` sees it, or as anyone does."""
    left_open = open_questions(routine, action)
    stands_in = action.proxy is not None and action.proxy.role == reader
    meanwhile = {question.id: advice(routine, question, stands_in=stands_in) for question in left_open}
    return Card(
        id=action.id,
        row=action.row,
        section=action.section,
        text=action.text,
        others=action.others,
        owners=owners(routine, action.responsible),
        reading=ours(action.responsible_basis),
        jointly=Phrase(wording.JOINTLY, ours(action.jointly)) if action.jointly else None,
        facts=facts(routine, action, reader),
        reach=tuple(reach(routine, action)) if reader in action.responsible else (),
        meanwhile=tuple(found for found in meanwhile.values() if found.words),
        open_questions=tuple(question for question in left_open if not meanwhile[question.id].words),
    )


def advice(routine: Routine, question: OpenQuestion, *, stands_in: bool = False) -> Advice:
    """Return the advice for an open question.

    The question may have words of its own for the role that stands in. `words` is empty when nothing helps. A number
    stays on one line: its spaces do not break.
    """
    own = question.proxy if stands_in else None
    words = own.meanwhile if own else question.meanwhile or ""
    pattern = numbers_of(routine)
    return Advice(
        question,
        own.short if own else question.short or question.question,
        pattern.sub(lambda number: number.group().replace(" ", "\N{NO-BREAK SPACE}"), words),
        tuple(pattern.findall(words)),
    )


def handing_over(routine: Routine) -> tuple[str, ...]:
    """Return the current guidance on handing over a text."""
    return tuple(item.handing_over for item in routine.guidance if item.handing_over)


CHOOSES, JOINS = "Du väljer.", "Du deltar."
ASKED, INSTEAD = "Du gör det om du blir ombedd.", "Du kan göra det i stället."  # For a role that stands in.


def joined(action: Action, role: str) -> str:
    """Return the part of a role that is not responsible, as a sentence.

    To be chosen is not to take part: a role that is chosen gets an empty string.
    """
    return CHOOSES if action.chooses(role) else "" if action.chosen(role) else JOINS


def standing_in(action: Action, told: Participant) -> str:
    """Return the sentence that tells a role that it stands in.

    It does so only when asked, unless the data says that it may unasked. Empty for a role that takes part.
    """
    if told != action.proxy:
        return ""
    return INSTEAD if action.proxy.unasked else ASKED


def takes_part(routine: Routine, action: Action, told: Participant) -> TakesPart:
    """Return the words to one role that is invited to an action.

    Used on the role's own pages, in the guide and on paper.
    """
    return TakesPart(
        told.role,
        routine.role(told.role).name,
        told.text,
        standing_in(action, told),
        action.chooses(told.role),
        ours(told.basis),
        applying(routine, action, told),
        said_by(told),
        card(routine, action, told.role).meanwhile,
    )


def said_by(step: Action | Participant) -> tuple[str, ...]:
    """Return the words to say for the one who does a step or takes part.

    They bear no mark: the legend says that they are ours.
    """
    return tuple(claim.text for claim in step.say)


def asked_title(standing: Collection[str]) -> str:
    """Return the heading over what concerns a role that owns nothing.

    It depends on the sentences about standing in: a role that stands in for nobody is not asked to, and a role that
    may do so unasked is not told to wait.
    """
    if INSTEAD in standing:
        return "Det här kan du göra"
    return "Det här kan du bli ombedd att göra" if ASKED in standing else "Det här gäller dig"


def silent(routine: Routine, action: Action, role: str) -> tuple[OpenQuestion, ...]:
    """Return the open questions of an action that have a short form.

    Only for the reader whose questions are put in short; empty for any other role.
    """
    found = open_questions(routine, action) if role == routine.reader else ()
    return tuple(question for question in found if question.short)


def passages(cards: Iterable[Card], questions: Iterable[AskCard] = ()) -> Iterator[Passage]:
    """Yield actions and questions as passages, in the page's order.

    The detail of each is there to explain it.
    """
    yield from (Passage(card.id, card.said, card.explanation) for card in cards)
    for question in questions:
        yield Passage(question.id, question.text, question.detail)
        yield from (Passage(question.id, line.text) for meant in question.means for line in meant.said)


def reach(routine: Routine, action: Action) -> Iterator[Reach]:
    """Yield the ways in which those responsible for an action reach others.

    These are the number that the action calls, and the contacts of the roles that it tells something. A number that
    occurs in both is given once.
    """
    if action.call:
        called = next(each for each in routine.emergency if each.number == action.call.number)
        yield Reach(called.label, called.number, "", at.CONTACTS, ours(action.call.basis), labelled=True)
    for informed in action.informs:
        name = routine.role(informed.role).name
        for contact in routine.contacts:
            if contact.role == informed.role and not (action.call and contact.number == action.call.number):
                number, address = contact.number or "", at.contact(contact.id)
                shown = f"{name}, {contact.label}" if contact.label else name
                yield Reach(shown, number, contact.ask, address, ours(contact.basis), contact.label is not None)


def ask(routine: Routine, question: Question, reader: str = "") -> AskCard:
    """Return a question as the role `reader` sees it.

    Its owners are then the others who answer.
    """
    answering = owners(routine, (id for id in question.answered_by if id != reader))
    return AskCard(
        question.id,
        question.asked_of(reader),
        question.detail or "",
        ours(question.basis),
        Phrase("Kan besvaras redan nu", ours(question.asked.basis)) if question.asked else None,
        _heard(routine, question),
        tuple(holding(routine, question)),
        answering,
        open_questions(routine, question),
        tuple(_meant(routine, meaning) for meaning in question.means),
        question.decided,
    )


def _meant(routine: Routine, meaning: Meaning) -> Meant:
    guidance = in_order(routine.guidance, meaning.guidance)
    return Meant(meaning.answer, statement(meaning), tuple(map(statement, meaning.then)), guidance)


def _heard(routine: Routine, question: Question) -> Phrase | None:
    if not question.heard_by:
        return None
    names = wording.together(routine.role(heard.role).name for heard in question.heard_by)
    return Phrase(f"{names} {wording.HEARD}", any(ours(heard.basis) for heard in question.heard_by))


def by_track(routine: Routine, actions: Iterable[Action], reader: str = "") -> tuple[TrackPart, ...]:
    """Return the actions under their tracks and sections.

    They are in the source's order; what is empty is left out.
    """
    chosen = tuple(actions)
    parts = []
    for slot, track in routine.strands:
        sections = []
        for section in routine.sections:
            cards = tuple(card(routine, action, reader) for action in chosen if action.section == section.id)
            if cards and (track is None or section.track == track.id):
                sections.append(SectionPart(section, cards))
        if sections:
            parts.append(TrackPart(track, slot, tuple(sections)))
    return tuple(parts)


def owned(routine: Routine, role: str) -> tuple[Action, ...]:
    """Return the actions that a role is responsible for, alone or jointly."""
    return tuple(action for action in routine.actions if role in action.responsible)


def pocketed(routine: Routine) -> frozenset[str]:
    """Return the ids of the roles that have a booklet and a card."""
    opening = routine.opening
    chosen = [role.id for role in routine.roles if role.pocket]
    first = [*opening.responsible, *(told.role for told in opening.informs)] if opening else []
    return frozenset(chosen or first or [id for action in routine.actions for id in action.responsible])


def amount(routine: Routine, role: str) -> str:
    """Return the number of steps in words: `elva egna, ett delat`.

    Short enough for a phone; empty for a role that owns nothing.
    """
    alone, shared = _amounts(routine, role)
    if alone and shared:
        return f"{_steps(alone, 'eget', 'egna')}, {_steps(shared, 'delat', 'delade')}"
    return _steps(alone, "steg", "steg") if alone else _steps(shared, "delat steg", "delade steg") if shared else ""


def _steps(amount: int, one: str, many: str) -> str:
    """Return a number of steps in words: `ett delat steg`, `tre delade steg`.

    Steps are neuter in Swedish, unlike the other things that are counted.
    """
    return f"ett {one}" if amount == 1 else wording.count(amount, one, many)


def _amounts(routine: Routine, role: str) -> tuple[int, int]:
    mine = owned(routine, role)
    shared = sum(action.shared for action in mine)
    return len(mine) - shared, shared
