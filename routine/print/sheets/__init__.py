"""Everything that is printed for a routine: a module for each kind of sheet, with what stands on it and how that is
taken from the pages' views. A new kind is a module here, a row of `printed` and a template."""

from __future__ import annotations

from functools import lru_cache

from routine.domain.model import Routine
from routine.domain.people import Role
from routine.print.sheet import Printed
from routine.print.sheets.booklet import booklet
from routine.print.sheets.checklist import listed
from routine.print.sheets.flow import flow
from routine.print.sheets.form import form
from routine.print.sheets.large import large
from routine.print.sheets.log import log
from routine.print.sheets.wallet import wallet
from routine.print.sheets.whole import whole_table
from routine.reading.nodes import Path
from routine.views import addresses as at


@lru_cache(maxsize=4)
def printed(routine: Routine) -> tuple[Printed, ...]:
    """Everything that is printed for a routine."""
    return (
        *(sheet for at, role in enumerate(routine.roles) for sheet in _of(routine, role, ("roles", at))),
        Printed(at.WHOLE_SHEET, "Hela rutinen", "", "whole", whole_table(routine), sides="DuplexFlipLongEdge"),
        Printed(at.FLOW_SHEET, "Flödesschema på A3", "", "flow", flow(routine, "A3")),
        Printed(at.FLOW_SHEETS, "Flödesschema på A4", "", "flow", flow(routine, "A4")),
        Printed(at.LOG_SHEET, "Logg", "", "log", log(routine)),
        *(Printed(at.form_sheet(item.id), item.title, "", "form", form(routine, item)) for item in routine.forms),
    )


def _of(routine: Routine, role: Role, place: Path) -> tuple[Printed, ...]:
    page = listed(routine, role)
    folded = booklet(page)
    card = wallet(routine, role, page)
    called = "Kort för plånboken"
    return (
        Printed(at.checklist_sheet(role.id), "Checklista", role.name, "checklist", page, place),
        Printed(
            at.large_sheet(role.id),
            "Checklista med stor stil",
            role.name,
            "large",
            large(role, page),
            place,
            sides="DuplexFlipLongEdge",
        ),
        Printed(at.booklet_sheet(role.id), "Fickkort", role.name, "booklet", folded, place),
        Printed(at.linear_sheet(role.id), "Fickkort", role.name, "booklet", folded, place, linear=True),
        Printed(at.wallet_sheet(role.id), called, role.name, "wallet", card, place, sides="DuplexFlipLongEdge"),
        Printed(at.card_sheet(role.id), called, role.name, "wallet", card, place, True, "DuplexFlipShortEdge"),
    )
