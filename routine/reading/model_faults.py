"""Pydantic's errors as Swedish problems, one function a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from routine.domain.fields import SEVERAL, Id, folded
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.reading.model_paths import annotation_at, choices_at, fields_at
from routine.reading.nodes import Node, Path, place
from routine.reading.problems import Mark, Problem, closest, listing


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic's: the model, the path and the value that it is about, and what the error knows besides."""

    model: type[Part]
    root: Node
    path: Path
    value: object
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The last key of the path, as it stands in messages: of an item, what its list is called."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def value_mark(self) -> Mark:
        """Where the value stands, or the nearest thing above it."""
        return place(self.root, self.path)

    @property
    def key_mark(self) -> Mark:
        """Where its key stands."""
        return place(self.root, self.path, key=True)


def explain(error: ValidationError, root: Node, model: type[Part] = Routine) -> Iterator[Problem]:
    """Each error of the model, at its place in the file."""
    for detail in details(error):
        fault = Fault(model, root, tuple(detail["loc"]), detail["input"], detail.get("ctx", {}))
        yield KINDS.get(detail["type"], _no_group)(fault)


def details(error: ValidationError) -> Iterator[ErrorDetails]:
    """What pydantic found wrong. It counts only the sound items of a list: of one that is long enough, with a fault in
    an item, it would say that it is too short."""
    for detail in error.errors(include_url=False):
        if detail["type"] != "too_short" or len(detail["input"]) < detail["ctx"]["min_length"]:
            yield detail


def _refused(fault: Fault) -> Problem:
    """By one of our own types, which has said what is wrong."""
    said = fault.context
    if (
        said["code"] == "M003"
        and isinstance(fault.value, dict)
        and len(fault.value) == 1
        and isinstance(fault.path[-1], int)
    ):
        return _colon_in_text(fault)
    return Problem(said["code"], fault.value_mark, said["message"], said["allowed"], said["hint"])


def _colon_in_text(fault: Fault) -> Problem:
    """An item that should be a text, and became a group by a colon in it."""
    begin = next(iter(fault.value)) if isinstance(fault.value, dict) else ""
    message = f"Kolonet efter ”{begin}” gör texten till en nyckel."
    return Problem(
        "M003", fault.value_mark, message, "en text", f'sätt hela texten inom raka citattecken: "{begin}: …".'
    )


def _missing(fault: Fault) -> Problem:
    field = fields_at(fault.path[:-1], fault.model).get(fault.name)
    about = (field.description if field else None) or ""
    return Problem(
        "M001",
        place(fault.root, fault.path[:-1], key=True),
        f"Nyckeln ”{fault.name}” saknas.",
        hint=f"lägg till ”{fault.name}: …”. {about}".rstrip(),
    )


def _unknown_key(fault: Fault) -> Problem:
    known = tuple(fields_at(fault.path[:-1], fault.model))
    hint = closest(fault.name, known) or "ta bort raden, eller flytta den dit den hör."
    return Problem("M002", fault.key_mark, f"Nyckeln ”{fault.name}” finns inte här.", listing(known), hint)


def _no_choice(fault: Fault) -> Problem:
    choices, value, hint = choices_at(fault.path, fault.model), fault.value, "välj ett av orden."
    if not isinstance(value, str):
        code, message, hint = "M003", f"{fault.name} ska vara ett ord.", "välj ett av orden och skriv det utan klamrar."
    elif not value.strip():
        code, message = "M011", f"{fault.name} är tom."
    else:
        code, message = "M004", f"”{value}” är inte ett giltigt värde för {fault.name}."
        hint = closest(value, choices) or hint
    return Problem(code, fault.value_mark, message, listing(choices), hint)


def _too_short(fault: Fault) -> Problem:
    return _length(fault, f"minst {fault.context['min_length']}", "lägg till en post.")


def _too_long(fault: Fault) -> Problem:
    return _length(fault, f"högst {fault.context['max_length']}", "ta bort poster.")


def _length(fault: Fault, allowed: str, hint: str) -> Problem:
    amount = int(fault.context["actual_length"])
    what = f"har {amount} {'post' if amount == 1 else 'poster'}" if amount else "är tom"
    message = f"Listan {fault.name} {what}."
    return Problem("M012", fault.key_mark, message, allowed, hint)


def _no_list(fault: Fault) -> Problem:
    hint = "skriv [a, b], eller en post per rad som börjar med ett streck; ta bort raden om listan är tom."
    if isinstance(fault.value, str) and fault.value and _is_id(annotation_at((*fault.path, 0), fault.model)):
        several = (folded(one) for one in SEVERAL.split(fault.value))
        hint = f"skriv {fault.name}: [{', '.join(several)}]."
    return _other_shape(fault, fault.name, "en lista", "en lista", hint)


def _is_id(annotation: object) -> bool:
    """Whether a value of this type is an id, whatever it names."""
    marks = getattr(annotation, "__metadata__", ())
    return all(mark in marks for mark in getattr(Id, "__metadata__", ()))


def _no_group(fault: Fault) -> Problem:
    subject = "Posten" if fault.path and isinstance(fault.path[-1], int) else fault.name
    hint = "skriv nycklarna på egna rader, indragna; ta bort raden om den inte behövs."
    return _other_shape(fault, subject, "en grupp av nycklar", listing(fields_at(fault.path, fault.model)), hint)


def _other_shape(fault: Fault, subject: str, wanted: str, allowed: str, hint: str) -> Problem:
    if fault.value == "":
        return Problem("M011", fault.value_mark, f"{subject} är tom.", allowed, hint)
    return Problem("M003", fault.value_mark, f"{subject} ska vara {wanted}.", allowed, hint)


# Pydantic's name of each error that the model can raise.
KINDS: Mapping[str, Callable[[Fault], Problem]] = {
    "refused": _refused,
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _no_choice,
    "too_short": _too_short,
    "too_long": _too_long,
    "tuple_type": _no_list,
    "model_type": _no_group,
}
