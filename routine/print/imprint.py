"""What a sheet says about itself, apart from its content: its edition, its code, and where to ask whether it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routine import editions, wording
from routine.editions import Codes, Record
from routine.model import Routine
from routine.print.codes import code
from routine.print.matter import Printed, printed

CONTROL = "fickkort/kontroll/"


@dataclass(frozen=True, slots=True)
class Imprint:
    """`issue` is the edition and its date, or that the sheet is a draft; `control` an address, or empty when none is known."""

    organisation: str
    issue: str
    code: str
    control: str


def codes(routine: Routine) -> Codes:
    """The code of everything that is printed, by file."""
    return {sheet.file: code(sheet) for sheet in printed(routine)}


def imprinted(routine: Routine, record: Record = (), address: str = "") -> Iterator[tuple[Printed, Imprint]]:
    """Everything that is printed, with what it says about itself. `address` is where the site lies."""
    drafts = editions.drafts(routine, record, codes(routine))
    edition = routine.edition
    for sheet in printed(routine):
        draft = sheet.file in drafts
        issue = f"Utkast efter utgåva {edition.edition}" if draft else f"Utgåva {edition.edition}, {wording.long_date(edition.date)}"
        control = f"{address.rstrip('/')}/{CONTROL}#{code(sheet)}" if address else ""
        yield sheet, Imprint(routine.organisation.name, issue, code(sheet), control)
