"""Every interpretation of ours in a routine: what its source does not say.

They are grouped by subject, each with the place where it stands.

A new `basis` in the model needs a row in KINDS here; a test finds one that is forgotten. Each is marked where it
stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routine.model import wording
from routine.model.fields import Basis
from routine.model.graph import Step
from routine.model.model import Routine
from routine.model.steps import Action, Question, Told
from routine.model.telling import tellings
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.facts import facts


class Saying(Struct, frozen=True):
    """A statement about the routine.

    `basis` is whose statement it is, `about` its subject, `words` its text, and `address` the place where it stands.
    `to` is the role that the words address, if any, and `step` the id of the action or question, if it is about one.
    """

    basis: Basis
    about: str
    words: str
    address: str
    to: str = ""
    step: str = ""

    @property
    def said(self) -> str:
        """Return the text, with the role that it addresses."""
        return f"Till {self.to}: {self.words}" if self.to else wording.capital(self.words)


class SayingKind(Struct, frozen=True):
    """A kind of statement.

    `found` yields statements of the kind in a routine, at least those of ours.
    """

    title: str
    found: Callable[[Routine], Iterator[Saying]]


class Readings(Struct, frozen=True):
    """The statements of one kind that are our interpretations."""

    title: str
    lines: tuple[Saying, ...]


@lru_cache(maxsize=4)  # Every page asks whether there are any.
def readings(routine: Routine) -> tuple[Readings, ...]:
    """Return every interpretation, each once, by kind.

    Empty for a routine that adds nothing to its source.
    """
    found = (Readings(kind.title, tuple(line for line in kind.found(routine) if ours(line.basis))) for kind in KINDS)
    return tuple(group for group in found if group.lines)


def _tracks(routine: Routine) -> Iterator[Saying]:
    for _, track in routine.strands:
        if track:
            yield Saying(track.basis, track.label, "", at.FLOWCHART)


def _sections(routine: Routine) -> Iterator[Saying]:
    for section in routine.sections:
        yield Saying(section.basis, f"{section.label} {section.title}", "", at.section(section.id))


def _starts(routine: Routine) -> Iterator[Saying]:
    for role in routine.roles:
        if role.starts:
            yield Saying(role.starts.basis, role.name, role.starts.text, at.role(role.id, at.BEGINS))


def _responsible(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        names = wording.names(routine, action.responsible)
        yield _row(action, action.responsible_basis, names)


def _questions(routine: Routine) -> Iterator[Saying]:
    for question in routine.questions:
        names = f"{wording.names(routine, question.answered_by)} svarar"
        yield _answered(question, question.basis, names)


def _body(routine: Routine) -> Iterator[Saying]:
    yield Saying(routine.organisation.basis, routine.organisation.name, "", at.ABOUT)


def _owner(routine: Routine) -> Iterator[Saying]:
    proposed: Basis = "tolkning" if routine.organisation.owner_proposed else "kalla"
    yield Saying(proposed, routine.organisation.owner, "", at.ABOUT)


def _reached(routine: Routine) -> Iterator[Saying]:
    for role in routine.roles:
        if role.reached_by:
            text = routine.action(role.reached_by.action).text
            address = at.role(role.id, at.BEGINS)
            yield Saying(role.reached_by.basis, role.name, f"genom ”{text}”", address, step=role.reached_by.action)


def _asked(routine: Routine) -> Iterator[Saying]:
    for question in routine.questions:
        if question.asked:
            yield _answered(question, question.asked.basis, "kan besvaras direkt")


def _heard(routine: Routine) -> Iterator[Saying]:
    for question in routine.questions:
        for item in question.heard_by:
            name = wording.inside(routine.role(item.role).name)
            yield _in_guide(question, item.basis, f"{name} {wording.HEARD}")


def _meanings(routine: Routine) -> Iterator[Saying]:
    """Yield the meaning of each answer, and each thing that applies after it."""
    for question in routine.questions:
        for meaning in question.means:
            answer = wording.capital(meaning.answer)
            yield _in_guide(question, meaning.basis, f"{answer}. {meaning.text}")
            yield from (_in_guide(question, item.basis, f"{answer}. {item.text}") for item in meaning.then)


def _facts(field: str) -> Callable[[Routine], Iterator[Saying]]:
    """Return a function that yields our readings in a field of every action."""

    def found(routine: Routine) -> Iterator[Saying]:
        for action in routine.actions:
            named = (fact for fact in facts(routine, action) if fact.kind.field == field)
            yield from (_row(action, "tolkning", each.text) for fact in named for each in fact.phrases if each.reading)

    return found


def _holding(field: str) -> Callable[[Routine], Iterator[Saying]]:
    """Return a function that yields the conditions or waits of every step.

    A question's stand with the role that answers it, an action's in its row.
    """

    def found(routine: Routine) -> Iterator[Saying]:
        for question in routine.questions:
            yield from (_answered(question, item.basis, item.text) for item in getattr(question, field))
        yield from _facts(field)(routine)

    return found


def _consulted(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        if action.jointly:
            yield _row(action, action.jointly, wording.JOINTLY)
    yield from _facts("consulted")(routine)


def _proxies(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        if action.proxy:
            yield _told(routine, action, action.proxy, action.id)


def _participants(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        yield from (_told(routine, action, item, action.id) for item in action.participants)


def _helped(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        who = wording.capital(wording.names(routine, action.responsible))  # Who does it, as the role reads it.
        told = (_told(routine, action, item, at.DEEDS) for item in action.helps)
        yield from (replace(line, words=f"{who} {line.words}") for line in told)


def _informed(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        for item in action.informs:
            yield _row(action, item.basis, f"{wording.inside(routine.role(item.role).name)} får veta")


def _receivers(routine: Routine) -> Iterator[Saying]:
    for told in tellings(routine):
        if told.outside:
            name = routine.role(told.role).name if told.role else told.name
            words = f"{wording.inside(name)} {told.what}"
            yield Saying(told.basis, told.step.text, words, at.LEARNS, step=told.step.id)


def _said(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        others = (claim for item in action.invited for claim in item.say)
        yield from (_row(action, item.basis, f"”{item.text}”") for item in (*action.say, *others))
    for question in routine.questions:
        yield from (_in_guide(question, item.basis, f"”{item.text}”") for item in question.said)


def _calls(routine: Routine) -> Iterator[Saying]:
    for action in routine.actions:
        if action.call:
            yield _in_guide(action, action.call.basis, f"ring {action.call.number}")


def _limits(routine: Routine) -> Iterator[Saying]:
    for role in routine.roles:
        yield from (Saying(item.basis, role.name, item.text, at.role(role.id, at.DEEDS)) for item in role.limits)


def _contacts(routine: Routine) -> Iterator[Saying]:
    for contact in routine.contacts:
        yield Saying(contact.basis, contact.title, contact.ask, at.contact(contact.id))


def _terms(routine: Routine) -> Iterator[Saying]:
    for term in routine.terms:
        yield Saying(term.basis, term.word, term.meaning, at.word(term.word))


def _row(action: Action, basis: Basis, words: str) -> Saying:
    return Saying(basis, action.text, words, at.row(action.id), step=action.id)


def _in_guide(step: Step, basis: Basis, words: str) -> Saying:
    return Saying(basis, step.text, words, at.row(step.id), step=step.id)


def _answered(question: Question, basis: Basis, words: str) -> Saying:
    """Return a statement that stands with the role that answers the question."""
    address = at.role(question.answered_by[0], question.id)
    return Saying(basis, question.text, words, address, step=question.id)


def _told(routine: Routine, action: Action, item: Told, part: str) -> Saying:
    """Return a statement that stands on the page of the role addressed."""
    shown = item.role not in action.responsible
    address = at.role(item.role, part) if shown else at.row(action.id)
    to = wording.inside(routine.role(item.role).name)
    return Saying(item.basis, action.text, item.text, address, to, action.id)


SPOKEN = "Ord att säga"
# In the order of the page: first what the whole depends on, last what only helps.
KINDS = (
    SayingKind("Organisationens namn", _body),
    SayingKind("Ansvarig för webbplatsens innehåll", _owner),
    SayingKind("Spår", _tracks),
    SayingKind("Avsnitt", _sections),
    SayingKind("Var rutinen börjar", _facts("opens")),
    SayingKind("När en roll börjar", _starts),
    SayingKind("Hur en roll nås", _reached),
    SayingKind("Vem som ansvarar", _responsible),
    SayingKind("Frågor", _questions),
    SayingKind("När en fråga kan besvaras", _asked),
    SayingKind("Vem som kan fylla i svaret", _heard),
    SayingKind("Vad ett svar innebär", _meanings),
    SayingKind("Villkor", _holding("conditions")),
    SayingKind("Det som ett steg väntar på", _holding("after")),
    SayingKind("Det som görs i samma kontakt", _facts("group")),
    SayingKind("Tidsgränser", _facts("within")),
    SayingKind("Hur något ska göras", _facts("requirement")),
    SayingKind("Samråd", _consulted),
    SayingKind("Vem som kan göra det i stället", _proxies),
    SayingKind("Vem som deltar", _participants),
    SayingKind("Vad andra gör för en roll", _helped),
    SayingKind("Vem som får veta", _informed),
    SayingKind("Vem mer som får veta", _receivers),
    SayingKind(SPOKEN, _said),
    SayingKind("Numret man ringer", _calls),
    SayingKind("Råd till en roll", _limits),
    SayingKind("Vem man frågar", _contacts),
    SayingKind("Ord som förklaras", _terms),
)
