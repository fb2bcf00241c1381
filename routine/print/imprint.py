"""What a sheet says about itself, apart from its content:
its edition, its code, and where to ask whether it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routine.domain import wording
from routine.domain.about import Revision
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions.record import Record, Sheet
from routine.print.codes import code
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.views import addresses as at


class Imprint(Struct, frozen=True):
    """`source` says of which day the document is that it all follows; `issue` is the edition and its date, or that the
    sheet is a draft; `approved` who stands behind the edition, or empty; `control` the address of the page that
    answers, or empty when none is known; `site` what it is a page of; `longer` whether `issue` says more than that, for
    which there is to be room."""

    organisation: str
    site: str
    source: str
    issue: str
    code: str
    control: str
    approved: str = ""
    longer: bool = False

    def adding(self, said: str) -> Imprint:
        """The same, with a sentence more about this very sheet."""
        return replace(self, issue=f"{self.issue}. {said}", longer=True)


@lru_cache(maxsize=4)  # A sheet's code takes as long as the sheet, and is asked for by everything that is printed.
def coded(routine: Routine) -> tuple[tuple[Printed, str], ...]:
    """Everything that is printed, with its code."""
    return tuple((sheet, code(sheet)) for sheet in printed(routine))


@lru_cache(maxsize=4)
def sheets(routine: Routine) -> tuple[Sheet, ...]:
    """What is printed, with its code."""
    return tuple(Sheet(sheet.file, sheet.kind, sheet.owner, own) for sheet, own in coded(routine))


def imprinted(routine: Routine, record: Record = (), address: str = "") -> Iterator[tuple[Printed, Imprint]]:
    """Everything that is printed, with what it says about itself. `address` is where the site lies."""
    drafts = editions.drafts(routine, record, sheets(routine))
    edition = editions.current(routine, record)
    ended = _ended(routine)
    issues = {draft: issue(routine, record, draft=draft) for draft in (False, True)}
    # With the file's name, for a server may refuse to show a folder, and what is printed cannot be mended.
    control = f"{address.rstrip('/')}{at.VALIDITY_FILE}" if address else ""
    source = f"Bygger på rutinen från {wording.long_date(routine.source.date)}"
    for sheet, own in coded(routine):
        draft = own in drafts
        approved = "" if draft else _approved(edition)
        by = Imprint(routine.organisation.name, routine.site.name, source, issues[draft], own, control, approved)
        yield sheet, by.adding(ended) if ended else by


def _ended(routine: Routine) -> str:
    """That the routine is withdrawn, or empty. No code depends on it, so that what people have in their pockets is
    answered as before, and what is printed now is no draft."""
    return f"Rutinen {wording.withdrawn(routine.withdrawn.until)}" if routine.withdrawn else ""


def issue(routine: Routine, record: Record, *, draft: bool) -> str:
    """The edition in force with its date, or that something is a draft, before the first one or after it."""
    edition = editions.current(routine, record)
    if draft:
        return f"Utkast {'efter' if record else 'till'} utgåva {edition.edition}"
    return wording.edition(edition.edition, edition.date)


def issue_of_all(routine: Routine, record: Record) -> str:
    """The same of what holds everything: a draft as soon as one sheet is."""
    return issue(routine, record, draft=bool(editions.drafts(routine, record, sheets(routine))))


def _approved(edition: Revision) -> str:
    """Who stands behind an edition, in words."""
    by = edition.approved
    return f"Godkänd av {by.body}, {wording.long_date(by.date)}, {by.reference}" if by else ""
