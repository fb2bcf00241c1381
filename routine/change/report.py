"""Report of a change: the differences, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from routine.change.compare import Difference, differences, of_rows
from routine.change.follows import Follows, follows
from routine.change.versions import Version
from routine.change.words import Topic
from routine.check.record import Record
from routine.check.rules.core import place_of
from routine.check.rules.left import since
from routine.model import wording
from routine.model.decided import Rows
from routine.model.model import Routine
from routine.site.address import reachable
from routine.site.site import given

T = TypeVar("T")
Line = tuple[str, tuple[str, ...]]  # A statement, and the details below it.


class Report(Struct, frozen=True):
    """A report of a change.

    `follows` is None when nothing differs. `left` is the address that the site has left, or empty. `stale` are texts
    that still say what no longer holds, each with its place.
    """

    differences: tuple[Difference, ...]
    follows: Follows | None
    left: str = ""
    stale: tuple[str, ...] = ()


def report(old: Version, new: Version) -> Report:
    """Report what differs between two versions, for whom, and what follows."""
    records, rows = _both(old.record, new.record, ()), _both(old.rows, new.rows, ())
    before, after = (reachable(each) for each in _both(old.address, new.address, ""))
    found = list(differences(old.routine, new.routine))
    found += of_rows(old.routine, new.routine, *rows)
    if asked := rewritten(old.routine, new.routine, *rows):
        found.append(Difference(Topic.ADOPTED, "Källan", asked))
    if records[0] != records[1]:
        found.append(Difference(Topic.EDITIONS, "Utskrifternas koder", _coded(*records)))
    if left := before if before.rstrip("/") != after.rstrip("/") else "":
        found.append(Difference(Topic.SITE, "Webbplatsen", "Adressen", before, after))
    both = given(old.routine, records[0]), given(new.routine, records[1])
    stale = tuple(f"{place_of(new.routine, each.path)}: {each.message}" for each in since(old.routine, new.routine))
    return Report(tuple(found), follows(*both) if found else None, left, stale)


def rewritten(old: Routine, new: Routine, before: Rows, after: Rows) -> str:
    """Return a question about a document rewritten without a new date.

    The check holds the routine to the document, so a decision must be entered under revisions and not in the document.
    Empty where the date is new or no fact differs.
    """
    if before and after and old.source.date == new.source.date and of_rows(old, new, before, after):
        day = wording.long_date(new.source.date)
        return f"Källan har samma dag, {day}, men säger något annat. Är det ett beslut, skriv det under revisions."
    return ""


def _both(old: T | None, new: T | None, none: T) -> tuple[T, T]:
    """Return what lies beside two files.

    A copy that lies alone is compared as if it had what the other has. Where both lack it, both get `none`.
    """
    found = [each for each in (old, new) if each is not None] or [none]
    return found[0], found[-1]


def _coded(old: Record, new: Record) -> str:
    """Return a sentence about a change of the editions' codes.

    A new edition that gets codes leaves the others' untouched. Only rewritten codes are for a reviewer to question.
    """
    numbers = [issued.edition for issued in new if issued not in old]
    kept = len(new) - len(numbers) == len(old)
    return f"Utgåva {wording.series(numbers)} har fått koder." if kept else "Koderna är omskrivna."


def consequences(report: Report) -> Iterator[Line]:
    """Yield each consequence but the pages as a line with its details."""
    found, left = report.follows, report.left
    if found is None:
        return
    if report.stale:
        yield "Texter som ännu säger det som var förut. Läs igenom dem:", report.stale
    if left:
        yield (
            "Webbplatsen byter adress. Behåll den gamla, och låt den leda till den nya:",
            (
                f"Utskrifter som någon har leder till {left}, med koden att skanna och adressen. Dela ut nya.",
                "Fall som läsare har sparat i guiden följer inte med: webbläsaren har dem under den gamla adressen.",
            ),
        )
    if found.frame:
        yield "På alla sidor ändras också det som står runt sidans egen text.", ()
    if found.until:
        yield wording.recalled(found.until), ()
    if found.lost:
        yield _counted("Utskrifter som inte längre håller", [sheet.name for sheet in found.lost])
    elif not found.until:
        yield wording.all_hold(stays=not left), ()
    if found.fresh:
        yield _counted("Nya utskrifter", [sheet.name for sheet in found.fresh])
    if found.kept:
        yield f"Det som redan är utskrivet har kvar {wording.series(found.kept)} som det var, med samma kod.", ()
    for issued in found.unknown:
        some = wording.count(len(issued.sheets), "kod", "koder")
        yield (
            f"Utgåva {issued.edition} förlorar {some}. Den som har en sådan utskrift får inget svar på om den håller. "
            "Hämta tillbaka koderna, om utgåvan kan vara publicerad:",
            tuple(f"{sheet.name}, {sheet.code}" for sheet in issued.sheets),
        )
    if found.forgotten:
        yield "Fall som läsare har sparat i guiden förlorar, om det finns i dem:", found.forgotten
    elif not left:
        yield "Fall som läsare har sparat i guiden behåller allt.", ()


def _counted(title: str, items: list[str]) -> Line:
    return f"{title} ({wording.number(len(items))}):", tuple(items)
