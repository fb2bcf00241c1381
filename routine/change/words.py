"""Words of a difference: its heading, its subject, each field and each value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from msgspec import Struct

from routine.check.model_paths import hints, item_type, part_of
from routine.model import decided, wording
from routine.model.adopted import Change, Consultation, Period, Row
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.people import Role
from routine.model.referring import Refers
from routine.model.steps import Consulted, Section, Within
from routine.pages import addresses as at


class Topic(Enum):
    """The headings of a report, in the order that a reviewer reads them.

    First whether the routine is in force, then who does what, last the surroundings.
    """

    WITHDRAWN = "Om rutinen gäller"
    PEOPLE = "Vem gör vad"
    LIMITS = "Tidsgränser"
    CONDITIONS = "Villkor och väntan"
    QUESTIONS = "Frågor"
    TELLING = "Vem får veta vad"
    TEXTS = "Texter"
    CONTACTS = "Kontakter och nummer"
    GUIDANCE = "Vägledning"
    SITUATIONS = "Situationer"
    TERMS = "Ord"
    EASY = "Kort och enkelt"
    OPEN = "Öppna frågor"
    SECTIONS = "Avsnitt, rader och spår"
    ADOPTED = "Det som källan säger, i adopted.yaml"
    EDITIONS = "Utgåvor och beslut"
    SITE = "Organisationen, källan och webbplatsen"


class Subject(Struct, frozen=True):
    """Words for a part of the routine, or for an item of one of its lists.

    `called` names it, and `place` is the address where it is read on the site, or empty.
    """

    topic: Topic
    called: str
    place: Callable[[Any], str] = lambda _: ""


SUBJECTS = {
    "withdrawn": Subject(Topic.WITHDRAWN, "Rutinen", lambda _: at.VALIDITY),
    "site": Subject(Topic.SITE, "Webbplatsen"),
    "organisation": Subject(Topic.SITE, "Organisationen", lambda _: at.ABOUT),
    "source": Subject(Topic.SITE, "Källan", lambda _: at.ABOUT),
    "accessibility": Subject(Topic.SITE, "Redogörelsen för tillgänglighet", lambda _: at.ACCESSIBILITY),
    "log": Subject(Topic.TEXTS, "Loggbladet", lambda _: at.PRINT),
    "easy": Subject(Topic.EASY, "Kort och enkelt", lambda _: at.EASY),
    "words": Subject(Topic.SITE, "Ordlistan"),
    "exceptions": Subject(Topic.SITE, "Undantaget {0.code}, {0.where}"),
    "revisions": Subject(Topic.EDITIONS, "Utgåva {0.edition}", lambda _: at.ABOUT),
    "situations": Subject(Topic.SITUATIONS, "Situationen ”{0.text}”", lambda _: at.START),
    "roles": Subject(Topic.PEOPLE, "Rollen {0.name}", lambda role: at.role(role.id)),
    "tracks": Subject(Topic.SECTIONS, "Spåret ”{0.title}”"),
    "sections": Subject(Topic.SECTIONS, "Avsnittet ”{0.title}”", lambda section: at.section(section.id)),
    "questions": Subject(Topic.QUESTIONS, "Frågan ”{0.text}”", lambda question: at.row(question.id)),
    "actions": Subject(Topic.PEOPLE, "Åtgärden ”{0.text}”{row}", lambda action: at.row(action.id)),
    "emergency": Subject(Topic.CONTACTS, "Nödnumret {0.number}, {0.label}"),
    "guidance": Subject(Topic.GUIDANCE, "Vägledningen ”{0.title}”", lambda item: at.guidance(item.id)),
    "forms": Subject(Topic.TEXTS, "Blanketten ”{0.title}”", lambda _: at.PRINT),
    "contacts": Subject(Topic.CONTACTS, "Kontakten {0.title}", lambda contact: at.contact(contact.id)),
    "open_questions": Subject(Topic.OPEN, "Den öppna frågan ”{0.question}”", lambda item: at.open_question(item.id)),
    "terms": Subject(Topic.TERMS, "Ordet ”{0.word}”", lambda term: at.word(term.word)),
}
ROW = Subject(Topic.ADOPTED, "Rad {0.row}")
# Headings for fields of actions, questions and roles; other fields are under the heading of their subject.
HEADINGS = {
    name: topic
    for topic, names in (
        (Topic.PEOPLE, ("responsible", "responsible_basis", "jointly", "consulted", "proxy", "participants", "helps")),
        (Topic.PEOPLE, ("answered_by", "heard_by")),
        (Topic.LIMITS, ("within",)),
        (Topic.CONDITIONS, ("conditions", "after", "opens", "group", "asked")),
        (Topic.TELLING, ("informs", "tells", "reached_by")),
        (Topic.TEXTS, ("text", "others", "done", "emphasis", "also", "detail", "requirement", "wallet", "say")),
        (Topic.TEXTS, ("short", "groups", "own", "said", "tab", "summary", "intro")),
        (Topic.CONTACTS, ("call", "reach")),
        (Topic.GUIDANCE, ("guidance",)),
        (Topic.OPEN, ("open_questions",)),
        (Topic.SECTIONS, ("section", "row", "basis")),
    )
    for name in names
}
# Names of fields, where neither the title of the part nor the description says it shortly.
LABELS = {
    "id": "Id byts, och länkar till den gamla adressen slutar att gälla",
    "row": "Rad",
    "row_is": "Hela raden",
    "section": "Avsnitt",
    "points": "Råd",
    "track": "Spår",
    "text": "Texten",
    "lines": "Raderna",
    "own": "Texten till den som har rollen eller svarar",
    "others": "Texten till den som läser om andra",
    "done": "Texten när det är gjort",
    "wallet": "Texten på planbokskortet",
    "short": "De få orden på Vad hänger på vad",
    "paper": "De få orden på checklistan",
    "checklists": "Checklistor som visar det",
    "pocket": "Fickkort och planbokskort",
    "lead": "Början som stegen har gemensamt",
    "otherwise": "Det som inte görs annars",
    "after_yes": "Efter ja",
    "after_no": "Efter nej",
    "undecided": "Så länge inget är bestämt",
    "calm": "Det som gäller i alla fall",
    "notes": "Annat att veta",
    "requirement": "Kravet på hur det görs",
    "detail": "Förklaringen",
    "emphasis": "De feta orden på checklistan",
    "say": "Ord att säga",
    "also": "Sökord",
    "role": "Rollen",
    "roles": "Roller",
    "responsible": "Ansvarar",
    "responsible_basis": "Vem som ansvarar bygger på att",
    "jointly": "Samråd mellan dem som ansvarar",
    "answered_by": "Svarar",
    "proxy": "Kan göra det i stället",
    "unasked": "Kan göra det utan att bli ombedd",
    "participants": "Deltar",
    "helps": "Görs för",
    "what": "Vad det gäller",
    "question": "Frågan",
    "answer": "Svaret",
    "step": "Steget",
    "then": "Gäller efter svaret",
    "starts": "Rollen börjar",
    "limits": "Behöver eller ska inte göra",
    "after": "Väntan",
    "conditions": "Villkor",
    "only_if_done": "Steget faller bort med åtgärden",
    "opens": "Allt börjar här",
    "groups": "Målgrupper",
    "mode": "Hur många som ska vara med",
    "basis": "Vad uppgiften bygger på",
    "number": "Numret",
    "urgent": "Gäller akut fara",
    "log": "Står på loggbladet",
    "emergency": "Leder till det första nödnumret",
    "owner_proposed": "Vem som svarar för innehållet är ett förslag",
    "ordered": "Ordningen är en turordning",
}
# What a reviewer asks when a part has come or gone. `name` tells the part from its neighbours, `rest` is all else.
SENTENCES = {
    "withdrawn": ("Rutinen gäller inte efter {name}: {rest}.", "Rutinen gäller igen."),
    "conditions": ("Hänger nu på svaret på {name}: {rest}.", "Hänger inte längre på {name}: {rest}."),
    "after": ("Väntar nu på {name}: {rest}.", "Väntar inte längre på {name}."),
    "proxy": ("Kan nu göras i stället av {name}: {rest}.", "Kan inte längre göras i stället av {name}."),
    "participants": ("Nu deltar också {name}: {rest}.", "Nu deltar inte längre {name}."),
    "helps": ("Görs nu också för {name}: {rest}.", "Görs inte längre för {name}."),
    "informs": ("Får nu veta, och kan ta vid: {name}, {rest}.", "Får inte längre veta, och tar inte vid: {name}."),
    "tells": ("Får nu också veta: {name}, {rest}.", "Får inte längre veta: {name}."),
    "heard_by": ("Vad svaret blev kan nu också berättas av {name}: {rest}.", "Svaret berättas inte längre av {name}."),
    "asked": ("Kan nu besvaras direkt, innan något annat har börjat.", "Kan inte längre besvaras direkt."),
    "means": ("Svaret {name} förklaras nu: {rest}.", "Svaret {name} förklaras inte längre."),
    "said": ("Svaret {name} lämnas nu över så: {rest}.", "Svaret {name} har inga egna ord längre."),
    "reached_by": ("Nås nu genom {name}: {rest}.", "Nås inte längre genom {name}."),
}
SAYS_WHOSE = ("basis", "responsible_basis", "opens", "jointly")
CHOSEN = {"kalla": "källan säger det", "tolkning": "vår tolkning", "egen": "egen åtgärd", "nagon": "en eller flera"}
READING = "(vår tolkning)"


def called(subject: Subject, item: Part) -> str:
    """Name an item as a subject: `Åtgärden ”Byt röret”, rad 5`."""
    return subject.called.format(item, row=f", rad {row}" if (row := getattr(item, "row", None)) else "")


def label(part: type[Part], field: str) -> str:
    """Name a field, for somebody who cannot read the file."""
    if field in LABELS:
        return LABELS[field]
    inner = part_of(item_type(hints(part)[field]))
    title = inner.model_config.get("title") if inner else part.model_fields[field].description
    return re.split(r"[.:,](?: |$)", title or field)[0]


@cache
def refers(part: type[Part], field: str) -> Refers | None:
    """Return the lists that the ids in a field refer to, if they do."""
    marks = getattr(item_type(hints(part)[field]), "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Refers)), None)


def key(part: Any) -> Any:
    """Return the first value of an item, which identifies it in its list.

    In the model that is the id, or the role, question, action or answer that the part is about.
    """
    return next((value for _, value in part if value is not None), None) if isinstance(part, Part) else part


def short(routine: Routine, part: Any) -> str:
    """Render the value that identifies an item in its list."""
    if not isinstance(part, Part):
        return str(part)
    if hasattr(part, "id"):
        return _called(part)
    return next((said(routine, type(part), name, value) for name, value in part if value is not None), "")


def said(routine: Routine, part: type[Part], field: str, value: Any) -> str:
    """Render the value of a field, and an id as the name of what it means."""
    to = refers(part, field)
    if isinstance(value, tuple):
        words = [said(routine, part, field, item) for item in value]
        return wording.series(words) if to else " · ".join(words)
    if isinstance(value, Part):
        return whole(routine, value)
    if isinstance(value, date):
        return wording.long_date(value)
    if to and to.key == "id":
        items = (item for name in to.to for item in getattr(routine, name) if item.id == value)
        return next(map(_called, items), value or "")
    if field in (*SAYS_WHOSE, "mode"):
        return CHOSEN.get(value, value or "")
    if part is Change and field == "removed":
        return decided.FACTS[value]
    return "" if value is None else " ".join(str(value).split())


def _called(item: Part) -> str:
    """Name an item inside a sentence."""
    if isinstance(item, Role):
        return wording.inside(item.name)
    if isinstance(item, Section):
        return f"{item.id} {item.title}"
    words = (getattr(item, name, "") for name in ("text", "question", "title"))
    return f"”{next(filter(None, words), '')}”"


def phrase(routine: Routine, part: Part) -> tuple[str, tuple[str, ...]]:
    """Render a limit or a consultation as pages do, and name its fields.

    Empty for other parts, and for a document that names what the routine no longer has.
    """
    try:
        if isinstance(part, Within | Period):
            return wording.limit(routine, Within.model_construct(**dict(part))), ("count", "unit", "after")
        if isinstance(part, Consulted | Consultation):
            return wording.in_consultation(routine, Consulted.model_construct(**dict(part))), ("mode", "roles")
    except KeyError:
        pass
    return "", ()


def whole(routine: Routine, part: Part, but: tuple[str, ...] = ()) -> str:
    """Render all content of a part, with the mark of an interpretation."""
    words, spoken = phrase(routine, part)
    names = [name for name, value in part if value not in (None, ()) and name not in (*but, *spoken)]
    rest = [_worded(type(part), name, said(routine, type(part), name, getattr(part, name))) for name in names]
    return ", ".join(filter(None, (words, *rest))).replace(f", {READING}", f" {READING}")


def _worded(part: type[Part], name: str, words: str) -> str:
    """Name a bare fact, as `målgrupper 3`, and mark an interpretation."""
    if name == "basis":
        return READING if words == CHOSEN["tolkning"] else ""
    if words == "ja" and name != "answer":
        return wording.inside(label(part, name))
    return f"{wording.inside(label(part, name))} {words}" if issubclass(part, Change | Row) else words


def sentence(routine: Routine, words: str, part: Part) -> str:
    """Fill in a sentence about a part that has come or gone."""
    first = next((name for name, value in part if value is not None), "")
    filled = words.format(name=short(routine, part), rest=whole(routine, part, (first,)).removesuffix("."))
    return wording.capital(re.sub(r"[:,] ?\.$", ".", filled))
