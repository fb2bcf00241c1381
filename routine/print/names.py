"""The file that says who has which function just now: it lies elsewhere, and is never published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from routine.domain import telephone
from routine.domain.model import Routine
from routine.print.named import Holder, Holders
from routine.reading.likeness import closest, listing
from routine.reading.nodes import Path, Raw, place, raw
from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.source import look

Fault = tuple[str, str, str, str]  # Code, message, what is allowed, what to do.

KEYS = ("name", "number")
EMPTY = "S011"  # What is said of a routine without a word, or that is none.
SHAPE = "ett id för en roll eller kontakt, och under det name och number, en gång eller som en lista"
RUNG = "skriv bara numret, med siffror, mellanslag och bindestreck. Ord ryms inte på raden."
AS_SHOWN = "skriv till exempel  rektorn: {name: Kim Ek, number: 010-000 00 00}"


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


def _faults(values: Mapping[str, Raw], routine: Routine) -> Iterator[tuple[Path, Fault]]:
    known = [*(role.id for role in routine.roles), *(contact.id for contact in routine.contacts)]
    for id, value in values.items():
        if id not in known:
            yield (id,), ("N003", f"Rollen eller kontakten ”{id}” finns inte.", listing(known), closest(id, known))
        for at, item in enumerate(_items(value)):
            path: Path = (id, at) if isinstance(value, list) else (id,)
            if message := _unfit(item):
                yield path, _fault(f"{message} Det gäller ”{id}”.")
            elif message := _unrung(item):
                yield (*path, "number"), ("N002", f"{message} Det gäller ”{id}”.", telephone.ALLOWED, RUNG)


def _unfit(item: Raw) -> str:
    """What is wrong with a name and its number, without showing them."""
    if not isinstance(item, dict) or not item.get("name"):
        return "Här ska stå ett namn, efter name."
    if others := [key for key in item if key not in KEYS]:
        return f"Nyckeln ”{others[0]}” finns inte."
    if not all(isinstance(value, str) and "\n" not in value for value in item.values()):
        return "Ett namn och ett nummer är en rad var."
    return ""


def _unrung(item: Any) -> str:
    """What is wrong with a number that nobody can ring, without showing it."""
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
