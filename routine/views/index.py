"""A–Ö: every role, action, question, guidance, contact, word and page by its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.people import Contact
from routine.domain.wording import ours
from routine.views import addresses as at
from routine.views.listed import Listed, Menu

WORD = "Ord"
ASKED = "Fråga"
ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


class Entry(Struct, frozen=True):
    """One thing to find. `reading` when the text is our reading."""

    title: str
    kind: str
    text: str
    address: str
    reading: bool = False


class Name(Struct, frozen=True):
    """All that has one name: the things that it leads to, and its meaning if it is a word, which may be our reading."""

    title: str
    things: tuple[Entry, ...]
    meaning: str
    reading: bool


class Index(Struct, frozen=True):
    """Letters in Swedish order, each with its names. No name comes twice: a list of terms has each of them once."""

    letters: tuple[tuple[str, tuple[Name, ...]], ...]


def index(routine: Routine, listed: Iterable[Listed]) -> Index:
    """Names by their first letter; figures come last, under #. `listed` are the site's pages."""
    ordered = sorted(
        entries(routine, listed), key=lambda entry: (_letter(entry.title) == "#", _order(entry.title), entry.title)
    )
    names = [_name(title, tuple(same)) for title, same in groupby(ordered, key=lambda entry: entry.title)]
    return Index(
        tuple((letter, tuple(group)) for letter, group in groupby(names, key=lambda name: _letter(name.title)))
    )


def number_of(contact: Contact) -> str:
    """What its number is called. Some are proper names, which the data does not say: none loses its capital letter."""
    return f"Nummer: {contact.title}"


def entries(routine: Routine, listed: Iterable[Listed]) -> Iterator[Entry]:
    """Everything that can be found, in the order of the data."""
    for page in listed:
        if page.menu is not Menu.NOWHERE and page.address != at.INDEX:
            yield Entry(page.title, "Sida", page.summary, page.address)
    for role in routine.roles:
        yield Entry(role.name, "Roll", role.summary, at.role(role.id))
        title = f"Checklista, {wording.inside(role.name)}"
        yield Entry(title, "Checklista", "Att skriva ut och bocka av.", at.checklist(role.id))
    for section in routine.sections:
        yield Entry(section.title, "Avsnitt", f"Avsnitt {section.label}", at.section(section.id), ours(section.basis))
    for action in routine.actions:
        yield Entry(action.text, "Steg", "", at.guide(action.id))
    for question in routine.questions:
        yield Entry(question.text, ASKED, question.detail or "", at.guide(question.id), ours(question.basis))
    for item in routine.guidance:
        yield Entry(item.title, "Vägledning", " ".join(item.points), at.guidance(item.id))
    for contact in routine.contacts:
        reading = not contact.number and ours(contact.basis)
        yield Entry(number_of(contact), "Kontakt", contact.number or contact.ask, at.contact(contact.id), reading)
    for term in routine.terms:
        yield Entry(term.word, WORD, term.meaning, at.word(term.word), ours(term.basis))


def _name(title: str, same: tuple[Entry, ...]) -> Name:
    return Name(
        title,
        tuple(entry for entry in same if entry.kind != WORD),
        "".join(entry.text for entry in same if entry.kind == WORD),
        any(entry.reading for entry in same if entry.kind == WORD),
    )


def _letter(title: str) -> str:
    first = next((sign for sign in _folded(title) if sign.isalnum()), "")
    return first.upper() if first in ALPHABET else "#"


def _order(title: str) -> tuple[tuple[int, str], ...]:
    """As Swedish lists are sorted: word by word, figures before letters, and without hyphens and quotation marks."""
    return tuple((_rank(sign), sign) for sign in _folded(title) if sign.isalnum() or sign == " ")


def _rank(sign: str) -> int:
    if sign in ALPHABET:
        return ALPHABET.index(sign)
    return -2 if sign == " " else -1 if sign.isdigit() else len(ALPHABET)


def _folded(title: str) -> str:
    """In small letters, and without accents save on å, ä and ö, which are letters of their own."""
    return "".join(sign if sign in ALPHABET else unicodedata.normalize("NFD", sign)[0] for sign in title.lower())
