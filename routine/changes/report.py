"""The whole of what is told of a change: what differs, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.changes.adopted import of_rows, rewritten
from routine.changes.compare import differences
from routine.changes.difference import Difference, Topic
from routine.changes.follows import Calls, Follows, follows
from routine.changes.lines import Line
from routine.domain import wording
from routine.domain.decided import Rows
from routine.editions.record import Record
from routine.publish.pages import Given

NOTHING = "Inget har ändrats."


class Beside(Struct, frozen=True):
    """What lies beside two versions, the old one's first: `rows` are what their adopted documents say, `addresses`
    where their sites lie, each empty where nobody has said."""

    rows: tuple[Rows, Rows] = ((), ())
    addresses: tuple[str, str] = ("", "")

    @property
    def left(self) -> str:
        """The address that the site has left, if it has. One that it had none before is no move."""
        old, new = (each.rstrip("/") for each in self.addresses)
        return self.addresses[0] if old != new else ""


ALONE = Beside()


class Report(Struct, frozen=True):
    """`follows` is None when nothing differs. `left` is the address that the site has left, or empty."""

    differences: tuple[Difference, ...]
    follows: Follows | None
    left: str = ""


def report(old: Given, new: Given, calls: tuple[Calls, Calls], beside: Beside = ALONE) -> Report:
    """What a change from one to the other means."""
    found = differences(old.routine, new.routine) + of_rows(old.routine, new.routine, *beside.rows)
    if asked := rewritten(old.routine, new.routine, *beside.rows):
        found += (Difference(Topic.ADOPTED, "Källan", asked),)
    if old.record != new.record:
        found += (Difference(Topic.EDITIONS, "Utskrifternas koder", _coded(old.record, new.record)),)
    if beside.left:
        found += (Difference(Topic.SITE, "Webbplatsen", "Adressen", *beside.addresses),)
    return Report(found, follows(old, new, calls) if found else None, beside.left)


def _coded(old: Record, new: Record) -> str:
    """An edition that gets its codes takes nobody else's: only where it does is it for a reviewer to ask why."""
    numbers = [issued.edition for issued in new[: len(new) - len(old)]]
    if numbers and new[len(numbers) :] == old:
        return f"Utgåva {wording.series(numbers)} har fått koder."
    return "Koderna är omskrivna."


def moved(left: str) -> Iterator[Line]:
    """What to do first of a site that has left an address: it is printed on every sheet, and a browser keeps by it what
    is saved."""
    if left:
        yield (
            "Webbplatsen byter adress. Behåll den gamla, och låt den leda till den nya:",
            (
                f"Utskrifter som någon har leder till {left}, med koden att skanna och adressen. Dela ut nya.",
                "Fall som läsare har sparat i guiden följer inte med: webbläsaren har dem under den gamla adressen.",
            ),
        )


def consequences(found: Follows, *, stays: bool) -> Iterator[Line]:
    """What follows, each thing as a line and what belongs under it, the pages first. `stays` is whether the site lies
    where it lay."""
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
    """A code that is printed, and then stands nowhere. With so many sheets, what they are is said by their editions."""
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
