"""Names of fields, for somebody who cannot read the file.

Used where a field has no sentence of its own. A field without a name here is called by the first sentence of its
description in the model.
"""

from __future__ import annotations

from routine.model.about import Accessibility, Approval, Failure, Organisation, Revision, Site, SourceDocument
from routine.model.adopted import Change, Decision, Period, Row, Stated
from routine.model.beside import Blank, Guidance, LogSheet, OpenQuestion, Reference, Term
from routine.model.easy import EasyStep
from routine.model.part import Part
from routine.model.people import Contact, EmergencyNumber, ReachedBy, Situation
from routine.model.steps import ActionAfter, Dial, Group, Proxy, Receiver, Section, Track, Within

# Facts of the adopted document, which a decision changes.
OF_A_ROW = {
    "section": "Avsnitt",
    "responsible": "Ansvarar",
    "jointly": "De som ansvarar gör det i samråd",
    "consulted": "Samråd med",
    "proxy": "Kan göra det i stället",
    "participants": "Deltar",
    "conditions": "Villkor",
    "within": "Tidsgräns",
    "groups": "Antal målgrupper",
    "says": "Ord som måste sägas",
}
LABELS: dict[type[Part], dict[str, str]] = {
    Site: {
        "name": "Namnet i sidhuvudet",
        "description": "Meningen om webbplatsen",
        "leave": "Dit Lämna sidan leder",
        "edit": "Dit Ändra innehållet leder",
    },
    Organisation: {
        "name": "Organisationens namn",
        "owner": "Den som svarar för innehållet",
        "owner_proposed": "Vem som svarar för innehållet är ett förslag",
        "case_head": "Det som skrivs för hand om ärendet",
        "care": "Var sammanställningen och loggen förvaras",
    },
    SourceDocument: {
        "title": "Dokumentets titel",
        "part_of": "Dokumentet som det hör till",
        "date": "Dokumentets datum",
        "pages": "Antal sidor",
        "ordered": "Källans ordning är en turordning",
        "note": "Dokumentets skick",
    },
    Revision: {
        "edition": "Utgåvans nummer",
        "date": "Gäller från",
        "decision": "Beslutet",
        "approval": "Godkännandet",
    },
    Approval: {"body": "Godkänd av", "date": "Dagen för godkännandet", "reference": "Var godkännandet står"},
    Decision: {"body": "Beslutat av", "date": "Dagen för beslutet", "reference": "Var beslutet står"},
    Row: OF_A_ROW,
    Change: OF_A_ROW | {"row_is": "Hela raden är", "section": "Nytt avsnitt", "removed": "Det som tas bort"},
    Accessibility: {
        "conformity": "Hur väl kraven är uppfyllda",
        "assessed": "Senast bedömd",
        "method": "Hur bedömningen gjordes",
        "failures": "Känd brist",
        "feedback": "Hur man berättar om en brist",
        "complaint": "Dit man anmäler",
    },
    Failure: {"what": "Bristen", "reason": "Varför"},
    ReachedBy: {"action": "Åtgärden som kallar in", "open_question": "Öppen fråga när ingen har kallat"},
    Situation: {
        "text": "Situationen",
        "summary": "Raden under",
        "roles": "Leder till",
        "emergency": "Leder till det första nödnumret",
        "open_question": "Leder till den öppna frågan",
        "contacts": "Kontakter att fråga",
    },
    Track: {"title": "Spårets namn", "number": "Numret i källan"},
    Section: {"id": "Avsnittets nummer", "title": "Rubriken", "track": "Spår"},
    Receiver: {"who": "Den som får veta", "role": "Rollen som får veta", "chosen_by": "Väljs av"},
    Proxy: {"role": "", "unasked": "När den kan göra det"},
    EasyStep: {"step": "Steget"},
    ActionAfter: {"only_if_done": "Steget faller bort när den åtgärden hoppas över"},
    Within: {"after": "Räknas från"},
    Period: {"after": "Räknas från"},
    Stated: {"answered_by": "Svarar på frågan"},
    Group: {"id": "Gruppens namn"},
    Dial: {"number": ""},
    EmergencyNumber: {"number": "Numret", "label": "När man ringer", "advice": "Rådet"},
    Reference: {"publisher": "Skriven av", "title": "Titel", "date": "Utgiven", "url": "Adressen"},
    Blank: {"label": "Det som ska skrivas", "lines": "Antal rader", "choices": "Val att kryssa i"},
    Guidance: {
        "routine": "Vad rutinen säger om samma sak",
        "urgent": "Gäller akut fara",
        "handing_over": "Rådet när en text lämnas över",
    },
    LogSheet: {"heads": "Kolumnerna"},
    Contact: {
        "function": "Funktionen",
        "label": "Det som skiljer kontakten från andra",
        "role": "Hör till rollen",
        "number": "Numret",
        "hours": "När numret svarar",
        "valid_until": "Numret gäller till och med",
        "ask": "Den man frågar i stället",
    },
    OpenQuestion: {
        "question": "Frågan",
        "detail": "Varför det spelar roll",
        "short": "Frågan i korthet",
        "meanwhile": "Det som hjälper så länge",
    },
    Term: {"word": "Ordet", "meaning": "Förklaringen"},
}
# Names that hold in any part.
ANYWHERE = {
    "id": "Id byts, och länkar till den gamla adressen slutar att gälla",
    "basis": "Vad uppgiften bygger på",
    "summary": "Sammanfattningen",
    "title": "Rubriken",
    "text": "Texten",
    "lines": "Texten",
    "what": "Vad",
    "by": "Den som berättar",
    "role": "Rollen",
    "roles": "Roller",
    "mode": "Hur många som ska vara med",
    "question": "Frågan",
    "action": "Åtgärden",
    "answer": "Svaret",
    "say": "Ord att säga",
    "emphasis": "De feta orden på checklistan",
    "then": "Det som gäller sedan",
    "also": "Sökord",
    "subject": "Det som allt handlar om",
    "guidance": "Vägledning intill",
    "number": "Numret",
}


def label(part: type[Part], field: str) -> str:
    """Return the name of a field."""
    for kind in part.__mro__:
        if field in (found := LABELS.get(kind, {})):
            return found[field]
    if field in ANYWHERE:
        return ANYWHERE[field]
    about = part.model_fields[field].description or field
    return about.partition(". ")[0].partition(": ")[0].rstrip(".")
