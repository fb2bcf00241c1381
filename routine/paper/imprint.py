"""The imprint of a sheet: its edition, its code and where to check it.

The imprint is not part of the sheet's content. A reader can ask at its address whether the sheet is still valid.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from routine.check import record as editions
from routine.check.record import Record, Sheet
from routine.model import wording
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.paper.sheet import Printed, code
from routine.paper.sheets import printed


class Imprint(Struct, frozen=True):
    """The imprint of one sheet.

    `source` is the date of the document that everything follows. `issue` is the edition and its date, or that the
    sheet is a draft. `approved` says who approved the edition, or is empty. `control` is the address of the page that
    tells whether the sheet is valid, or empty when none is known. `site` is the name of the site.
    """

    organisation: str
    site: str
    source: str
    issue: str
    code: str
    control: str
    approved: str


@lru_cache(maxsize=4)  # A code takes as long to make as its sheet, and every print needs it.
def sheets(routine: Routine) -> tuple[Sheet, ...]:
    """Return every printed sheet with its code, as the editions record it."""
    return tuple(Sheet(sheet.file, sheet.kind, sheet.owner, code(sheet)) for sheet in printed(routine))


def imprinted(routine: Routine, record: Record = (), address: str = "") -> Iterator[tuple[Printed, Imprint]]:
    """Yield every printed sheet with its imprint.

    `address` is the site's address, if it is known.
    """
    drafts = editions.drafts(routine, record, sheets(routine))
    by = editions.current(routine, record).approved
    approved = f"Godkänd av {by.body}, {wording.long_date(by.date)}, {by.reference}" if by else ""
    # No code depends on it: sheets that people have in their pockets are answered as before, and sheets printed now are
    # no drafts.
    ended = f". Rutinen {wording.withdrawn(routine.withdrawn.until)}" if routine.withdrawn else ""
    # Includes the file's name: a server may refuse to show a folder, and a printed address cannot be corrected.
    control = f"{address.rstrip('/')}{at.VALIDITY_FILE}" if address else ""
    source = f"Bygger på rutinen från {wording.long_date(routine.source.date)}"
    for sheet, issued in zip(printed(routine), sheets(routine), strict=True):
        draft = issued.code in drafts
        yield (
            sheet,
            Imprint(
                routine.organisation.name,
                routine.site.name,
                source,
                issue(routine, record, draft=draft) + ended,
                issued.code,
                control,
                "" if draft else approved,
            ),
        )


def issue(routine: Routine, record: Record, *, draft: bool) -> str:
    """Return the edition in force with its date, or that this is a draft.

    A draft is one before the first edition, or one after the edition in force.
    """
    edition = editions.current(routine, record)
    if draft:
        return f"Utkast {'efter' if record else 'till'} utgåva {edition.edition}"
    return wording.edition(edition.edition, edition.date)


def issue_of_all(routine: Routine, record: Record) -> str:
    """Return the issue of a document that holds every sheet.

    It is a draft as soon as one sheet is.
    """
    return issue(routine, record, draft=bool(editions.drafts(routine, record, sheets(routine))))
