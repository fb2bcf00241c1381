"""The page on whether a printed sheet is still valid.

It lists every edition with the codes of its printed sheets, to query with a code or to compare by eye.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from routine.check import record as editions
from routine.check.record import Record, Sheet
from routine.model import wording
from routine.model.about import Withdrawal
from routine.model.model import Routine
from routine.pages import addresses as at


class SheetLine(Struct, frozen=True):
    """A sheet and the address of its file.

    `address` is empty unless the file still has the same content.
    """

    sheet: Sheet
    address: str


class OwnerSheets(Struct, frozen=True):
    """A role's sheets, or those that belong to no role."""

    name: str
    lines: tuple[SheetLine, ...]


class EditionSheets(Struct, frozen=True):
    """An edition and its sheets.

    `said` is its number and date in words, `summary` what was new.
    """

    said: str
    summary: str
    groups: tuple[OwnerSheets, ...]


class Validity(Struct, frozen=True):
    """The edition in force, the earlier ones, and drafts.

    A draft is a sheet whose content differs from the edition in force. If the routine is `withdrawn` no sheet is
    valid, whatever its code.
    """

    current: EditionSheets
    earlier: tuple[EditionSheets, ...]
    drafts: tuple[OwnerSheets, ...]
    withdrawn: Withdrawal | None


def validity(routine: Routine, record: Record, now: Sequence[Sheet]) -> Validity:
    """Return the page on valid sheets.

    `now` is what is printed now. An edition that never got codes has no groups.
    """
    known = {issued.edition: issued.sheets for issued in record}
    current = editions.current(routine, record)
    known[current.edition] = tuple(editions.in_force(routine, record))
    changed = editions.drafts(routine, record, now)
    said = [
        EditionSheets(
            wording.edition(revision.edition, revision.date),
            revision.summary,
            tuple(_groups(known.get(revision.edition, ()), now)),
        )
        for revision in routine.revisions[routine.revisions.index(current) :]
    ]
    drafts = tuple(_groups([sheet for sheet in now if sheet.code in changed], now))
    return Validity(said[0], tuple(said[1:]), drafts, routine.withdrawn)


def _groups(sheets: Iterable[Sheet], now: Sequence[Sheet]) -> Iterator[OwnerSheets]:
    codes = {sheet.file: sheet.code for sheet in now}
    for owner, owned in groupby(sheets, key=lambda sheet: sheet.owner):
        lines = tuple(
            SheetLine(sheet, at.sheet(sheet.file) if codes.get(sheet.file) == sheet.code else "") for sheet in owned
        )
        yield OwnerSheets(owner or "För alla", lines)
