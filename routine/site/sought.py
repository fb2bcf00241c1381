"""The entries of the search: all that has a name, and parts of pages.

Each entry has the other words that people ask for it by. A part of a page is an entry where it answers something by
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from routine.model import wording
from routine.model.beside import Guidance, OpenQuestion
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.links import Listed
from routine.pages.parts.facts import facts
from routine.pages.parts.readings import SPOKEN, readings
from routine.site.sought_pages import LIMIT, PARTS, PRINTED, WORDS, SoughtPart

OPEN = "Öppen fråga"
ASKED = "Fråga"
WORD = "Ord"
ACUTE = "Akut"
CHARGE = ("ansvar", "uppgift", "roll")


class Sought(Struct, frozen=True):
    """An entry of the search.

    `who` is the role that it is about, `reading` tells whether the text is our interpretation. Neither `also`, other
    words to find it by, nor `more`, words on its page, is shown. `when` is for entries shown whatever the words:
    `acute` comes first in danger; where nothing is found, `opens` is the step that opens the case, and `nothing` says
    whom to ask.
    """

    title: str
    kind: str
    text: str
    address: str
    who: str = ""
    also: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    reading: bool = False
    when: Literal["acute", "opens", "nothing"] | None = None


def sought(routine: Routine, listed: Iterable[Listed]) -> Iterator[Sought]:
    """Yield all entries, in the order of the data."""
    pages = tuple(listed)
    yield _acute(routine)
    yield from _pages(routine, pages)
    for role in routine.roles:
        yield from _role(role)
    for section in routine.sections:
        yield Sought(
            section.title,
            "Avsnitt",
            f"Avsnitt {section.label}",
            at.section(section.id),
            also=section.also,
            reading=ours(section.basis),
        )
    for action in routine.actions:
        yield from _action(routine, action)
    for question in routine.questions:
        yield from _question(routine, question)
    yield from (_guidance(item) for item in routine.guidance)
    yield from _numbers(routine)
    yield from _contacts(routine)
    for open_question in routine.open_questions:
        yield Sought(
            open_question.question,
            OPEN,
            open_question.detail,
            at.open_question(open_question.id),
            also=open_question.also,
            more=_said(open_question.short, open_question.meanwhile, *_to_stand_in(open_question)),
        )
    for term in routine.terms:
        yield Sought(term.word, WORD, term.meaning, at.word(term.word), reading=ours(term.basis))
    yield _ask(routine)


def _page_kind(address: str) -> str:
    """Return the kind of a page; pages for editors have one of their own.

    Nobody in need should open those.
    """
    return "Redigering" if address.startswith(at.EDITORS) else "Sida"


def _acute(routine: Routine) -> Sought:
    """Return the entry that comes first where there is danger.

    It is the first emergency number, and links to the urgent guidance if there is any.
    """
    number = routine.emergency[0]
    urgent = next((item for item in routine.guidance if item.urgent), None)
    return Sought(
        f"Ring {number.number}",
        ACUTE,
        number.advice,
        at.guidance(urgent.id) if urgent else at.CONTACTS,
        also=(number.label, *number.also),
        when="acute",
    )


def _ask(routine: Routine) -> Sought:
    """Return the entry for questions that the site does not answer.

    It names the owner of the content, and how to reach the owner as far as that is known.
    """
    owner = routine.organisation.owner
    known = (c for c in routine.contacts if owner in (c.function, c.role and routine.role(c.role).name))
    ways = (wording.stopped(c.ask) for c in known)
    return Sought(
        "Fråga någon",
        "Kontakt",
        f"{owner} svarar för innehållet. {next(ways, '')}".strip(),
        at.CONTACTS,
        when="nothing",
    )


def _pages(routine: Routine, listed: tuple[Listed, ...]) -> Iterator[Sought]:
    known = {page.address for page in listed}
    absent = {*_absent(routine)}
    for page in (page for page in listed if page.address != at.MOVED):
        kind, also = _page_kind(page.address), WORDS.get(page.address, ())
        # The title of the document is on this page too, and nowhere else to be found.
        more = _said(routine.source.title, routine.source.part_of) if page.address == at.WHOLE else ()
        yield Sought(page.title, kind, page.summary, page.address, also=also, more=more)
        parts = (part for part in PARTS.get(page.address, ()) if page.address in known)
        yield from (_part(part) for part in parts if part.address not in absent)


def _absent(routine: Routine) -> Iterator[str]:
    """Yield the addresses of the parts of pages that the routine lacks."""
    if not routine.site.leave:
        yield at.LEAVING
    if not readings(routine):
        yield at.READINGS


def _part(part: SoughtPart) -> Sought:
    return Sought(part.title, _page_kind(part.address), part.text, part.address, also=part.also)


def _role(role: Role) -> Iterator[Sought]:
    name = wording.inside(role.name)
    starts = role.starts.text if role.starts else None
    limits = (limit.text for limit in role.limits)
    yield Sought(
        role.name,
        "Roll",
        role.summary,
        at.role(role.id),
        also=(*role.also, *_charged(name)),
        more=_said(role.own, role.intro, starts, *limits, *role.formerly),
    )
    yield Sought(f"Utskrifter, {name}", "Utskrifter", PRINTED.text, at.prints(role.id), more=PRINTED.also)


def _charged(name: str) -> Iterator[str]:
    """Yield words that ask for a role's charge, by the last word of its name.

    The name alone occurs in many places.
    """
    return (f"{name.split()[-1]} {what}" for what in CHARGE)


def _action(routine: Routine, action: Action) -> Iterator[Sought]:
    """Yield an entry for each role that is responsible for the action.

    It links to the role's page, which has what to do, in which order and with which words.
    """
    found = (phrase.marked for fact in facts(routine, action) if fact.kind.search for phrase in fact.phrases)
    about = " ".join(wording.capital(wording.stopped(words)) for words in found).rstrip(".")
    told = (each.text for each in (*action.invited, *action.helps))
    learnt = (*(each.what for each in action.informs), *(each.what for each in action.tells))
    # Shown with the action: the words to say, under their label there, and whom to ring.
    spoken = (SPOKEN, *(claim.text for claim in action.say)) if action.say else ()
    ring = f"ring {action.call.number}" if action.call else None
    more = _said(*told, *learnt, *spoken, ring)
    also = (*action.also, *(LIMIT if action.within else ()))
    for id in action.responsible:
        # People choose their own words for what they have met: where the search knows none of them, this step helps.
        when: Literal["opens"] | None = "opens" if action.opens and id == action.responsible[0] else None
        place, who = at.role(id, action.id), routine.role(id).name
        yield Sought(action.text, "Steg", about, place, who, also, more, when=when)


def _question(routine: Routine, question: Question) -> Iterator[Sought]:
    """Yield an entry for each role that answers the question, on its page."""
    then = (line for each in question.means for line in (each.text, *(claim.text for claim in each.then)))
    own = (question.own, *(item.own for item in question.heard_by))
    more, reading = _said(*own, *then), ours(question.basis)
    for id in question.answered_by:
        who = routine.role(id).name
        place = at.role(id, question.id)
        yield Sought(question.text, ASKED, question.detail or "", place, who, question.also, more, reading)


def _guidance(item: Guidance) -> Sought:
    return Sought(
        item.title,
        "Vägledning",
        " ".join(item.points),
        at.guidance(item.id),
        also=item.also,
        more=_said(item.source.publisher, item.source.title, item.routine),
    )


def _numbers(routine: Routine) -> Iterator[Sought]:
    """Yield the emergency numbers but the first, which has its own entry."""
    for each in routine.emergency[1:]:
        yield Sought(each.label, "Kontakt", each.advised, at.CONTACTS, also=each.also)


def _contacts(routine: Routine) -> Iterator[Sought]:
    for contact in routine.contacts:
        yield Sought(
            f"Nummer: {contact.title}",
            "Kontakt",
            f"{contact.number}. {contact.ask}" if contact.number else contact.ask,
            at.contact(contact.id),
            also=contact.also,
            more=_said(contact.hours and f"öppet {contact.hours}"),
            reading=not contact.number and ours(contact.basis),
        )


def _to_stand_in(question: OpenQuestion) -> tuple[str, ...]:
    return (question.proxy.short, question.proxy.meanwhile) if question.proxy else ()


def _said(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
