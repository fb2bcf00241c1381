"""Unpublished names and numbers, filled in on the lines of a sheet.

They are no part of a sheet's code, and are never cached: validity is that of the same sheet without names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from routine.model.model import Routine
from routine.paper.sheet import Printed
from routine.paper.sheets import printed
from routine.paper.sheets.common import Function


class Holder(Struct, frozen=True):
    """The person who holds a function at present.

    Without a number the sheet has a line to write it on, and none for the name.
    """

    name: str
    number: str


Holders = Mapping[str, tuple[Holder, ...]]  # By the id of a role or a contact.


def filled(sheet: Printed, who: Holders) -> Printed:
    """Return the sheet with the names on the lines of their functions.

    A function with several holders gets several lines. A wallet card has no room for them: there its line stays blank
    to write on, since the first holder need not be the right one.
    """
    card = sheet.template == "wallet"
    shown = {id: found for id, found in who.items() if not card or len(found) == 1}
    return replace(sheet, matter=_held(sheet.matter, shown))


def unplaced(who: Holders, routine: Routine) -> list[str]:
    """Return the ids that no sheet has a line for."""
    return [id for id in who if all(filled(sheet, {id: who[id]}) == sheet for sheet in printed(routine))]


def _held(value: Any, who: Holders) -> Any:
    """Return a matter with each function once for each holder, or as it is without any.

    A contact's own holders take precedence over those of its role.
    """
    if isinstance(value, tuple):
        return tuple(
            made for each in value for made in (_lines(each, who) if isinstance(each, Function) else [_held(each, who)])
        )
    if isinstance(value, Struct):
        return type(value)(*(_held(getattr(value, name), who) for name in value.__struct_fields__))
    return value


def _lines(item: Function, who: Holders) -> tuple[Function, ...]:
    found = next((who[id] for id in item.ids if id in who), ())
    return tuple(_with(item, each) for each in found) or (item,)


def _with(item: Function, who: Holder) -> Function:
    return replace(item, function=f"{item.function}, {who.name}", number=who.number or item.number, named=True)
