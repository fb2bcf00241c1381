"""The gate: what a body must fill in before its site is published. The routine is sound without it, and stays so.

The day and the sheets that belong to no edition are given: nothing here looks at a clock or reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from routine.domain import telephone, wording
from routine.domain.days import YEAR
from routine.domain.model import Routine
from routine.domain.nowhere import leads_nowhere
from routine.domain.people import Contact
from routine.domain.telephone import FIGURES, PHONE, figures
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.reading.problems import Mark, Problem
from routine.rules.texts import leaves

FIRST = "112"
NAME = re.compile(r"[^\W\d_]{4,}")
REACHED = re.compile(rf"{FIGURES}|\S@\S|https://")
# A day, which has as many figures as a number and reaches nobody.
DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
CODED = "samma utgåvor under revisions som bland koderna"
# What is left of an example body, or was to be filled in. "till exempel" and "fyll i blanketten" are ordinary words.
LEFT = re.compile(
    r"\bExempel(?!vis\b)\w+|\bexempel(?:kommun|region|skol|förening|stad)\w*|\[[^\]\n]*(?:…|\.\.\.|fyll i)[^\]\n]*\]|"
    r"\b[Ff]yll i(?: här\b|(?=\s*(?:[.…:]|$)))|\bFYLL I\b|\bTODO\b|\bLorem ipsum\b|\b[Xx]{3,}\b"
)


class Entered(Struct, frozen=True):
    """What the codes of the editions say: `unissued` names the sheets that belong to no edition. `uncoded` are the
    numbers of editions whose codes are missing, and `unlisted` those that have codes and do not stand in the
    routine. `before`: whether something that is printed no more has been entered."""

    unissued: Sequence[str] = ()
    uncoded: Sequence[str] = ()
    unlisted: Sequence[str] = ()
    before: bool = False


def unready(routine: Routine, entered: Entered, today: date) -> Iterator[Finding]:
    """Everything that is missing, in no order. Of a routine that is withdrawn only what would hide that, or leave who
    has a sheet without an answer: nobody fills in the rest of it, and the withdrawal would never come out."""
    if not routine.withdrawn:
        yield from _unfilled(routine, entered, today)
    yield from _edition(routine, entered.unissued)
    yield from _codes(routine, entered)
    yield from _days(routine, today)
    yield from _left(routine)


def _unfilled(routine: Routine, entered: Entered, today: date) -> Iterator[Finding]:
    yield from _addresses(routine)
    yield from _accessibility(routine, today)
    yield from () if entered.before else _unrung(routine)
    yield from _passed(routine, today)
    yield from _of_another(routine)


def unreal_in(lines: Iterable[str]) -> Iterator[Problem]:
    """The numbers of a page's own lines that go to nobody."""
    for at, line in enumerate(lines, 1):
        yield from (
            Problem(found.code, Mark(at, 1), found.message, found.allowed, found.hint) for found in _unreal(line, ())
        )


def _addresses(routine: Routine) -> Iterator[Finding]:
    # Without it there is nothing to leave by, which is a choice of its own.
    if routine.site.leave is not None and leads_nowhere(routine.site.leave):
        told, hint = "Lämna sidan leder till en adress som bara är ett exempel.", "skriv en sida som alla hos er når."
        yield Finding("G001", ("site", "leave"), told, "en neutral sida, som en väderprognos", hint)
    if leads_nowhere(routine.site.edit or ""):
        told = "Länken Ändra innehållet har ingen adress." if not routine.site.edit else "Adressen är bara ett exempel."
        hint = "skriv edit: och adressen till den här filen där ni ändrar den."
        yield Finding("G002", ("site", "edit"), told, "adressen där filen kan ändras", hint)


def _unrung(routine: Routine) -> Iterator[Finding]:
    """Only of a routine that has not been out: of one that has, the numbers of the day before stay where nothing can be
    published, and one that is dead leads astray where `ask` does not."""
    for i, contact in enumerate(routine.contacts):
        if contact.number is None:
            told = f"Kontakten ”{contact.title}” saknar nummer."
            hint = (
                "fråga funktionen, och skriv number: med numret och valid_until: med sista dagen som det gäller. "
                f"{_of_many(routine, contact)}"
            )
            yield Finding("G003", ("contacts", i), told, "ett nummer till funktionen", hint)


def _of_many(routine: Routine, contact: Contact) -> str:
    """What to do where no one number reaches all who have the function: whoever carries a sheet writes hers on it."""
    hint = (
        "Har flera funktionen, skriv ett nummer som når dem alla, som växelns, eller en kontakt för var och en, med "
        "label som skiljer dem åt."
    )
    if not contact.role or any(each.role == contact.role and each.id != contact.id for each in routine.contacts):
        return hint
    reached = any(contact.role in role.reach for role in routine.roles)
    name = "" if reached else f", och skriv {contact.role} under reach hos de roller som behöver nå den"
    return f"{hint} Går inte det, ta bort kontakten{name}: utskrifterna får då rader för namn och nummer."


def _passed(routine: Routine, today: date) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last < today:
            told = f"Numret till ”{contact.title}” gällde till och med {wording.long_date(last)}."
            hint = (
                "ring numret. Svarar funktionen, ändra valid_until; annars byt numret, eller ta bort number, "
                "valid_until och hours: då läser man i ask vem man frågar."
            )
            yield Finding("G010", ("contacts", i, "valid_until"), told, "i dag eller en senare dag", hint)


