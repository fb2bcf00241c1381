"""Sentences that describe a change of each field.

A row gives the heading, the name of the field, and the sentences for a part that is new or gone. A field without a row
is described by its name alone.
"""

from __future__ import annotations

from msgspec import Struct

from routine.changes.difference import Topic
from routine.changes.labels import label
from routine.model.adopted import Decision, Row
from routine.model.beside import Form, Guidance
from routine.model.easy import Easy, EasyStep
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.people import Role
from routine.model.steps import Action, Question


class Sentence(Struct, frozen=True):
    """Words for a field, with the topic they belong under.

    With `topic` None the topic of the surroundings is used. `new`, `gone` and `called` are templates for a part: a name
    within braces is the value of its field, and `{rest}` all its content but the fields that identify it. `called` is
    the name of a part when something within it has changed. Where a template is empty, the label is used.
    """

    label: str
    topic: Topic | None = None
    new: str = ""
    gone: str = ""
    called: str = ""


CONDITION = Sentence(
    "Villkoret",
    Topic.CONDITIONS,
    "Görs nu bara när svaret är {answer} på {question}{mark}: {text} / {own}",
    "Hänger inte längre på {question}: {text}.",
    "Villkoret om {question}",
)
AFTER = Sentence(
    "Väntan",
    Topic.CONDITIONS,
    "Väntar nu på {action}: {text}{mark}.",
    "Väntar inte längre på {action}.",
    "Väntan på {action}",
)
UNANSWERED = Sentence("Öppna frågor intill", Topic.OPEN)
HELPFUL = Sentence("Vägledning intill", Topic.GUIDANCE)

