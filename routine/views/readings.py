"""Every reading of ours in a routine: what its source does not say, by what it is about, with where it stands.

A new `basis` of the model is a row of KINDS here; a test finds one that is forgotten. Where it stands it is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from routine.domain import wording
from routine.domain.fields import Basis
from routine.domain.model import Action, Routine, Told
from routine.domain.wording import ours
from routine.views import addresses as at


@dataclass(frozen=True, slots=True)
class Stated:
    """Something that is said of the routine: whose it is, what it is about, the words, and where it stands."""

    basis: Basis
    about: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class StatedKind:
    """A kind of statement, with all of them in a routine, whosever they are."""

    title: str
    found: Callable[[Routine], Iterator[Stated]]


@dataclass(frozen=True, slots=True)
class Readings:
    """Those of a kind that are ours."""

    title: str
    lines: tuple[Stated, ...]


def readings(routine: Routine) -> tuple[Readings, ...]:
    """Every one, each once. Empty for a routine that adds nothing to its source."""
    found = (Readings(kind.title, tuple(line for line in kind.found(routine) if ours(line.basis))) for kind in KINDS)
    return tuple(group for group in found if group.lines)


def _tracks(routine: Routine) -> Iterator[Stated]:
    for track in routine.tracks:
        yield Stated(track.basis, f"{track.title} · {track.number}", "", at.FLOWCHART)


def _sections(routine: Routine) -> Iterator[Stated]:
    for section in routine.sections:
        yield Stated(section.basis, f"{section.id} {section.title}", "", at.section(section.id))


def _starts(routine: Routine) -> Iterator[Stated]:
    for role in routine.roles:
        if role.starts:
            yield Stated(role.starts.basis, role.name, role.starts.text, at.role(role.id, at.BEGINS))


def _responsible(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        names = wording.names(routine, action.responsible)
        yield _row(action, action.responsible_basis, names)


def _questions(routine: Routine) -> Iterator[Stated]:
    for question in routine.questions:
        names = f"{wording.names(routine, question.answered_by)} svarar"
        yield Stated(question.basis, question.text, names, at.role(question.answered_by[0], question.id))


def _conditions(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        yield from (_row(action, item.basis, item.text) for item in action.conditions)


def _limits_in_time(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        if action.within:
            yield _row(action, action.within.basis, action.within.text)


def _requirements(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        if action.requirement:
            yield _row(action, action.requirement.basis, action.requirement.text)


def _consulted(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        if action.consulted:
            yield _row(action, action.consulted.basis, wording.in_consultation(routine, action.consulted))


def _proxies(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        if action.proxy:
            yield _told(routine, action, action.proxy, at.ASKED)


def _participants(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        yield from (_told(routine, action, item, at.ASKED) for item in action.participants)


def _helped(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        yield from (_told(routine, action, item, at.DEEDS) for item in action.helps)


def _informed(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        for item in action.informs:
            teller = next((id for id in action.responsible if id != item.role), "")
            address = at.role(teller, at.HAND_OVER) if teller else at.row(action.id)
            yield Stated(item.basis, action.text, wording.inside(routine.role(item.role).name), address)


def _said(routine: Routine) -> Iterator[Stated]:
    for action in routine.actions:
        yield from (_row(action, item.basis, f"”{item.text}”") for item in action.say)


def _limits(routine: Routine) -> Iterator[Stated]:
    for role in routine.roles:
        yield from (Stated(item.basis, role.name, item.text, at.role(role.id, at.LIMITS)) for item in role.limits)


def _contacts(routine: Routine) -> Iterator[Stated]:
    for contact in routine.contacts:
        yield Stated(contact.basis, contact.function, contact.ask, at.contact(contact.id))


def _terms(routine: Routine) -> Iterator[Stated]:
    for term in routine.terms:
        yield Stated(term.basis, term.word, term.meaning, at.word(term.word))


def _row(action: Action, basis: Basis, words: str) -> Stated:
    return Stated(basis, action.text, words, at.row(action.id))


def _told(routine: Routine, action: Action, item: Told, part: str) -> Stated:
    """Stands on the page of the role that it is said to."""
    shown = item.role not in action.responsible
    address = at.role(item.role, part) if shown else at.row(action.id)
    return Stated(item.basis, action.text, f"{wording.inside(routine.role(item.role).name)}: {item.text}", address)


# In the order of the page: what the whole hangs on first, what only helps last.
KINDS = (
    StatedKind("Spår", _tracks),
    StatedKind("Avsnitt", _sections),
    StatedKind("När en roll börjar", _starts),
    StatedKind("Vem som ansvarar", _responsible),
    StatedKind("Frågor", _questions),
    StatedKind("Villkor", _conditions),
    StatedKind("Tidsgränser", _limits_in_time),
    StatedKind("Hur något ska göras", _requirements),
    StatedKind("Samråd", _consulted),
    StatedKind("Vem som kan göra det i stället", _proxies),
    StatedKind("Vem som deltar", _participants),
    StatedKind("Vad andra gör för en roll", _helped),
    StatedKind("Vem som får veta", _informed),
    StatedKind("Ord att säga", _said),
    StatedKind("Råd till en roll", _limits),
    StatedKind("Vem man frågar", _contacts),
    StatedKind("Ord som förklaras", _terms),
)
