"""Everything of one role in one file, for who prints once: a page that says what is in it, and the sheets themselves.

Printed on both sides the booklet lies behind the first page, which is inside it when it is folded. The log has a paper
of its own: who hands it on keeps the checklist, with the names and the answers.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.print.sheet import Printed, Sides
from routine.print.sheets.common import Number, numbers
from routine.views import addresses as at
from routine.views.reachable import to_write

# The templates of its sheets, in their order, and what is done with each.
USES = {
    "booklet": "På baksidan av det här bladet. Vik som det står på fickkortets sista sida. Den här sidan hamnar inuti.",
    "checklist": "Ha den framme när något händer. Bocka av det som är gjort.",
    "log": "På ett eget papper. Skriv upp det som händer.",
    "wallet": "Tio kort, med fram- och baksida. Klipp längs märkena.",
}


class BundlePart(Struct, frozen=True):
    """A sheet's name, and what is done with it."""

    name: str
    use: str


class BundleMatter(Struct, frozen=True):
    """The first page: how to print, the sheets in their order, and what else there is to know."""

    title: str
    numbers: tuple[Number, ...]
    lead: str
    contents: str
    parts: tuple[BundlePart, ...]
    know: str
    notes: tuple[str, ...]


class Bundle(Struct, frozen=True):
    """A file with several sheets, each of which keeps its own code."""

    file: str
    matter: BundleMatter
    sheets: tuple[Printed, ...]
    sides: Sides = "DuplexFlipLongEdge"


def bundles(routine: Routine, sheets: Iterable[Printed]) -> tuple[Bundle, ...]:
    """One for each role, of all that is printed."""
    whole = [sheet for sheet in sheets if sheet.template in USES and not sheet.linear]
    return tuple(
        _bundle(routine, role, [sheet for sheet in whole if sheet.owner in ("", role.name)]) for role in routine.roles
    )


def _bundle(routine: Routine, role: Role, sheets: list[Printed]) -> Bundle:
    lines = bool(to_write(routine, role.id))  # For names and numbers.
    own = tuple(sheet for template in USES for sheet in sheets if sheet.template == template)
    matter = BundleMatter(
        title=f"Allt att skriva ut, {wording.inside(role.name)}",
        numbers=numbers(routine.emergency),
        lead="Skriv ut hela filen dubbelsidigt, i verklig storlek. Vänd längs långsidan.",
        contents="Det här finns i filen",
        parts=tuple(BundlePart(sheet.kind, USES[sheet.template]) for sheet in own),
        know="Bra att veta",
        notes=(
            *(("Skriv namn och nummer på raderna nu, innan du behöver dem.",) if lines else ()),
            "Rollens namn står i checklistans kant. Då hittar du rätt i en bunt.",
            "Skriver skrivaren bara på ena sidan? Mata in kortens första papper en gång till, för baksidan.",
            "Checklistan finns också med stor stil, som en egen fil.",
        ),
    )
    return Bundle(at.bundle_sheet(role.id), matter, own)
