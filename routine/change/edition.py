"""Entry of an edition: the revision, its approval, and the codes of its sheets.

It is refused where somebody's printed sheet would lose its code, or where nothing is new.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from routine.change.compare import differences
from routine.change.entry import with_approval, with_entry
from routine.change.report import rewritten
from routine.change.versions import Version, committed, latest_edition, published, version
from routine.check import record as editions
from routine.check.load import refused
from routine.check.record import EditionError, Issued, Record
from routine.check.rules.language import still_called
from routine.model.about import Approval, Revision
from routine.model.model import Routine
from routine.paper.imprint import sheets

FAULT = "Utgåvan går inte att skriva in."
BY_WHOM = (
    "lägg till --body och vem som godkände, --approved och dagen, och --reference och var det står, eller skriv det "
    "under approval i posten."
)
AGAIN = (
    "skriv in en ny utgåva, med --summary, --body, --approved och --reference, utan --again. Är den inte publicerad: "
    "ta tillbaka den i git med git revert, och skriv in den igen."
)


Day = date  # A field may be called date.


class Asked(Struct, frozen=True):
    """An edition as it is asked for: what is new, and who approved it when."""

    again: bool = False
    summary: str | None = None
    number: str | None = None
    date: Day | None = None
    body: str | None = None
    reference: str | None = None
    approved: Day | None = None

    @property
    def approves(self) -> bool:
        return bool(self.body or self.reference or self.approved)


def entered(asked: Asked, file: Path, today: date) -> tuple[dict[Path, bytes], list[str]]:
    """Enter what is printed now as an edition.

    Returns the files to write, and what to tell. Raises EditionError or RoutineError.
    """
    now, last, files = version(str(file), file), latest_edition(file), dict[Path, bytes]()
    routine, record, newest = now.routine, now.record or (), now.routine.latest
    printed = sheets(routine)
    _hold_to_names(file, routine, record)
    coded = newest.edition in _numbers(record)
    new = asked.summary or asked.number or asked.date or editions.drafts(routine, record, printed)
    approval = _approval(asked, routine, today) if asked.approves and not newest.approved else None
    if asked.again or not coded:
        _hold_to_none(asked, newest)
    if not coded:
        _hold_entry(routine, last, today)
    elif not asked.again and (new or (asked.approves and not approval)):
        newest, approval = _revision(asked, now, last, file, today), None
        files[file] = with_entry(file.read_bytes(), file.as_posix(), newest)
    elif not (asked.again or approval):
        said = f"Inget som skrivs ut har ändrats sedan utgåva {newest.edition}."
        return {}, [said, *_unapproved(newest)]
    after = editions.entered(record, newest.edition, printed, editions.passed(routine, record))
    _hold_to_published(file, newest.edition, after)
    if approval:
        files[file] = with_approval(file.read_bytes(), file.as_posix(), approval)
    said = f"Utgåva {newest.edition} är inskriven, med en kod för varje utskrift. Spara {file.as_posix()} och "
    told = [f"{said}{editions.beside(file).as_posix()} i git, med git add och git commit."]
    if not approval:
        told += _unapproved(newest)
    if last and (question := rewritten(last.routine, routine, last.rows or (), now.rows or ())):
        told.append(f"Obs! {question}")
    return files | {editions.beside(file): editions.text(after).encode()}, told


def _hold_to_names(file: Path, routine: Routine, record: Record) -> None:
    """Refuse texts that still have a role's old name.

    After another edition, nothing reports them.
    """
    then = editions.renamed(routine, record, sheets(routine))
    if (found := refused(file, file.as_posix(), still_called(routine, then))).problems:
        raise found


def _unapproved(latest: Revision) -> list[str]:
    """Tell that nobody has approved the edition.

    Codes remove the draft mark from all that is printed, so the missing approval shows nowhere else.
    """
    return [] if latest.approved else [f"Obs! Ingen har godkänt utgåva {latest.edition}: {BY_WHOM}"]


def _hold_to_none(asked: Asked, latest: Revision) -> None:
    """Refuse options that repeat an entry already in the file.

    Only the approval may be given, where the entry has none.
    """
    if asked.summary or asked.number or asked.date or (latest.approved and asked.approves):
        message = f"Utgåva {latest.edition} står redan under revisions. Då används inte --summary och det som hör till."
        raise EditionError("E003", message, hint="kör kommandot utan dem, eller ändra posten under revisions.")


def _approval(asked: Asked, routine: Routine, today: date) -> Approval:
    """Return the approval that was given.

    The day is never guessed: it is published as the approver's.
    """
    if not (asked.body and asked.reference and asked.approved):
        raise EditionError("E004", f"{FAULT} Det framgår inte vem som har godkänt den, när och var.", hint=BY_WHOM)
    _hold_to_days(asked.approved, routine.source.date, today)
    return Approval.model_construct(body=asked.body, date=asked.approved, reference=asked.reference)


def _revision(asked: Asked, now: Version, last: Version | None, file: Path, today: date) -> Revision:
    """Return the new entry.

    Only what the file itself cannot tell is checked here. The rest is checked where it stands in the file, so that a
    fault has a place.
    """
    routine, record, latest = now.routine, now.record or (), now.routine.latest
    taken = {*_numbers(routine.revisions), *_numbers(record)}  # Any of them may be printed.
    number, day = asked.number or editions.next_number(latest.edition, taken), asked.date or today
    if not asked.summary:
        changed = dict.fromkeys(each.subject for each in (differences(last.routine, routine) if last else ()))
        some = f"\n    Ändrat: {'; '.join(changed)}" if changed else ""
        raise EditionError("E004", FAULT, hint=f"lägg till --summary och det som är nytt, inom citattecken.{some}")
    drafts = editions.drafts(routine, record, sheets(routine))
    _hold_to_changes(routine, last, again=not drafts and _repeated(asked.summary, latest, file))
    if not number:
        raise EditionError("E004", FAULT, hint="lägg till --number och utgåvans nummer.")
    approval = _approval(asked, routine, today)
    if number in taken:
        raise EditionError("E006", f"Utgåva {number} finns redan.", hint="välj ett annat nummer med --number.")
    # An error found on the day of the latest edition is corrected on that same day.
    _hold_to_days(day, latest.date, today)
    return Revision.model_construct(edition=number, date=day, summary=asked.summary, approval=approval)


def _hold_entry(routine: Routine, last: Version | None, today: date) -> None:
    """Hold an editor's entry to what the command line is held to.

    The rules check that it is later than the one before it, and that its number is its own.
    """
    entry, before = routine.latest, routine.revisions[1:]
    _hold_to_days(entry.date, entry.date, today)
    if entry.approval:
        _hold_to_days(entry.approval.date, routine.source.date, today)
    if before and not entry.decision:  # A decision is new by itself.
        _hold_to_changes(routine.model_copy(update={"revisions": before}), last)


def _hold_to_days(day: date, first: date, today: date) -> None:
    """Refuse a day before the source or the latest edition, and one to come."""
    if not first <= day <= today:
        hint = "rätta dagen, eller vänta tills den har kommit."
        raise EditionError("E007", f"Dagen {day} kan inte stämma.", f"{first} till {today}", hint)


def _repeated(summary: str, latest: Revision, file: Path) -> bool:
    """Return whether the edition was entered before, but is not in git."""
    was = committed(file)
    return summary == latest.summary or (was is not None and latest.edition not in _numbers(was.record or ()))


def _hold_to_changes(routine: Routine, last: Version | None, *, again: bool = False) -> None:
    """Refuse an edition in which nothing is new, as far as git can tell."""
    if again or (last and not differences(last.routine, routine)):
        hint = "spara den utgåva som är inskriven i git, med git add och git commit, och vänta tills något är ändrat."
        raise EditionError("E008", f"{FAULT} Inget är nytt.", hint=hint)


def _hold_to_published(file: Path, newest: str, after: Record) -> None:
    """Refuse to lose a code that may be on somebody's printed sheet.

    An edition that is approved and in git may have been published. Where two branches have entered the same edition,
    the one on the published branch has been.
    """
    here, branches, record = committed(file), [*published(file)], editions.beside(file).as_posix()
    lost = [(branch, editions.lost(branch.routine, branch.record or (), after)) for branch in branches]
    intact = {
        each.edition for branch, gone in lost for each in branch.record or () if each.edition not in _numbers(gone)
    }
    for gone in editions.lost(here.routine, here.record or (), after) if here else ():
        if gone.edition not in intact:
            raise _would_be_lost(gone, AGAIN if gone.edition == newest else f"kör  git checkout HEAD -- {record}")
    for branch, several in lost:
        for gone in several:
            hint = (
                f"kör  git merge {branch.name}  så att det som är publicerat är med, och kör igen. Är det redan inne: "
            )
            raise _would_be_lost(gone, f"{hint}git checkout {branch.name} -- {record}")


def _numbers(editions: Iterable[Revision | Issued]) -> list[str]:
    return [each.edition for each in editions]


def _would_be_lost(gone: Issued, hint: str) -> EditionError:
    told = f"Utgåva {gone.edition} kan vara publicerad, och koder på det som kan vara utskrivet skulle försvinna."
    return EditionError("E009", told, "att skriva om en utgåva som inte är godkänd, eller inte sparad i git", hint)
