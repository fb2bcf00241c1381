"""The page of one role: its checklist, what it decides, what others do, and advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from routine.model import graph as graphs
from routine.model import wording
from routine.model.beside import Guidance, Term
from routine.model.graph import Step, holders
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Participant, Question
from routine.model.terms import Passage, first_used
from routine.model.wording import ours
from routine.pages.parts.facts import Phrase, facts, holding, once, statement
from routine.pages.parts.parts import ASKED, Advice, Reach, advice, joined, owned, reach, said_by, takes_part

LED = ("detail", "groups", "requirement", "consulted", "responsible")  # After condition and limit, in this order.


class Line(Struct, frozen=True):
    """A step of the reader's list.

    `own` is whether the reader is responsible. `notes` is the explanation, a sentence each; at most one bears the mark.
    `deed` is whether there is a box to tick:
    not where somebody else does it. `meanwhile` is advice for while a question is open.
    """

    id: str
    row: int | None
    text: str
    own: bool
    deed: bool
    notes: tuple[Phrase, ...]
    say: tuple[str, ...] = ()
    reach: tuple[Reach, ...] = ()
    meanwhile: tuple[Advice, ...] = ()


class Block(Struct, frozen=True):
    """The reader's steps in a section. `over` holds for them all."""

    title: str
    over: Phrase | None
    lines: tuple[Line, ...]


class Asked(Struct, frozen=True):
    """A question that the reader answers, with what follows from each answer."""

    question: Question
    text: str
    answers: tuple[tuple[str, str], ...]
    notes: tuple[Phrase, ...]
    say: tuple[str, ...]


class Others(Struct, frozen=True):
    """The actions of others, by owner. `about` is their subject in few words."""

    who: str
    about: str
    deeds: tuple[Phrase, ...]


class RolePage(Struct, frozen=True):
    """Everything that one role's page shows.

    `first` is the deed that comes first, `opens` whether that is our reading. `unsaid` is the number of open questions
    about the reader's steps that the page does not tell. `terms` has the terms first used in each step, by its id.
    """

    role: Role
    first: Line | None
    opens: bool
    blocks: tuple[Block, ...]
    asked: tuple[Asked, ...]
    others: tuple[Others, ...]
    guidance: tuple[Guidance, ...]
    more: bool
    unsaid: int
    terms: dict[str, tuple[Term, ...]]

    @property
    def decides(self) -> bool:
        """Return whether the reader decides anything, beyond answering."""
        return any(asked.question.decided for asked in self.asked)


def role_page(routine: Routine, id: str) -> RolePage:
    """Return the page of the role with this id.

    Raises KeyError when there is no such role.
    """
    role = routine.role(id)
    blocks = tuple(_blocks(routine, id))
    first = next((line for block in blocks for line in block.lines if line.deed), None)
    asked = tuple(_asked(routine, question, id) for question in routine.questions if id in question.answered_by)
    rest = tuple(
        Block(block.title, block.over, left)
        for block in blocks
        if (left := tuple(line for line in block.lines if line != first))
    )
    steps: list[Step] = [*owned(routine, id), *(each.question for each in asked)]
    left_open = map(routine.open_question, {name for step in steps for name in step.open_questions})
    opening = routine.opening
    passages = (
        Passage(role.id, role.intro, role.name),
        *(Passage(line.id, f"{line.text} {_read(line.notes)}") for block in blocks for line in block.lines),
        *(Passage(each.question.id, f"{each.text} {_read(each.notes)}") for each in asked),
    )
    return RolePage(
        role=role,
        first=first,
        opens=first is not None and opening is not None and opening.id == first.id and ours(opening.opens or "kalla"),
        blocks=rest,
        asked=asked,
        others=tuple(_others(routine, id)),
        guidance=tuple(item for item in routine.guidance if id in item.checklists),
        more=any(id in item.roles for item in routine.guidance),
        unsaid=sum(not (each.sentence or each.meanwhile) for each in left_open),
        terms=first_used(routine.terms, passages),
    )


def _read(notes: Iterable[Phrase]) -> str:
    return " ".join(note.text for note in notes)


def _blocks(routine: Routine, id: str) -> Iterator[Block]:
    """Yield the sections that the role has a part in, in the source's order."""
    for section in routine.sections:
        actions = [action for action in routine.actions if action.section == section.id]
        found = tuple(line for action in actions for line in lines(routine, action, id))
        groups = {action.group for action in actions if id in action.responsible}
        group = groups.pop() if len(groups) == 1 else None
        over = Phrase(f"{wording.SAME_CONTACT}.", ours(group.basis)) if group and len(found) > 1 else None
        if found:
            yield Block(section.title, over, found)


def lines(routine: Routine, action: Action, id: str) -> Iterator[Line]:
    """Yield the lines of an action that the role does or joins."""
    if id in action.responsible:
        yield Line(
            action.id,
            action.row,
            action.text,
            own=True,
            deed=True,
            notes=tuple(_notes(routine, action, id)),
            say=said_by(action),
            reach=tuple(reach(routine, action)),
            meanwhile=_advice(routine, action, stands_in=False),
        )
    for told in action.invited:
        if told.role == id:
            yield _invited(routine, action, told)
    if action.consulted and id in action.consulted.roles:
        text = wording.consulting(routine, action, action.consulted, id)
        yield Line(action.id, None, text, own=False, deed=False, notes=())


