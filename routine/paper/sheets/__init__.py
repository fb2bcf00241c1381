"""The printed sheets of a routine, with a module for each kind.

A module defines the content of its kind, and derives it from the model. A new kind is a module here, a row of `printed`
and a template.
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
from routine.pages.parts.parts import owned, pocketed
from routine.paper.codes import facts
from routine.paper.sheet import Printed, Sides
from routine.paper.sheets.checklist import listed
from routine.paper.sheets.flow import flow
from routine.paper.sheets.form import form
from routine.paper.sheets.log import log
from routine.paper.sheets.wallet import wallet
from routine.paper.sheets.whole import whole_table

TURNED: Sides = "DuplexFlipLongEdge"
LARGE = (18.0,)


@lru_cache(maxsize=4)
def printed(routine: Routine) -> tuple[Printed, ...]:
    """Return every printed sheet of a routine."""
    every, sheet = facts(routine), log(routine)
    return (
        *(sheet for at, role in enumerate(routine.roles) for sheet in _of(routine, role, ("roles", at))),
        Printed(at.WHOLE_SHEET, "Hela rutinen", "", "whole", whole_table(routine), every, sides=TURNED),
        Printed(at.FLOW_SHEET, "Flödesschema på A3", "", "flow", flow(routine, "A3"), every),
        Printed(at.FLOW_SHEETS, "Flödesschema på A4", "", "flow", flow(routine, "A4"), every),
        Printed(at.LOG_SHEET, "Logg", "", "log", sheet, (sheet.title, sheet.heads, sheet.advice)),
        *(
            Printed(at.form_sheet(item.id), item.title, "", "form", each, (item.title, each.rows, each.advice))
            for item in routine.forms
            for each in [form(routine, item)]
        ),
    )


def _of(routine: Routine, role: Role, place: Path) -> Iterator[Printed]:
    """Yield the sheets of one role.

    Large print is only for roles with steps of their own: the letters of the others are large. What goes in a pocket is
    for those whom the first step reaches, or whom the data says.
    """
    page, said = listed(routine, role), facts(routine, role.id)
    yield Printed(at.checklist_sheet(role.id), "Checklista", role.name, "checklist", page, said, place, TURNED)
    if owned(routine, role.id):
        kind, name = "Checklista med stor stil", f"Checklista med stor stil, {wording.inside(role.name)}"
        large = replace(page, name=name, sizes=LARGE, large=True, back=())
        yield Printed(at.large_sheet(role.id), kind, role.name, "checklist", large, said, place, TURNED)
    if role.id in pocketed(routine):
        called = tuple(each for each in page.contacts if each.number)
        small = replace(page, name=f"Fickkort, {wording.inside(role.name)}", contacts=called)
        yield Printed(at.booklet_sheet(role.id), "Fickkort", role.name, "booklet", small, said, place)
        card = wallet(routine, role, page)
        yield Printed(at.wallet_sheet(role.id), "Kort för plånboken", role.name, "wallet", card, said, place, TURNED)
