"""Names and numbers that are not published, on the sheets of those who need them: from a file that lies elsewhere.

What is filled in is no part of a sheet's code, and is never kept: the same sheet without names is what holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from routine.domain.model import Routine
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.common import Function
from routine.print.sheets.wallet import WalletMatter
from routine.reading.nodes import Path, Raw, place, raw
from routine.reading.problems import Mark, Problem, RoutineError, closest, listing
from routine.reading.source import look

KEYS = ("name", "number")
EMPTY = "S011"  # What is said of a routine without a word, or that is none.
SHAPE = "ett id för en roll eller kontakt, och under det name och number, en gång eller som en lista"
AS_SHOWN = "skriv till exempel  rektorn: {name: Kim Ek, number: 010-000 00 00}"


class Holder(Struct, frozen=True):
    """Who has a function just now. Without a number there is a line to write that on, and none for the name."""

    name: str
    number: str


Holders = Mapping[str, tuple[Holder, ...]]  # By the id of a role or a contact.


def holders(data: bytes, file: str, routine: Routine) -> Holders:
    """What the bytes of a file say. Raises RoutineError, whose message never shows a line: it may hold a name."""
    source = look(data, file, tuple(role.id for role in routine.roles))
    values = raw(source.root) if source.root else None
    if source.root is None or not isinstance(values, dict):
        told = [problem for problem in source.problems if problem.code != EMPTY]
        raise RoutineError(file, "", told or [_placed(_fault("Filen har inga namn."), Mark(1, 1))])
    faults = _faults(values, routine) if values else iter([((), _fault("Filen har inga namn."))])
    problems = [*source.problems, *(_placed(fault, place(source.root, path)) for path, fault in faults)]
    if problems:
        raise RoutineError(file, "", problems)
    return {id: tuple(_holder(item) for item in _items(value)) for id, value in values.items()}


def filled(sheet: Printed, who: Holders) -> Printed:
    """The sheet with the names on the lines of those functions. One function with several holders is several lines,
    save on a card, which has room for the first."""
    shown = {id: found[:1] for id, found in who.items()} if isinstance(sheet.matter, WalletMatter) else who
    return replace(sheet, matter=_filled(sheet.matter, shown))


def unplaced(who: Holders, routine: Routine) -> list[str]:
    """The ids that no sheet has a line for."""
    shown = {id for sheet in printed(routine) for item in _functions(sheet.matter) for id in item.ids}
    return [id for id in who if id not in shown]


def _filled(value: Any, who: Holders) -> Any:
    if isinstance(value, tuple):
        return tuple(each for item in value for each in _several(item, who))
    if isinstance(value, Struct):
        changed = {name: _filled(getattr(value, name), who) for name in value.__struct_fields__}
        return replace(value, **changed)
    return value


def _several(item: Any, who: Holders) -> tuple[Any, ...]:
    """A contact's own holders go before those of its role."""
    if isinstance(item, Function):
        found = next((who[id] for id in item.ids if id in who), ())
        return tuple(_with(item, each) for each in found) or (item,)
    return (_filled(item, who),)


def _with(item: Function, who: Holder) -> Function:
    return replace(item, function=f"{item.function}, {who.name}", number=who.number or item.number, named=True)


def _functions(value: Any) -> Iterator[Function]:
    if isinstance(value, Function):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _functions(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _functions(getattr(value, name))


# --- What a file may say ---------------------------------------------------------------------------------------------

Fault = tuple[str, str, str, str]  # Code, message, what is allowed, what to do.


def _faults(values: Mapping[str, Raw], routine: Routine) -> Iterator[tuple[Path, Fault]]:
    known = [*(role.id for role in routine.roles), *(contact.id for contact in routine.contacts)]
    for id, value in values.items():
        if id not in known:
            yield (id,), ("N003", f"Rollen eller kontakten ”{id}” finns inte.", listing(known), closest(id, known))
        for at, item in enumerate(_items(value)):
            path: Path = (id, at) if isinstance(value, list) else (id,)
            if message := _unfit(item):
                yield path, _fault(f"{message} Det gäller ”{id}”.")


def _unfit(item: Raw) -> str:
    """What is wrong with a name and its number, without showing them."""
    if not isinstance(item, dict) or not item.get("name"):
        return "Här ska stå ett namn, efter name."
    if others := [key for key in item if key not in KEYS]:
        return f"Nyckeln ”{others[0]}” finns inte."
    if not all(isinstance(value, str) and "\n" not in value for value in item.values()):
        return "Ett namn och ett nummer är en rad var."
    return ""


def _items(value: Raw) -> list[Raw]:
    return value if isinstance(value, list) else [value]


def _holder(item: Any) -> Holder:
    return Holder(item["name"], item.get("number", ""))


def _fault(message: str) -> Fault:
    return "N002", message, SHAPE, AS_SHOWN


def _placed(fault: Fault, mark: Mark) -> Problem:
    code, message, allowed, hint = fault
    return Problem(code, mark, message, allowed, hint)
