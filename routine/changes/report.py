"""Report of a change: the differences and the consequences."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.changes.adopted import of_rows, rewritten
from routine.changes.compare import differences
from routine.changes.difference import Difference, Topic
from routine.changes.follows import Calls, Follows, follows
from routine.changes.lines import Line
from routine.check.record import Record
from routine.model import wording
from routine.model.decided import Rows
from routine.pages.registry import Given

NOTHING = "Inget har ändrats."


class Beside(Struct, frozen=True):
    """Facts beside the routines of two versions, the old one first.

    `rows` are those of their adopted documents, and `addresses` the addresses of their sites; each is empty where
    unknown.
    """

    rows: tuple[Rows, Rows] = ((), ())
    addresses: tuple[str, str] = ("", "")

    @property
    def left(self) -> str:
        """Return the address that the site has left, or ''.

        A site that had no address before has not moved.
        """
        old, new = (each.rstrip("/") for each in self.addresses)
        return self.addresses[0] if old != new else ""


ALONE = Beside()


class Report(Struct, frozen=True):
    """A report of a change.

    `follows` is None when nothing differs. `left` is the address that the site has left, or empty.
    """

    differences: tuple[Difference, ...]
    follows: Follows | None
    left: str = ""


def report(old: Given, new: Given, calls: tuple[Calls, Calls], beside: Beside = ALONE) -> Report:
    """Return the report of a change between two versions."""
    found = differences(old.routine, new.routine) + of_rows(old.routine, new.routine, *beside.rows)
    if asked := rewritten(old.routine, new.routine, *beside.rows):
        found += (Difference(Topic.ADOPTED, "Källan", asked),)
    if old.record != new.record:
        found += (Difference(Topic.EDITIONS, "Utskrifternas koder", _coded(old.record, new.record)),)
    if beside.left:
        found += (Difference(Topic.SITE, "Webbplatsen", "Adressen", *beside.addresses),)
    return Report(found, follows(old, new, calls) if found else None, beside.left)


def _coded(old: Record, new: Record) -> str:
    """Return a sentence about a change of the editions' codes.

    A new edition that gets codes leaves the others' untouched. Only rewritten codes are for a reviewer to question.
    """
    numbers = [issued.edition for issued in new[: len(new) - len(old)]]
    if numbers and new[len(numbers) :] == old:
        return f"Utgåva {wording.series(numbers)} har fått koder."
    return "Koderna är omskrivna."


def moved(left: str) -> Iterator[Line]:
    """Yield a line about moving the site, if it has left an address.

    The old address is printed on every sheet, and browsers keep saved cases by it.
    """
    if left:
        yield (
            "Webbplatsen byter adress. Behåll den gamla, och låt den leda till den nya:",
            (
                f"Utskrifter som någon har leder till {left}, med koden att skanna och adressen. Dela ut nya.",
                "Fall som läsare har sparat i guiden följer inte med: webbläsaren har dem under den gamla adressen.",
            ),
        )


def consequences(found: Follows, *, stays: bool) -> Iterator[Line]:
    """Yield each consequence as a line with its details, pages first.

    `stays` is whether the site keeps its address.
    """
    pages = tuple(f"{page.title}, {page.address}{f' ({page.how})' if page.how else ''}" for page in found.pages)
    lost, fresh = (tuple(sheet.name for sheet in each) for each in (found.lost, found.fresh))
    yield _listed("Sidor som ändras", "Ingen sida ändras av sig själv.", pages)
    if found.frame:
        yield f"På alla sidor ändras också {wording.series(found.frame)}, runt sidans egen text.", ()
    if found.until:
        yield wording.recalled(found.until), ()
    if lost or not found.until:
        yield _listed("Utskrifter som inte längre håller", wording.all_hold(stays=stays), lost)
    if fresh:
        yield _listed("Nya utskrifter", "", fresh)
    yield from _unknown(found.unknown)
    if stays or found.forgotten:
        yield _saved(found.forgotten)
    yield from found.again


def _listed(title: str, nothing: str, items: tuple[str, ...]) -> Line:
    return (f"{title} ({wording.number(len(items))}):", items) if items else (nothing, ())


def _unknown(found: Record) -> Iterator[Line]:
    """Yield lines about printed codes that are no longer recorded.

    There are many sheets, so they are grouped by edition.
    """
    for issued in found:
        some = wording.count(len(issued.sheets), "kod", "koder")
        yield (
            f"Utgåva {issued.edition} förlorar {some}. Den som har en sådan utskrift får inget svar på om den håller. "
            "Hämta tillbaka koderna, om utgåvan kan vara publicerad:",
            tuple(f"{sheet.name}, {sheet.code}" for sheet in issued.sheets),
        )


def _saved(forgotten: tuple[str, ...]) -> Line:
    if not forgotten:
        return "Fall som läsare har sparat i guiden behåller allt.", ()
    return "Fall som läsare har sparat i guiden förlorar, om det finns i dem:", forgotten
