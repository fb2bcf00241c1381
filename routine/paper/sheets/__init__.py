"""The printed sheets of a routine.

A module defines the content of its kinds, and derives it from the model. A new kind is a function there, a row of
`printed` and a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from msgspec.structs import replace

from routine.check.nodes import Path
from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages import addresses as at
from routine.pages.parts.parts import owned, pocketed
from routine.paper.sheet import Printed, facts
from routine.paper.sheets.blank import form, log
from routine.paper.sheets.checklist import listed
from routine.paper.sheets.wallet import wallet
from routine.paper.sheets.whole import flow, table


@lru_cache(maxsize=4)
def printed(routine: Routine) -> tuple[Printed, ...]:
    """Return every printed sheet of a routine."""
    return tuple(_every(routine))


def _every(routine: Routine) -> Iterator[Printed]:
    for place, role in enumerate(routine.roles):
        yield from _of(routine, role, ("roles", place))
    said, sheet = facts(routine), log(routine)
    yield Printed(at.WHOLE_SHEET, "Hela rutinen", "", "whole", table(routine), said, sides="DuplexFlipLongEdge")
    yield Printed(at.FLOW_SHEET, "Flödesschema på A3", "", "flow", flow(routine, "A3", 14), said)
    yield Printed(at.FLOW_SHEETS, "Flödesschema på A4", "", "flow", flow(routine, "A4", 10), said)
    yield Printed(at.LOG_SHEET, "Logg", "", "log", sheet, (sheet["title"], sheet["heads"], sheet["advice"]))
    for item in routine.forms:
        sheet = form(routine, item)
        yield Printed(
            at.form_sheet(item.id), item.title, "", "form", sheet, (item.title, sheet["rows"], sheet["advice"])
        )


def _of(routine: Routine, role: Role, place: Path) -> Iterator[Printed]:
    """Yield the sheets of one role.

    Large print is only for roles with steps of their own: the letters of the others are large. What goes in a pocket is
    for those whom the first step reaches, or whom the data says.
    """
    page, name = listed(routine, role), wording.inside(role.name)
    sheet = partial(Printed, owner=role.name, said=facts(routine, role.id), place=place, sides="DuplexFlipLongEdge")
    yield sheet(at.checklist_sheet(role.id), "Checklista", template="checklist", matter=page)
    if owned(routine, role.id):
        kind = "Checklista med stor stil"
        large = replace(page, name=f"{kind}, {name}", sizes=(18,), large=True, back=())
        yield sheet(at.large_sheet(role.id), kind, template="checklist", matter=large)
    if role.id in pocketed(routine):
        small = replace(page, name=f"Fickkort, {name}", contacts=tuple(each for each in page.contacts if each.number))
        yield sheet(at.booklet_sheet(role.id), "Fickkort", template="booklet", matter=small, sides="Simplex")
        card = wallet(routine, role, page)
        yield sheet(at.wallet_sheet(role.id), "Kort för plånboken", template="wallet", matter=card)
