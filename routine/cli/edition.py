"""`edition`: enter what is printed now as an edition.

The entry is written in the routine, and the codes in the record.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from routine.changes.adopted import rewritten
from routine.changes.compare import differences
from routine.changes.summary import is_about, summary, wanted
from routine.check import record as editions
from routine.check import stored
from routine.check.likeness import listing
from routine.check.load import load, load_adopted, refused
from routine.check.problems import RoutineError
from routine.check.record import EditionError, Issued, Record
from routine.check.rules.language import still_called
from routine.disk import write_all
from routine.editions.entry import with_approval, with_entry
from routine.editions.git import RefusedError
from routine.editions.versions import Version, committed, latest_edition, published, version
from routine.model import wording
from routine.model.about import Approval, Revision
from routine.model.model import Routine
from routine.paper import export
from routine.paper.imprint import sheets

FAULT = "Utgåvan går inte att skriva in."


def run(options: argparse.Namespace) -> None:
    """Write the entry, unless an editor did, and the codes of the edition.

    Raises EditionError or RoutineError.
    """
    routine, file = load(options.file), stored.beside(options.file)
    files: dict[Path, bytes] = {}
    record, now, newest = stored.read(file), sheets(routine), routine.latest.edition
    export.pressed(routine, record)
    _hold_to_names(options.file, routine, editions.renamed(routine, record, now))
    approval = None if routine.latest.approved else _approval(options, routine)
    passed, last = list[str](), latest_edition(options.file)
    if options.again or all(issued.edition != newest for issued in record):
        _hold_to_none(options, routine.latest)
        if all(issued.edition != newest for issued in record):
            _hold_entry(options.file, routine)
            passed = editions.passed(routine, record)
    elif options.summary or editions.drafts(routine, record, now) or (_given(options) and not approval):
        revision = _revision(options, routine, record)
        files[options.file] = with_entry(options.file.read_bytes(), options.file.as_posix(), revision)
        newest, approval = revision.edition, None
    elif not approval:
        print(f"Inget som skrivs ut har ändrats sedan utgåva {newest}.")
        _notice(routine.latest)
        return
    after = editions.entered(record, newest, now, passed)
    _hold_to_published(options.file, newest, after)
    if approval:
        files[options.file] = with_approval(options.file.read_bytes(), options.file.as_posix(), approval)
    write_all(files | {file: editions.text(after).encode()})
    print(
        f"Utgåva {newest} är inskriven, med en kod för varje utskrift. "
        f"Spara {options.file.as_posix()} och {file.as_posix()} i git, med git add och git commit."
    )
    if not files:
        _notice(routine.latest)
    _notice_of_the_source(options.file, routine, last)


def _hold_to_names(file: Path, routine: Routine, then: Mapping[str, str]) -> None:
    """Refuse texts that still have a role's former name.

    The name in the edition in force is known until another edition is entered: after that, nothing reports the texts
    that still have the old name. Raises RoutineError, with the message of the check.
    """
    if (found := refused(file, file.as_posix(), still_called(routine, then))).problems:
        raise found


def _notice(latest: Revision) -> None:
    """Print that nobody has approved the edition.

    Codes remove the draft mark from all that is printed, so the missing approval shows nowhere else.
    """
    if not latest.approved:
        print(
            f"Obs! Ingen har godkänt utgåva {latest.edition}. Skriv vem som gör det med --body, --approved och "
            "--reference, eller under approval, med body, date och reference, i posten under revisions."
        )


def _notice_of_the_source(file: Path, routine: Routine, last: Version | None) -> None:
    """Print a notice if the source says something else on the same date.

    The routine is checked against its document, so nothing else reports a limit that was changed in both.
    """
    adopted = load_adopted(file, file.as_posix())
    if last and adopted and (asked := rewritten(last.routine, routine, last.rows or (), adopted.rows)):
        print(f"Obs! {asked}")


def _given(options: argparse.Namespace) -> bool:
    """Return whether an option about an edition was given."""
    return any((options.number, options.date, options.body, options.reference, options.approved))


def _hold_to_none(options: argparse.Namespace, latest: Revision) -> None:
    """Refuse options that repeat an entry already in the file.

    Only the approval may be given, where the entry has none.
    """
    of_it = (options.summary, options.number, options.date)
    if any(of_it) or (latest.approved and any((options.body, options.reference, options.approved))):
        message = f"Utgåva {latest.edition} står redan under revisions. Då används inte --summary och det som hör till."
        hint = "kör kommandot utan dem, eller ändra posten under revisions."
        if not latest.approved:
            hint += " Vem som har godkänt den skrivs med --body, --approved och --reference, eller under approval i "
            hint += "posten."
        raise EditionError("E003", message, hint=hint)


def _approval(options: argparse.Namespace, routine: Routine) -> Approval | None:
    """Return the approval from the options, if any was given.

    The day is never guessed: it is published as the approver's.
    """
    if not (options.body or options.reference or options.approved):
        return None
    if not (options.body and options.reference):
        raise _nobody()
    if not options.approved:
        hint = "lägg till --approved och dagen då det skedde, skriven som 2026-11-25."
        raise EditionError("E004", f"{FAULT} Det framgår inte vilken dag den blev godkänd.", hint=hint)
    _hold_to_source(options.approved, routine)
    return Approval.model_construct(body=options.body, date=options.approved, reference=options.reference)


def _hold_to_source(day: date, routine: Routine) -> None:
    """Refuse an approval from before the date of the source."""
    if day < routine.source.date:
        message = f"Utgåvan kan inte vara godkänd {day}: källan är från {routine.source.date}."
        hint = "rätta dagen för godkännandet, eller date under source."
        raise EditionError("E007", message, f"{routine.source.date} eller en senare dag", hint)


def _nobody() -> EditionError:
    hint = "lägg till --body och vem som godkände, --approved och dagen, och --reference och var det står."
    return EditionError("E004", f"{FAULT} Det framgår inte vem som har godkänt den.", hint=hint)


def _hold_to_published(file: Path, newest: str, after: Record) -> None:
    """Refuse to lose a code that may be on somebody's printed sheet.

    A published edition has been approved, as check --publish requires, and is kept in git: an edition that is both may
    have been published. Where git gives no answer, the edition in this folder may have been. Where two branches have
    entered the same edition, the one on the published branch is known to have been.
    """
    try:
        was, kept = committed(file), "är godkänd och sparad i git"
    except (RefusedError, RoutineError, EditionError) as error:
        why = error.why if isinstance(error, RefusedError) else "det som är sparat där går inte att läsa"
        was, kept = version(str(file), file), f"är godkänd och kan vara sparad i git ({why})"
    shared = [(branch, editions.lost(branch.routine, branch.record or (), after)) for branch in published(file)]
    known = {
        each.edition
        for branch, gone in shared
        for each in branch.record or ()
        if each.edition not in {one.edition for one in gone}
    }
    for each in editions.lost(was.routine, was.record or (), after) if was else ():
        if each.edition == newest:
            raise _would_be_lost(each, kept, _instead(newest))
        if each.edition not in known:
            raise _would_be_lost(each, kept, f"{_taken_back('HEAD', file)} och kör igen.")
    for branch, gone in shared:
        for each in gone:
            name = branch.name.partition(":")[0]
            raise _would_be_lost(each, f"står på grenen {name}", _taken_in(name, file))


def _would_be_lost(gone: Issued, kept: str, hint: str) -> EditionError:
    some = wording.capital(wording.count(len(gone.sheets), "kod", "koder"))
    told = f"Utgåva {gone.edition} {kept}, så den kan vara publicerad. "
    told += f"{some} på det som kan vara utskrivet skulle försvinna."
    return EditionError("E009", told, "att skriva om en utgåva som inte är godkänd, eller inte sparad i git", hint)


def _instead(newest: str) -> str:
    return (
        'skriv in en ny utgåva med --summary "det som är nytt", --body "den som godkände", --approved och dagen '
        f'och --reference "§", utan --again. Är utgåva {newest} inte publicerad: ta tillbaka den i git med git '
        "revert, och skriv in den igen."
    )


def _taken_in(branch: str, file: Path) -> str:
    return (
        f"hämta in det som är publicerat, med  git merge {branch}  och kör igen. Är det redan inne, "
        f"{_taken_back(branch, file)} och låt den grenens utgåvor stå kvar under revisions."
    )


def _taken_back(revision: str, file: Path) -> str:
    return f"hämta filen med koderna, med  git checkout {revision} -- {stored.beside(file).as_posix()} "


def _revision(options: argparse.Namespace, routine: Routine, record: Record) -> Revision:
    """Return the new entry.

    Only what the file itself cannot tell is checked here. The rest is checked where it stands in the file, so that a
    fault has a place.
    """
    # A number in either may be printed.
    taken = {each.edition for each in routine.revisions} | {each.edition for each in record}
    number = options.number or editions.next_number(routine.latest.edition, taken)
    if not options.summary:
        hint = "lägg till --summary och det som är nytt, inom citattecken."
        raise EditionError("E004", FAULT, hint=hint + _suggestion(options.file, routine))
    _hold_to_saved(options, routine, record)
    _hold_to_changes(options.file, routine, options.summary)
    if not number:
        raise EditionError("E004", FAULT, hint="lägg till --number och utgåvans nummer.")
    day = options.date or date.today()
    if (approval := _approval(options, routine)) is None:
        raise _nobody()
    if number in taken:
        raise EditionError("E006", f"Utgåva {number} finns redan.", hint="välj ett annat nummer med --number.")
    _hold_to_time(day, number, routine.latest)
    return Revision.model_construct(edition=number, date=day, summary=options.summary, approval=approval)


def _hold_entry(file: Path, routine: Routine) -> None:
    """Check an editor's entry as one from the command line is checked.

    The rules check that it is later than the one before it, and that its number is its own.
    """
    entry, *before = routine.revisions
    _hold_to_today(entry.date)
    if entry.approval:
        _hold_to_source(entry.approval.date, routine)
    if before:
        without = routine.model_copy(update={"revisions": tuple(before)})
        _hold_to_changes(file, without, entry.summary, decided=entry.decision is not None)


def _hold_to_today(day: date) -> None:
    if day > date.today():
        hint = "skriv in utgåvan den dag då den börjar gälla."
        raise EditionError("E007", f"Dagen {day} har inte kommit än.", "i dag eller en tidigare dag", hint)


def _hold_to_time(day: date, number: str, latest: Revision) -> None:
    """Refuse a day to come, and a day before the latest edition's.

    An error found on the day of the latest edition is corrected on that same day, so equal days are allowed.
    """
    _hold_to_today(day)
    if day < latest.date:
        hint = f"är utgåva {latest.edition} inte godkänd och sparad i git än, kör med --again och utan --summary. "
        hint += "Annars välj en dag med --date." if latest.date <= date.today() else "Annars vänta till den dagen."
        message = f"Utgåva {number} kan inte vara från {day}: utgåva {latest.edition} är från {latest.date}."
        raise EditionError("E007", message, f"{latest.date} eller en senare dag", hint)


def _hold_to_saved(options: argparse.Namespace, routine: Routine, record: Record) -> None:
    """Refuse to enter the same edition once more.

    When the command is run again, its last edition is not in git yet, and changes are found by comparing with git.
    """
    if editions.drafts(routine, record, sheets(routine)):
        return
    try:
        was = committed(options.file)
    except (RefusedError, RoutineError, EditionError):
        was = None
    newest = routine.latest.edition
    unsaved = was is not None and all(issued.edition != newest for issued in was.record or ())
    if unsaved or options.summary == routine.latest.summary:
        nothing = f"{FAULT} Inget som skrivs ut är nytt sedan utgåva {newest}, som är inskriven."
        hint = "spara den i git, med git add och git commit. Ska den säga något annat, ändra posten under revisions."
        raise EditionError("E008", nothing, hint=hint)


def _hold_to_changes(file: Path, routine: Routine, said: str, *, decided: bool = False) -> None:
    """Refuse a summary that is not about what has changed.

    It is for readers who have an older sheet. It is checked only where git knows the changes. A decision is new by
    itself.
    """
    last = latest_edition(file)
    found = differences(last.routine, routine) if last else ()
    if last and not found and not decided:
        entered = editions.current(last.routine, last.record or ())
        nothing = f"{FAULT} Inget är nytt sedan utgåva {entered.edition}."
        raise EditionError("E008", nothing, hint="vänta med utgåvan tills något är ändrat.")
    if found and not is_about(said, found, [role.name for role in routine.roles]):
        some = f", med något av orden {listing(words)}" if (words := wanted(found)) else ""
        hint = f"skriv vad som är nytt för den som har en äldre utskrift{some}." + _suggestion(file, routine)
        raise EditionError("E005", f"{FAULT} Sammanfattningen säger inget om det som har ändrats.", hint=hint)


def _suggestion(file: Path, routine: Routine) -> str:
    """Suggest a summary, where git knows the latest edition."""
    last = latest_edition(file)
    drafted = summary(differences(last.routine, routine)) if last else ""
    return f"\n    Förslag: {drafted}" if drafted else ""