def _notes(routine: Routine, action: Action, id: str) -> Iterator[Phrase]:
    """Yield the conditions and explanations of an action, marked once."""
    found = {fact.kind.field: fact for fact in facts(routine, action, id)}
    held = [phrase.sentence for phrase in holding(routine, action, id)]
    limit = found["within"].sentences if "within" in found else ()
    rest = [sentence for field in LED if field in found for sentence in found[field].sentences]
    yield from once((*held, *limit, *rest, *_silent(routine, action)))


def _invited(routine: Routine, action: Action, told: Participant) -> Line:
    """Return the line of an action that the role joins, or does when asked."""
    part = takes_part(routine, action, told)
    who = wording.names(routine, action.responsible)
    asked = part.stands_in == ASKED
    does = (
        f"Gör det om {who} ber dig." if asked else f"{wording.capital(who)} har ansvaret. {joined(action, told.role)}"
    )
    held = [phrase.sentence for phrase in part.conditions]
    return Line(
        action.id,
        None,
        part.text,
        own=False,
        deed=not wording.of_another(routine, told.text),
        notes=tuple(once((Phrase(does.strip(), part.reading), *held))),
        say=part.say,
        reach=tuple(reach(routine, action)) if part.stands_in else (),
        meanwhile=_advice(routine, action, stands_in=True) if part.stands_in else (),
    )


def _silent(routine: Routine, step: Step) -> Iterator[Phrase]:
    """Yield a step's first open question as a sentence, and its advice."""
    for question in map(routine.open_question, step.open_questions):
        if question.sentence and (isinstance(step, Question) or not question.meanwhile):
            yield Phrase(" ".join(filter(None, (question.sentence, question.meanwhile))))
            return


def _advice(routine: Routine, action: Action, *, stands_in: bool) -> tuple[Advice, ...]:
    found = (advice(routine, routine.open_question(id), stands_in=stands_in) for id in action.open_questions)
    return tuple(each for each in found if each.words)


def _asked(routine: Routine, question: Question, id: str) -> Asked:
    """Return a question with what follows from each answer."""
    means = {meaning.answer: meaning.text for meaning in question.means}
    then = [statement(each) for meaning in question.means for each in meaning.then]
    at_once = (Phrase("Du kan svara redan nu.", ours(question.asked.basis)),) if question.asked else ()
    held = [phrase.sentence for phrase in holding(routine, question)]
    told = (*at_once, *held, *dict.fromkeys(then), *((Phrase(question.detail),) if question.detail else ()))
    return Asked(
        question,
        question.asked_of(id),
        tuple((answer, means.get(answer) or _leads(routine, question, answer)) for answer in ("ja", "nej")),
        tuple(once((*told, *_silent(routine, question)))),
        tuple(claim.text for claim in question.said),
    )


def _leads(routine: Routine, question: Question, answer: str) -> str:
    """Return the actions that an answer leads to, as sentences."""
    texts = [
        action.text
        for action in routine.actions
        if any(item.question == question.id and item.answer == answer for item in action.conditions)
    ]
    return ". ".join(texts) + "." if texts else "Steget görs inte."


def _others(routine: Routine, id: str) -> Iterator[Others]:
    """Yield others' actions for the reader, or next to hers, by owner."""
    helped = [
        (action, statement(told))
        for action in routine.actions
        if id not in action.responsible and not any(item.role == id for item in action.invited)
        for told in action.helps
        if told.role == id
    ]
    told = {action.id for action, _ in helped}
    near = ((action, _of_another(routine, action, id)) for action in _neighbours(routine, id) if action.id not in told)
    steps = helped if id == routine.reader else [*helped, *near]
    for owners, deeds in by_key((action.responsible, (action, text)) for action, text in steps).items():
        sections = dict.fromkeys(routine.section(action.section).title for action, _ in deeds)
        yield Others(
            wording.capital(wording.names(routine, owners)), " · ".join(sections), tuple(text for _, text in deeds)
        )


def _of_another(routine: Routine, action: Action, id: str) -> Phrase:
    """Return an action in words to the reader, with what it hangs on."""
    called = routine.role(id).reached_by
    if called and called.action == action.id and called.text:
        return Phrase(called.text, ours(called.basis))
    held = tuple(holding(routine, action, id))
    return Phrase(", ".join((action.others, *(phrase.text for phrase in held))), any(each.reading for each in held))


def _neighbours(routine: Routine, id: str) -> Iterator[Action]:
    """Yield others' actions before and after the reader's own."""
    graph = graphs.build(routine)
    mine = {step.id for step in graph.steps() if id in holders(step)}
    near = {edge.source for step in mine for edge in graph.before(step)}
    near |= {edge.target for step in mine for edge in graph.following(step)}
    called = routine.role(id).reached_by
    for action in routine.actions:
        if action.id not in mine and (action.id in near or (called and called.action == action.id)):
            yield action
