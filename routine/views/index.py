"""A–Ö, and the same entries for the search: every role, action, question, guidance, contact, word and page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from routine.domain.model import Routine

WORD = "Ord"
ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"

PAGES = (
    ("Guiden", "/guide/", "Hela rutinen steg för steg, med frågor och svar."),
    ("Lätt att läsa", "/latt/", "Med korta meningar och vanliga ord."),
    ("Flödesschema", "/flode/", "Rutinen som bild och som lista."),
    ("Vem gör vad", "/vem-gor-vad/", "Alla åtgärder och rollernas del i dem."),
    ("Hela rutinen", "/rutinen/", "Källans tabell, rad för rad."),
    ("Fickkort", "/fickkort/", "Att skriva ut, vika och ha med sig."),
    ("Gäller bladet?", "/fickkort/kontroll/", "Koden på ett utskrivet blad säger om det fortfarande gäller."),
    ("Tidslinje", "/tidslinje/", "Vad som kommer först, och tidsgränsen."),
    ("Aktuell vägledning", "/vagledning/", "Råd från myndigheter, skilda från rutinen."),
    ("Kontakter", "/kontakter/", "Nummer och funktioner."),
    ("Om guiden", "/om/", "Utgåva, källa och öppna frågor."),
    ("För redaktörer", "/redigera/", "Så ändrar du innehållet."),
)

# In the footer of every page, and so not in the menu.
FOOT_PAGES = (
    (
        "Tillgänglighet",
        "/om/tillganglighet/",
        "Hur väl alla kan använda guiden, vad som inte fungerar och vem du berättar det för.",
    ),
    ("Integritet", "/om/integritet/", "Vad guiden sparar, bara om du ber om det, och hur du tar bort det."),
)
INDEX_PAGE = ("A–Ö", "/a-o/", "Allt som går att slå upp, i bokstavsordning.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find."""

    title: str
    kind: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Name:
    """All that has one name: the things that it leads to, and its meaning if it is a word."""

    title: str
    things: tuple[Entry, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Index:
    """Letters in Swedish order, each with its names. No name comes twice: a list of terms has each of them once."""

    letters: tuple[tuple[str, tuple[Name, ...]], ...]


def index(routine: Routine) -> Index:
    """Names by their first letter; figures come last, under #."""
    ordered = sorted(entries(routine), key=lambda entry: (_order(entry.title), entry.title))
    names = [_name(title, tuple(same)) for title, same in groupby(ordered, key=lambda entry: entry.title)]
    return Index(
        tuple((letter, tuple(group)) for letter, group in groupby(names, key=lambda name: _letter(name.title)))
    )


def entries(routine: Routine) -> Iterator[Entry]:
    """Everything that can be found, in the order of the data."""
    for title, address, text in (*PAGES, *FOOT_PAGES):
        yield Entry(title, "Sida", text, address)
    for role in routine.roles:
        yield Entry(role.name, "Roll", role.summary, f"/roller/{role.id}/")
        yield Entry(
            f"Checklista, {role.name[:1].lower()}{role.name[1:]}",
            "Checklista",
            "Att skriva ut och bocka av.",
            f"/checklistor/{role.id}/",
        )
    for section in routine.sections:
        yield Entry(
            section.title, "Avsnitt", f"Avsnitt {section.id}", f"/rutinen/#avsnitt_{section.id.replace('.', '-')}"
        )
    for action in routine.actions:
        who = ", ".join(routine.role(id).name for id in action.responsible)
        about = (
            who,
            action.detail,
            action.requirement,
            *(item.text for item in action.conditions),
            *action.groups,
            *(told.text for told in action.participants),
        )
        yield Entry(action.text, "Åtgärd", ". ".join(text for text in about if text), f"/guide/#{action.id}")
    for question in routine.questions:
        yield Entry(question.text, "Fråga", question.detail or "", f"/guide/#{question.id}")
    for item in routine.guidance:
        yield Entry(item.title, "Vägledning", " ".join(item.points), f"/vagledning/#{item.id}")
    for contact in routine.contacts:
        yield Entry(
            f"Nummer till {contact.function[:1].lower()}{contact.function[1:]}",
            "Kontakt",
            contact.number or contact.ask,
            f"/kontakter/#{contact.id}",
        )
    for term in routine.terms:
        yield Entry(term.word, WORD, term.meaning, f"/a-o/#ord_{slug(term.word)}")


def slug(word: str) -> str:
    """A word as an anchor."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(sign if sign.isalnum() else "-" for sign in plain if not unicodedata.combining(sign)).strip("-")


def _name(title: str, same: tuple[Entry, ...]) -> Name:
    return Name(
        title,
        tuple(entry for entry in same if entry.kind != WORD),
        "".join(entry.text for entry in same if entry.kind == WORD),
    )


def _letter(title: str) -> str:
    first = title[:1].lower()
    return first.upper() if first in ALPHABET else "#"


def _order(title: str) -> tuple[tuple[int, str], ...]:
    return tuple((ALPHABET.find(sign) if sign in ALPHABET else 99, sign) for sign in title.lower())
