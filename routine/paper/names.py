"""The present holders of functions, from a file of their names to the lines of the sheets.

The file lies outside the project, and is never published. Names are no part of a sheet's code, and are never cached:
validity is that of the same sheet without names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from routine.check.finding import messages
from routine.check.likeness import closest, listing
from routine.check.nodes import Node, Path, Raw, place, raw
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.source import look
from routine.model import telephone
from routine.model.model import Routine
from routine.paper.sheet import Printed
from routine.paper.sheets import printed
from routine.paper.sheets.checklist import Function

EMPTY = "S011"  # The code of a routine without content, or of a file that is no routine.
# Codes about how the file is saved and how large it is: their messages quote no word of the file.
OF_THE_FILE = ("S001", "S010")
NUMBER: Path = ("number",)
NAMELESS = "Filen har inga namn."
SHAPE = "ett id för en roll eller kontakt, och under det name och number, en gång eller som en lista"
RUNG = "skriv bara numret, med siffror, mellanslag och bindestreck. Ord ryms inte på raden."
AS_SHOWN = "skriv till exempel  rektorn: {name: Kim Ek, number: 010-000 00 00}"


class Holder(Struct, frozen=True):
    """The person who holds a function at present.

    Without a number the sheet has a line to write it on, and none for the name.
    """

    name: str
    number: str = ""


Holders = Mapping[str, tuple[Holder, ...]]  # By the id of a role or a contact.


def filled(sheet: Printed, who: Holders) -> Printed:
    """Return the sheet with the names on the lines of their functions.

    A function with several holders gets several lines. A wallet card has no room for them: there its line stays blank
    to write on, since the first holder need not be the right one.
    """
    shown = {id: found for id, found in who.items() if sheet.template != "wallet" or len(found) == 1}
    return replace(sheet, matter=_held(sheet.matter, shown))


def unplaced(who: Holders, routine: Routine) -> list[str]:
    """Return the ids that no sheet has a line for."""
    return [id for id in who if all(filled(sheet, {id: who[id]}) == sheet for sheet in printed(routine))]


def _held(value: Any, who: Holders) -> Any:
    """Return the content with one line for each holder of a function."""
    if isinstance(value, tuple):
        return tuple(
            made for each in value for made in (_lines(each, who) if isinstance(each, Function) else [_held(each, who)])
        )
    return type(value)(*_held(astuple(value), who)) if isinstance(value, Struct) else value


def _lines(item: Function, who: Holders) -> list[Function]:
    """Return the lines of a function.

    A contact's own holders take precedence over those of its role."""
    found = next((who[id] for id in item.ids if id in who), ())
    return [
        replace(item, name=f"{item.name}, {each.name}", number=each.number or item.number, named=True) for each in found
    ] or [item]


def holders(data: bytes, file: str, routine: Routine) -> Holders:
    """Parse the file of names.

    Raises RoutineError, which names places, keys and ids that the routine has, and quotes nothing else from the file:
    any word there may be a name, also in the place of a key or an id.
    """
    source = look(data, file, tuple(role.id for role in routine.roles))
    values = raw(source.root) if source.root else None
    problems = [_withheld(problem) for problem in source.problems if problem.code != EMPTY]
    if not (source.root and isinstance(values, dict) and values):
        raise RoutineError(file, "", problems or [Problem("N002", Mark(1, 1), NAMELESS, SHAPE, AS_SHOWN)])
    if problems := [*problems, *_faults(source.root, values, routine)]:
        raise RoutineError(file, "", problems)
    return {id: tuple(Holder(**item) for item in _items(value)) for id, value in values.items()}


def _withheld(problem: Problem) -> Problem:
    """Return the problem in the general words of its code alone.

    Its message, hint and example quote the line that they are about.
    """
    if problem.code in OF_THE_FILE:
        return problem
    return Problem(problem.code, problem.mark, f"{messages()[problem.code].title}.", SHAPE, AS_SHOWN)


def _faults(root: Node, values: Mapping[str, Raw], routine: Routine) -> Iterator[Problem]:
    known = [*(role.id for role in routine.roles), *(contact.id for contact in routine.contacts)]
    for id, value in values.items():
        whose = f" Det gäller ”{id}”." if id in known else ""
        if not whose:
            message, hint = "Här står inte id:t för en roll eller kontakt.", closest(id, known) or AS_SHOWN
            yield Problem("N003", place(root, (id,), key=True), message, listing(known), hint)
        for at, item in enumerate(_items(value)):
            path: Path = (id, at) if isinstance(value, list) else (id,)
            if found := _unfit(item):
                below, message = found
                mark = place(root, (*path, *below), key=below != NUMBER)
                told = (telephone.ALLOWED, RUNG) if below == NUMBER else (SHAPE, AS_SHOWN)
                yield Problem("N002", mark, f"{message}{whose}", *told)


def _unfit(item: Any) -> tuple[Path, str] | None:
    """Return the fault of a holder with its place, quoting nothing."""
    if isinstance(item, dict) and (odd := [key for key in item if key not in Holder.__struct_fields__]):
        return (odd[0],), "Här står en annan nyckel än name och number."
    if not isinstance(item, dict) or not item.get("name"):
        return (), "Här ska stå ett namn, efter name."
    if not all(isinstance(value, str) and "\n" not in value for value in item.values()):
        return (), "Ett namn och ett nummer är en rad var."
    number = item.get("number", "")
    if number and not telephone.PHONE.fullmatch(number):
        return NUMBER, telephone.fault(number)[0].replace(f"”{number}”", "Numret")
    return None


def _items(value: Raw) -> list[Any]:
    return value if isinstance(value, list) else [value]
