"""`edition`: what is printed now is entered as an edition, by its entry in the routine and its codes in the record."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from routine.atomic import write_all
from routine.changes.compare import differences
from routine.changes.summary import is_about, summary
from routine.domain import wording
from routine.domain.about import Approval, Revision
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions.entry import with_entry
from routine.editions.record import EditionError, Sheet
from routine.load import load
from routine.print import export
from routine.print.imprint import sheets
from routine.versions import committed, latest_edition

FAULT = "Utgåvan går inte att skriva in."


def run(options: argparse.Namespace) -> None:
    """Write the entry, unless an editor wrote that, and its codes. Raises EditionError or RoutineError."""
    routine, file = load(options.file), editions.beside(options.file)
    files: dict[Path, bytes] = {}
    record, now, newest = editions.read(file), sheets(routine), routine.latest.edition
    export.fitting(routine, record)
    if options.again or all(issued.edition != newest for issued in record):
        _hold_to_none(options, newest)
        _hold_to_unpublished(options.file, newest, now)
    elif options.summary or editions.drafts(routine, record, now):
        revision = _revision(options, routine)
        files[options.file] = with_entry(options.file.read_bytes(), options.file.as_posix(), revision)
        newest = revision.edition
    else:
        print(f"Inget som skrivs ut har ändrats sedan utgåva {newest}.")
        return
    write_all(files | {file: editions.text(editions.entered(record, newest, now)).encode()})
    print(
        f"Utgåva {newest} är inskriven, med en kod för varje utskrift. "
        f"Spara {options.file.as_posix()} och {file.as_posix()} i git, med git add och git commit."
    )


def _hold_to_none(options: argparse.Namespace, newest: str) -> None:
    """An entry that stands there already says itself what would be said at the command line."""
    if any((options.summary, options.number, options.date, options.body, options.reference, options.approved)):
        message = f"Utgåva {newest} står redan under revisions. Då används inte --summary och det som hör till."
        raise EditionError("E003", message, hint="kör kommandot utan dem, eller ändra texten under revisions.")


def _hold_to_unpublished(file: Path, newest: str, now: Sequence[Sheet]) -> None:
    """No code that may be in somebody's pocket becomes unknown. What is published has been approved, as check --publish
    wants it, and is kept in git: an edition that is both may have been."""
    was = committed(file)
    if was is None or all(each.edition != newest or each.approved is None for each in was.routine.revisions):
        return
    kept = next((issued.sheets for issued in was.record or () if issued.edition == newest), ())
    if lost := {sheet.code for sheet in kept} - {sheet.code for sheet in now}:
        codes = wording.capital(wording.count(len(lost), "kod", "koder"))
        raise EditionError(
            "E009",
            f"Utgåva {newest} är godkänd och sparad i git, så den kan vara publicerad. {codes} på det som kan vara "
            "utskrivet skulle försvinna.",
            "att skriva om en utgåva som inte är godkänd, eller inte sparad i git",
            'skriv in en ny utgåva med --summary "det som är nytt", --body "den som godkände" och --reference "§", '
            f"utan --again. Är utgåva {newest} inte publicerad: ta tillbaka den i git med git revert, och skriv in den "
            "igen.",
        )


def _revision(options: argparse.Namespace, routine: Routine) -> Revision:
    """The new entry. Only what the file itself cannot tell is checked here;
    the rest, where it stands in the file, so that a fault has a place."""
    number = options.number or editions.next_number(revision.edition for revision in routine.revisions)
    if not options.summary:
        hint = "lägg till --summary och det som är nytt, inom citattecken."
        raise EditionError("E004", FAULT, hint=hint + _suggestion(options.file, routine))
    _hold_to_changes(options, routine)
    if not number:
        raise EditionError("E004", FAULT, hint="lägg till --number och utgåvans nummer.")
    if not (options.body and options.reference):
        hint = "lägg till --body och vem som godkände, och --reference och var det står, inom citattecken."
        raise EditionError("E004", f"{FAULT} Det framgår inte vem som har godkänt den.", hint=hint)
    if any(revision.edition == number for revision in routine.revisions):
        raise EditionError("E006", f"Utgåva {number} finns redan.", hint="välj ett annat nummer med --number.")
    day = options.date or date.today()
    _hold_to_time(day, number, routine.latest)
    approval = Approval.model_construct(body=options.body, date=options.approved or day, reference=options.reference)
    return Revision.model_construct(edition=number, date=day, summary=options.summary, approval=approval)


def _hold_to_time(day: date, number: str, latest: Revision) -> None:
    """An edition is of a day that has come, and later than the one before it."""
    if day > date.today():
        hint = "skriv in utgåvan den dag då den börjar gälla."
        raise EditionError("E007", f"Dagen {day} har inte kommit än.", "i dag eller en tidigare dag", hint)
    if day <= latest.date:
        hint = (
            f"är utgåva {latest.edition} inte godkänd och sparad i git än, kör med --again och utan --summary. "
            "Annars vänta en dag, eller välj en dag med --date."
        )
        message = f"Utgåva {number} kan inte vara från {day}: utgåva {latest.edition} är från {latest.date}."
        raise EditionError("E007", message, "en senare dag", hint)


def _hold_to_changes(options: argparse.Namespace, routine: Routine) -> None:
    """Whoever has an older sheet reads the summary: it must be about what has changed, where git knows that."""
    last = latest_edition(options.file)
    found = differences(last.routine, routine) if last else ()
    if last and not found:
        entered = editions.current(last.routine, last.record or ())
        nothing = f"{FAULT} Inget är nytt sedan utgåva {entered.edition}."
        raise EditionError("E008", nothing, hint="vänta tills något är ändrat.")
    if last and not is_about(options.summary, found):
        hint = "skriv vad som är nytt för den som har en äldre utskrift." + _suggestion(options.file, routine)
        raise EditionError("E005", f"{FAULT} Sammanfattningen säger inget om det som har ändrats.", hint=hint)


def _suggestion(file: Path, routine: Routine) -> str:
    """What the summary could say, where git knows what the latest edition said."""
    last = latest_edition(file)
    drafted = summary(differences(last.routine, routine)) if last else ""
    return f"\n    Förslag: {drafted}" if drafted else ""
