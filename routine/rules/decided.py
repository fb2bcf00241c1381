"""A decision changes what the source has, and says what: else what it is said to have decided would never be missed."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import decided, wording
from routine.domain.adopted import Adopted, Change
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.reading.nodes import Path
from routine.rules import source
from routine.rules.core import held
from routine.rules.named import unknown


def _steps(routine: Routine, adopted: Adopted) -> Iterator[tuple[Path, Change, decided.Rows]]:
    """Every change that has been decided, the oldest first, with its place and the rows as they were before it."""
    rows = adopted.rows
    for i, decision in routine.decisions:
        for j, change in enumerate(decision.changes):
            yield ("revisions", i, "decision", "changes", j), change, rows
            rows = decided.after(rows, change)


@held("source.date")
def another_document(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Its day says which decisions are later than the rows: by a wrong one they are passed over, or taken in."""
    if adopted.date and adopted.date != routine.source.date:
        copied, here = wording.long_date(adopted.date), wording.long_date(routine.source.date)
        yield Finding(
            "K020",
            ("source", "date"),
            f"adopted.yaml är avskriven ur dokumentet från {copied}, men source säger {here}.",
            adopted.date.isoformat(),
            "rätta dagen här, eller i adopted.yaml om det är den som är fel. Är ett helt nytt dokument antaget, skriv "
            "om raderna i adopted.yaml efter det, och dess dag både där och här.",
        )


@held("revisions.*.decision", "source.date", "K020")
def decides_another_row(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, rows in _steps(routine, adopted):
        there = decided.row_of(rows, change.row) is not None
        numbers = listing(str(number) for number in sorted(row.row for row in rows))
        if change.row_is == "ny" and there:
            told, hint = f"Rad {change.row} finns redan i källan.", "rätta numret, eller ta bort row_is: ny."
            yield Finding("K012", (*path, "row"), told, f"andra nummer än {numbers}", hint)
        elif change.row_is != "ny" and not there:
            # A row that an earlier decision took away has been copied.
            gone = any(row.row == change.row for row in adopted.rows)
            copy = "" if gone else "står raden i källan, lägg till den i adopted.yaml. Är numret fel, "
            told = f"Källan har ingen rad {change.row} i adopted.yaml."
            hint = f"{copy}rätta {'numret' if gone else 'det'}. Kommer raden till, skriv också row_is: ny."
            yield Finding("K012", (*path, "row"), told, numbers, hint)


@held("revisions.*.decision", "source.date", "K020", "K012")
def decides_nothing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, rows in _steps(routine, adopted):
        given = decided.given(change)
        if change.row_is == "borttagen" and (given or change.removed):
            told = f"Hela rad {change.row} tas bort, så inget annat på den kan ändras."
            yield Finding("K013", (*path, "row_is"), told, "bara row och row_is", "ta bort de andra nycklarna.")
        elif not (change.row_is or given or change.removed):
            told, hint = (
                f"Beslutet ändrar inget på rad {change.row}.",
                "lägg till det som beslutades, eller ta bort posten.",
            )
            yield Finding("K013", path, told, listing(decided.FACTS), hint)
        else:
            yield from _in_vain(path, change, rows)


def _in_vain(path: Path, change: Change, rows: decided.Rows) -> Iterator[Finding]:
    """A new value that is the old one, and something taken away that is not there, or that is also given."""
    row, given, allowed = decided.row_of(rows, change.row), decided.given(change), "det som beslutet ändrar"
    for key in given if row else ():
        if getattr(row, key) == getattr(change, key):
            told = f"{wording.capital(decided.FACTS[key])} på rad {change.row} är redan så."
            yield Finding("K013", (*path, key), told, allowed, f"ta bort {key}, eller skriv det som beslutades.")
    for k, key in enumerate(change.removed):
        if key in given:
            told = f"Beslutet ger {key} ett nytt värde och tar också bort det."
        elif row is None or getattr(row, key) == decided.none_of(key):
            told = f"På rad {change.row} finns inget {key} att ta bort."
        else:
            continue
        yield Finding("K013", (*path, "removed", k), told, allowed, f"ta bort {key} ur removed.")


@held("revisions.*.decision", "source.date", "K020", "roles.*.id", "sections.*.id", "questions.*.id")
def decides_what_is_not_there(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Told where it is misspelt, and not of the action that is then unlike it. What a later decision has changed again
    is nobody's to mend."""
    now = source.rows(routine, adopted)
    for path, change, _ in _steps(routine, adopted):
        yield from unknown("K016", routine, path, change, decided.row_of(now, change.row))


@held("revisions.*.decision", "source.date", "K020", "K012")
def new_row_incomplete(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    for path, change, _ in _steps(routine, adopted):
        for key in ("section", "responsible"):
            if change.row_is == "ny" and getattr(change, key) is None:
                told = f"Rad {change.row} är ny men saknar {key}."
                hint = f"lägg till {key}: … i samma post."
                yield Finding("K014", (*path, "row_is"), told, "section och responsible på en ny rad", hint)