ACTION = {
    "responsible": Sentence("Ansvarar", Topic.PEOPLE),
    "responsible_basis": Sentence("Uppgiften om vem som ansvarar", Topic.PEOPLE),
    "jointly": Sentence("Samråd mellan dem som ansvarar", Topic.PEOPLE),
    "consulted": Sentence("Samråd med", Topic.PEOPLE),
    "proxy": Sentence(
        "Den som kan göra det i stället",
        Topic.PEOPLE,
        "Kan nu göras i stället av {role}: {rest}",
        "Kan inte längre göras i stället av {role}.",
    ),
    "participants": Sentence(
        "Den som deltar",
        Topic.PEOPLE,
        "Nu deltar också {role}: {rest}",
        "{role} deltar inte längre.",
        "{role}, som deltar",
    ),
    "helps": Sentence(
        "Den som det görs för",
        Topic.PEOPLE,
        "Görs nu också för {role}: {rest}",
        "Görs inte längre för {role}.",
        "{role}, som det görs för",
    ),
    "informs": Sentence(
        "Den som får veta och tar vid",
        Topic.TELLING,
        "{role} får nu veta det, och kan ta vid: {rest}",
        "{role} får inte längre veta det, och tar inte vid.",
        "{role}, som får veta och tar vid",
    ),
    "tells": Sentence(
        "Den som får veta",
        Topic.TELLING,
        "Den som nu också får veta: {who}{role}, {rest}",
        "{who}{role} får inte längre veta det.",
        "{who}{role}, som får veta",
    ),
    "within": Sentence("Tidsgräns", Topic.LIMITS),
    "conditions": CONDITION,
    "after": AFTER,
    "opens": Sentence("Att allt börjar här", Topic.CONDITIONS),
    "group": Sentence("Grupp av åtgärder i samma kontakt", Topic.CONDITIONS),
    "section": Sentence("Avsnitt", Topic.SECTIONS),
    "row": Sentence("Plats i källans tabell", Topic.SECTIONS),
    "basis": Sentence("Om åtgärden är er egen", Topic.SECTIONS),
    "text": Sentence("Texten till den som ansvarar", Topic.TEXTS),
    "others": Sentence("Texten till den som läser om andra", Topic.TEXTS),
    "done": Sentence("Texten när det är gjort", Topic.TEXTS),
    "detail": Sentence("Förklaringen", Topic.TEXTS),
    "requirement": Sentence("Kravet på hur det görs", Topic.TEXTS),
    "wallet": Sentence("Texten på planbokskortet", Topic.TEXTS),
    "say": Sentence("Ord att säga", Topic.TEXTS),
    "groups": Sentence("Målgrupp", Topic.TEXTS),
    "call": Sentence("Numret att ringa", Topic.CONTACTS),
    "guidance": HELPFUL,
    "open_questions": UNANSWERED,
}
QUESTION = {
    "text": Sentence("Frågan", Topic.TEXTS),
    "own": Sentence("Frågan till den som svarar", Topic.TEXTS),
    "detail": Sentence("Det som hjälper den som svarar", Topic.TEXTS),
    "answered_by": Sentence("Svarar", Topic.PEOPLE),
    "heard_by": Sentence(
        "Den som kan berätta vad svaret blev",
        Topic.PEOPLE,
        "Vad svaret blev kan nu också berättas av {role}{mark}: {own}",
        "{role} kan inte längre berätta vad svaret blev.",
        "{role}, som kan berätta vad svaret blev",
    ),
    "asked": Sentence(
        "Att frågan ställs direkt",
        Topic.CONDITIONS,
        "Kan nu besvaras direkt, innan något annat har börjat{mark}.",
        "Kan inte längre besvaras direkt.",
    ),
    "conditions": Sentence(
        "Villkoret",
        Topic.CONDITIONS,
        "Ställs nu bara när svaret är {answer} på {question}{mark}: {text}",
        CONDITION.gone,
        CONDITION.called,
    ),
    "after": AFTER,
    "means": Sentence(
        "Vad svaret innebär",
        Topic.QUESTIONS,
        "Svaret {answer} förklaras nu: {rest}",
        "Svaret {answer} förklaras inte längre.",
        "Vad svaret {answer} innebär",
    ),
    "said": Sentence(
        "Svaret i ord",
        Topic.TEXTS,
        "Svaret {answer} lämnas nu över så: {rest}",
        "Svaret {answer} har inga egna ord längre.",
        "Svaret {answer} i ord",
    ),
    "open_questions": UNANSWERED,
}
ROLE = {
    "name": Sentence("Namn", Topic.PEOPLE),
    "own": Sentence("Namnet till den som har rollen", Topic.TEXTS),
    "tab": Sentence("Webbläsarens flik", Topic.TEXTS),
    "summary": Sentence("Raden på startsidan", Topic.TEXTS),
    "intro": Sentence("Inledningen", Topic.TEXTS),
    "starts": Sentence("Du börjar när", Topic.PEOPLE),
    "reach": Sentence("Behöver nå", Topic.CONTACTS),
    "limits": Sentence("Det rollen inte behöver eller ska göra", Topic.PEOPLE),
    "reached_by": Sentence("Hur rollen nås", Topic.TELLING, "Nås nu genom {rest}", "Nås inte längre genom {action}."),
}
GUIDANCE = {
    "points": Sentence("Råd"),
    "checked": Sentence("Kontrollerad"),
    "source": Sentence("Källan till rådet"),
    "checklists": Sentence("Står på checklistan för"),
    "log": Sentence("Står på loggbladet"),
    "roles": Sentence("Länkas från sidan för"),
}
FORM = {
    "lead": Sentence("Hur och när man fyller i den"),
    "guidance": Sentence("Vägledning på bladet"),
    "fields": Sentence("Fältet", None, "Nytt fält: {rest}", "Fältet {label} tas bort.", "Fältet {label}"),
}
# The lists of the routine. `called` is the name of an item as a subject.
LISTS = {
    "revisions": Sentence("Utgåvor", Topic.EDITIONS, "Ny utgåva.", "Utgåvan tas bort.", "Utgåva {edition}"),
    "situations": Sentence(
        "Situationer", Topic.SITUATIONS, "Ny situation.", "Situationen tas bort.", "Situationen ”{text}”"
    ),
    "roles": Sentence("Roller", Topic.PEOPLE, "Ny roll.", "Rollen tas bort.", "Rollen {name}"),
    "tracks": Sentence("Spår", Topic.SECTIONS, "Nytt spår.", "Spåret tas bort.", "Spåret ”{title}”"),
    "sections": Sentence("Avsnitt", Topic.SECTIONS, "Nytt avsnitt.", "Avsnittet tas bort.", "Avsnittet ”{title}”"),
    "questions": Sentence("Frågor", Topic.QUESTIONS, "Ny fråga.", "Frågan tas bort.", "Frågan ”{text}”"),
    "actions": Sentence("Åtgärder", Topic.PEOPLE, "Ny åtgärd.", "Åtgärden tas bort.", "Åtgärden ”{text}”, {row}"),
    "emergency": Sentence(
        "Nödnummer", Topic.CONTACTS, "Nytt nödnummer.", "Nödnumret tas bort.", "Nödnumret {number}, {label}"
    ),
    "guidance": Sentence(
        "Vägledning", Topic.GUIDANCE, "Ny vägledning.", "Vägledningen tas bort.", "Vägledningen ”{title}”"
    ),
    "forms": Sentence("Blanketter", Topic.TEXTS, "Ny blankett.", "Blanketten tas bort.", "Blanketten ”{title}”"),
    "contacts": Sentence("Kontakter", Topic.CONTACTS, "Ny kontakt.", "Kontakten tas bort.", "Kontakten {title}"),
    "open_questions": Sentence(
        "Öppna frågor", Topic.OPEN, "Ny öppen fråga.", "Den öppna frågan tas bort.", "Den öppna frågan ”{question}”"
    ),
    "exceptions": Sentence(
        "Undantag",
        Topic.SITE,
        "Nytt undantag.",
        "Undantaget tas bort.",
        "Undantaget {code}, {where}",
    ),
    "terms": Sentence("Ord", Topic.TERMS, "Nytt ord.", "Ordet tas bort.", "Ordet ”{word}”"),
}
PARTS = {
    "site": Sentence("Webbplatsen", Topic.SITE),
    "organisation": Sentence("Organisationen", Topic.SITE),
    "source": Sentence("Källan", Topic.SITE),
    "accessibility": Sentence("Redogörelsen för tillgänglighet", Topic.SITE),
    "log": Sentence("Loggbladet", Topic.TEXTS),
    "easy": Sentence("Lätt att läsa", Topic.EASY),
    "withdrawn": Sentence(
        "Rutinen gäller inte efter",
        Topic.WITHDRAWN,
        gone="Rutinen gäller igen: det står inte längre att den upphör.",
        called=Topic.WITHDRAWN.value,
    ),
}
# Lists of plain words.
WORD_LISTS = {"words": Sentence("Ordlistan", Topic.SITE)}
EASY = {
    "lines": Sentence("Inledningen"),
    "roles": Sentence("Rollen", None, "Berättar nu om {role}: {rest}", "Berättar inte längre om {role}.", "Om {role}"),
    "steps": Sentence("Steget", None, "Nytt om {step}: {rest}", "Inget längre om {step}.", "Om {step}"),
}
DECISION = {"changes": Sentence("Ändringen", None, called="Ändringen av {row}")}
ROW = {
    "conditions": Sentence(
        "Villkoret",
        None,
        "Gäller nu bara när svaret är {answer} på {question}.",
        "Hänger inte längre på {question}.",
        "Villkoret om {question}",
    )
}
STEP = {"unanswered": Sentence("Det som rutinen inte svarar på"), "topic": Sentence("Vad det gäller, i korthet")}
SENTENCES: dict[type[Part], dict[str, Sentence]] = {
    Routine: {**LISTS, **PARTS, **WORD_LISTS},
    Action: ACTION,
    Question: QUESTION,
    Role: ROLE,
    Guidance: GUIDANCE,
    Form: FORM,
    Easy: EASY,
    EasyStep: STEP,
    Decision: DECISION,
    Row: ROW,
}


def sentence(part: type[Part], field: str) -> Sentence:
    """Return the words for a field."""
    for kind in part.__mro__:
        if found := SENTENCES.get(kind, {}).get(field):
            return found
    return Sentence(label(part, field))
