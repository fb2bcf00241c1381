"""The printed sheets of a routine, with a module for each kind.

A module defines the content of its kind, and derives it from the pages' views. A new kind is a module here, a row of
`printed` and a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from routine.check.nodes import Path
from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages import addresses as at
from routine.pages.parts.parts import owned
from routine.paper.sheet import Printed, Sides
from routine.paper.sheets.booklet import booklet
from routine.paper.sheets.checklist import listed
from routine.paper.sheets.flow import flow
from routine.paper.sheets.form import form
from routine.paper.sheets.log import log
from routine.paper.sheets.wallet import wallet
from routine.paper.sheets.whole import whole_table


@lru_cache(maxsize=4)
def printed(routine: Routine) -> tuple[Printed, ...]:
    """Return every printed sheet of a routine."""
    return (
        *(sheet for at, role in enumerate(routine.roles) for sheet in _of(routine, role, ("roles", at))),
        Printed(at.WHOLE_SHEET, "Hela rutinen", "", "whole", whole_table(routine), sides="DuplexFlipLongEdge"),
        Printed(at.FLOW_SHEET, "Flödesschema på A3", "", "flow", flow(routine, "A3")),
        Printed(at.FLOW_SHEETS, "Flödesschema på A4", "", "flow", flow(routine, "A4")),
        Printed(at.LOG_SHEET, "Logg", "", "log", log(routine)),
        *(Printed(at.form_sheet(item.id), item.title, "", "form", form(routine, item)) for item in routine.forms),
    )


def _of(routine: Routine, role: Role, place: Path) -> Iterator[Printed]:
    """Yield the sheets of one role.

    Large print is only for roles with steps of their own: the checklists of the others are short.
    """
    page = listed(routine, role)
    turned: Sides = "DuplexFlipLongEdge"
    yield Printed(at.checklist_sheet(role.id), "Checklista", role.name, "checklist", page, place)
    if owned(routine, role.id):
        kind, name = "Checklista med stor stil", f"Checklista med stor stil, {wording.inside(role.name)}"
        large = replace(page, title=name, name=name)
        yield Printed(at.large_sheet(role.id), kind, role.name, "large", large, place, turned)
    yield Printed(at.booklet_sheet(role.id), "Fickkort", role.name, "booklet", booklet(page), place)
    card = wallet(routine, role, page)
    yield Printed(at.wallet_sheet(role.id), "Kort för plånboken", role.name, "wallet", card, place, turned)