def _of_another(routine: Routine) -> Iterator[Finding]:
    """A function whose number is that of an emergency, whose words do not name it."""
    rung = {FIRST: ""} | {figures(each.number): f"{each.label} {each.advice}" for each in routine.emergency}
    for i, contact in enumerate(routine.contacts):
        whose = rung.get(figures(contact.number or ""))
        if whose is not None and not _names(contact.title) & _names(whose):
            told = f"Numret till ”{contact.title}” är nödnumret {contact.number}, som går till någon annan."
            hint = "skriv funktionens eget nummer, eller ta bort kontakten. Nödnumren står på varje sida."
            yield Finding("G013", ("contacts", i, "number"), told, "ett nummer till funktionen", hint)


def _names(text: str) -> set[str]:
    return {*NAME.findall(text.casefold())}


def _accessibility(routine: Routine, today: date) -> Iterator[Finding]:
    assessed = routine.accessibility.assessed
    if not today - timedelta(days=YEAR) <= assessed <= today:
        told = f"Tillgängligheten är inte bedömd det senaste året: här står {wording.long_date(assessed)}."
        hint = "bedöm webbplatsen, och ändra assessed och failures."
        yield Finding("G004", ("accessibility", "assessed"), told, "en dag det senaste året", hint)
    if not REACHED.search(DAY.sub("", routine.accessibility.feedback)):
        told = "Här står inte hur man når den som tar emot synpunkter på tillgängligheten."
        hint = "lägg till ett telefonnummer eller en e-postadress till funktionen. En webbadress blir ingen länk här."
        yield Finding("G005", ("accessibility", "feedback"), told, "ett nummer eller en e-postadress i texten", hint)


def _edition(routine: Routine, unissued: Sequence[str]) -> Iterator[Finding]:
    if routine.latest.approved is None:
        told = f"Det framgår inte vem som har godkänt utgåva {routine.latest.edition}."
        hint = "lägg till approval: med body, date och reference när den är godkänd."
        yield Finding("G009", ("revisions", 0), told, "ett godkännande, eller ett beslut under decision", hint)
    if unissued:
        some = wording.series([*unissued[:3], *([f"{len(unissued) - 3} till"] if len(unissued) > 3 else [])])
        told = f"Det som skrivs ut hör inte till någon utgåva: {some}."
        hint = (
            "när texten är klar, kör python -m routine edition. Har den senaste utgåvan redan koder, "
            'lägg till --summary "det som är nytt".'
        )
        yield Finding("G007", ("revisions",), told, "en utgåva med allt som skrivs ut", hint)


def _codes(routine: Routine, entered: Entered) -> Iterator[Finding]:
    """Who has a sheet of an edition asks with its code, for as long as the sheet is about."""
    numbers = [revision.edition for revision in routine.revisions]
    for number in entered.uncoded:
        told = f"Utgåva {number} har inga koder, så den som har en utskrift av den får inget svar."
        hint = (
            "hämta tillbaka koderna ur git, med git log -p på filen som slutar på editions.json. "
            f'Skrevs utgåvan aldrig ut, lägg till "{number}": [] i den filen.'
        )
        yield Finding("G011", ("revisions", numbers.index(number), "edition"), told, CODED, hint)
    for number in entered.unlisted:
        told = f"Utgåva {number} har koder men står inte under revisions, så den som har en utskrift får inget svar."
        hint = "skriv in utgåvan igen, med samma nummer och dag, på sin plats under revisions."
        yield Finding("G011", ("revisions",), told, CODED, hint)


def _days(routine: Routine, today: date) -> Iterator[Finding]:
    """The latest edition's approval is of the document that the routine has now; older ones may be of one before."""
    for i, revision in enumerate(routine.revisions):
        if revision.date > today:
            told = f"Utgåva {revision.edition} är från {wording.long_date(revision.date)}, som inte har kommit än."
            hint = "rätta dagen, eller vänta med att publicera till den."
            yield Finding("G012", ("revisions", i, "date"), told, "i dag eller en tidigare dag", hint)
    approval, source = routine.latest.approval, routine.source.date
    if approval and approval.date < source:
        days = wording.long_date(approval.date), wording.long_date(source)
        told = f"Utgåva {routine.latest.edition} är godkänd {days[0]}, före källans dag, {days[1]}."
        hint = "rätta dagen för godkännandet, eller källans dag."
        yield Finding("G012", ("revisions", 0, "approval", "date"), told, f"{source} eller en senare dag", hint)


def _left(routine: Routine) -> Iterator[Finding]:
    """Every text with words of an example in it, or with a number that goes to nobody; of a routine that is withdrawn
    only what is said of that."""
    for leaf in leaves(routine):
        here, text = leaf.path, leaf.text
        if routine.withdrawn and here[0] != "withdrawn":
            continue
        if text.startswith("https://"):
            if leads_nowhere(text) and here[0] != "site":
                told = "Adressen är bara ett exempel."
                yield Finding("G008", here, told, "en adress som finns", "skriv den som gäller.")
        elif found := LEFT.search(text):
            told = f"Här står ”{found.group()}” kvar från exemplet."
            yield Finding("G008", here, told, "ert eget innehåll", "skriv det som gäller hos er.")
        else:
            yield from _unreal(text, here)


def _unreal(text: str, here: Path) -> Iterator[Finding]:
    """The first number of a text that goes to nobody."""
    for number in [text] if PHONE.fullmatch(text) else telephone.numbers_in(text):
        if telephone.is_shown(number):
            told = f"Numret {number} är bara ett exempel."
            yield Finding("G008", here, told, "ett nummer som någon svarar på", telephone.ASK)
            return
        if telephone.rings_nobody(number):
            told = f"Numret {number} går inte till någon."
            allowed = "ett nummer som någon svarar på: efter riktnumret kommer aldrig en nolla"
            yield Finding("G013", here, told, allowed, "kontrollera numret, och ring det.")
            return
