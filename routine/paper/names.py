"""The parser of the file that names the present holders of functions.

The file lies outside the project, and is never published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from routine.check.finding import messages
from routine.check.likeness import closest, listing
from routine.check.nodes import Node, Path, Raw, place, raw
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.source import look
from routine.model import telephone
from routine.model.model import Routine
from routine.paper.named import Holder, Holders

Fault = tuple[str, str, str, str]  # Code, message, allowed values, hint.

KEYS = ("name", "number")
EMPTY = "S011"  # The code of a routine without content, or of a file that is no routine.
# Codes about how the file is saved and how large it is: their messages quote no word of the file.
OF_THE_FILE = ("S001", "S010")
SHAPE = "ett id för en roll eller kontakt, och under det name och number, en gång eller som en lista"
RUNG = "skriv bara numret, med siffror, mellanslag och bindestreck. Ord ryms inte på raden."
AS_SHOWN = "skriv till exempel  rektorn: {name: Kim Ek, number: 010-000 00 00}"


def holders(data: bytes, file: str, routine: Routine) -> Holders:
    """Parse the file of names.

    Raises RoutineError, which names places, keys and ids that the routine has, and quotes nothing else from the file:
    any word there may be a name, also in the place of a key or an id.
    """
    source = look(data, file, tuple(role.id for role in routine.roles))
    values = raw(source.root) if source.root else None
    unread = [_withheld(problem) for problem in source.problems if problem.code != EMPTY]
    if source.root is None or not isinstance(values, dict):
        raise RoutineError(file, "", unread or [_placed(_fault("Filen har inga namn."), Mark(1, 1))])
    faults = _faults(values, routine) if values else iter([((), _fault("Filen har inga namn."))])
    if problems := [*unread, *(_placed(fault, _mark(source.root, path)) for path, fault in faults)]:
        raise RoutineError(file, "", problems)
    return {id: tuple(_holder(item) for item in _items(value)) for id, value in values.items()}


def _withheld(problem: Problem) -> Problem:
    """Return the problem in the general words of its code alone.

    Its message, hint and example quote the line that they are about.
    """
    if problem.code in OF_THE_FILE:
        return problem
    return Problem(problem.code, problem.mark, f"{messages()[problem.code].title}.", SHAPE, AS_SHOWN)


def _faults(values: Mapping[str, Raw], routine: Routine) -> Iterator[tuple[Path, Fault]]:
    known = [*(role.id for role in routine.roles), *(contact.id for contact in routine.contacts)]
    for id, value in values.items():
        whose = f" Det gäller ”{id}”." if id in known else ""
        if not whose:
            message, hint = "Här står inte id:t för en roll eller kontakt.", closest(id, known) or AS_SHOWN
            yield (id,), ("N003", message, listing(known), hint)
        for at, item in enumerate(_items(value)):
            path: Path = (id, at) if isinstance(value, list) else (id,)
            yield from _of_one(item, path, whose)


def _of_one(item: Raw, path: Path, whose: str) -> Iterator[tuple[Path, Fault]]:
    """Yield the faults of one holder.

    `whose` is the sentence that names its function.
    """
    if odd := [key for key in item if key not in KEYS] if isinstance(item, dict) else []:
        yield (*path, odd[0]), _fault(f"Här står en annan nyckel än name och number.{whose}")
    elif message := _unfit(item):
        yield path, _fault(f"{message}{whose}")
    elif message := _unrung(item):
        yield (*path, "number"), ("N002", f"{message}{whose}", telephone.ALLOWED, RUNG)


def _mark(root: Node, path: Path) -> Mark:
    """Return the position of a fault: of a number its value, else the key."""
    return place(root, path, key=path[-1:] != ("number",))


def _unfit(item: Raw) -> str:
    """Return the fault of a name and its number without quoting them, or ""."""
    if not isinstance(item, dict) or not item.get("name"):
        return "Här ska stå ett namn, efter name."
    if not all(isinstance(value, str) and "\n" not in value for value in item.values()):
        return "Ett namn och ett nummer är en rad var."
    return ""


def _unrung(item: Any) -> str:
    """Return the fault of a number that cannot be called, without quoting it.

    Returns "" if there is none.
    """
    number = item.get("number", "")
    if not number or telephone.PHONE.fullmatch(number):
        return ""
    return telephone.fault(number)[0].replace(f"”{number}”", "Numret")


def _items(value: Raw) -> list[Raw]:
    return value if isinstance(value, list) else [value]


def _holder(item: Any) -> Holder:
    return Holder(item["name"], item.get("number", ""))


def _fault(message: str) -> Fault:
    return "N002", message, SHAPE, AS_SHOWN


def _placed(fault: Fault, mark: Mark) -> Problem:
    code, message, allowed, hint = fault
    return Problem(code, mark, message, allowed, hint)
