"""The whole of what is told of a change: what differs, and what follows."""

from __future__ import annotations

from msgspec import Struct

from routine.changes.adopted import of_rows
from routine.changes.compare import differences
from routine.changes.difference import Difference, Topic
from routine.changes.follows import Calls, Follows, follows
from routine.domain import wording
from routine.domain.decided import Rows
from routine.publish.pages import Given

NOTHING = "Inget har ändrats."


class Report(Struct, frozen=True):
    """`follows` is None when nothing differs."""

    differences: tuple[Difference, ...]
    follows: Follows | None


def report(old: Given, new: Given, calls: tuple[Calls, Calls], rows: tuple[Rows, Rows] = ((), ())) -> Report:
    """What a change from one to the other means. `rows` are what the adopted documents beside them say."""
    found = differences(old.routine, new.routine) + of_rows(old.routine, new.routine, *rows)
    if old.record != new.record:
        found += (Difference(Topic.EDITIONS, "Utskrifternas koder", "Koderna är omskrivna."),)
    return Report(found, follows(old, new, calls) if found else None)


def consequences(found: Follows) -> list[tuple[str, tuple[str, ...]]]:
    """What follows, each thing as a line and what belongs under it."""
    around = f"På alla sidor ändras också {wording.series(found.frame)}, runt sidans egen text."
    pages = tuple(f"{page.title}, {page.address}{f' ({page.how})' if page.how else ''}" for page in found.pages)
    lost, fresh = (tuple(sheet.name for sheet in each) for each in (found.lost, found.fresh))
    return [
        _listed("Sidor som ändras", "Ingen sida ändras av sig själv.", pages),
        *([(around, ())] if found.frame else []),
        _listed("Utskrifter som inte längre håller", "Alla utskrifter håller.", lost),
        *([_listed("Nya utskrifter", "", fresh)] if fresh else []),
        _saved(found.forgotten),
        *found.again,
    ]


def _listed(title: str, nothing: str, items: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return (f"{title} ({wording.number(len(items))}):", items) if items else (nothing, ())


def _saved(forgotten: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if not forgotten:
        return "Fall som läsare har sparat i guiden behåller allt.", ()
    return "Fall som läsare har sparat i guiden förlorar, om det finns i dem:", forgotten
