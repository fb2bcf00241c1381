"""Pydantic's errors as Swedish problems, and a stand-in for each wrong value so that the rules can still be run."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from routine.domain.model import Routine
from routine.reading.nodes import Path, Raw, place
from routine.reading.problems import Problem, closest, listing
from routine.reading.source import Node


def explain(error: ValidationError, root: Node) -> Iterator[Problem]:
    """Each error of the model, at its place in the file."""
    for detail in error.errors(include_url=False):
        yield _problem(detail, root)


def _problem(detail: ErrorDetails, root: Node) -> Problem:
    path, kind = tuple(detail["loc"]), detail["type"]
    context: dict[str, Any] = dict(detail.get("ctx", {}))
    name = str(path[-1]) if path else ""
    if kind == "refused":
        return Problem(context["code"], place(root, path), context["message"], context["allowed"], context["hint"])
    if kind == "missing":
        owner = fields_at(path[:-1])
        about = owner[name].description or "" if name in owner else ""
        return Problem(
            "M001",
            place(root, path[:-1], key=True),
            f"Nyckeln ”{name}” saknas.",
            hint=f"lägg till ”{name}: …”. {about}".rstrip(),
        )
    if kind == "extra_forbidden":
        known = tuple(fields_at(path[:-1]))
        hint = closest(name, known) or "ta bort raden, eller flytta den dit den hör."
        return Problem("M002", place(root, path, key=True), f"Nyckeln ”{name}” finns inte här.", listing(known), hint)
    if kind == "literal_error":
        choices = tuple(str(choice) for choice in _choices(annotation_at(path)))
        value = detail["input"]
        if not isinstance(value, str):
            return Problem(
                "M003",
                place(root, path),
                f"{name} ska vara ett ord.",
                listing(choices),
                "välj ett av orden och skriv det utan klamrar.",
            )
        if not value.strip():
            return Problem("M011", place(root, path), f"{name} är tom.", listing(choices), "välj ett av orden.")
        return Problem(
            "M004",
            place(root, path),
            f"”{value}” går inte att välja för {name}.",
            listing(choices),
            closest(value, choices) or "välj ett av orden.",
        )
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        return Problem(
            "M012",
            place(root, path, key=True),
            f"Listan {name} har {context['actual_length']} poster.",
            f"minst {least}" if least else f"högst {most}",
            "lägg till en post." if least else "ta bort poster.",
        )
    if kind == "tuple_type":
        empty = detail["input"] == ""
        message = f"{name} är tom." if empty else f"{name} ska vara en lista."
        return Problem(
            "M011" if empty else "M003",
            place(root, path),
            message,
            "en lista",
            "skriv [a, b], eller en post per rad som börjar med ett streck; ta bort raden om listan är tom.",
        )
    empty = detail["input"] == ""
    subject = "Posten" if path and isinstance(path[-1], int) else name
    message = f"{subject} är tom." if empty else f"{subject} ska vara en grupp av nycklar."
    return Problem(
        "M011" if empty else "M003",
        place(root, path),
        message,
        listing(fields_at(path)),
        "skriv nycklarna på egna rader, indragna; ta bort raden om den inte behövs.",
    )


def fields_at(path: Path) -> dict[str, Any]:
    """The fields of the part that the path leads to; none when it leads to no part."""
    part = _part(annotation_at(path))
    return dict(part.model_fields) if part else {}


def annotation_at(path: Path) -> Any:
    """The type that the model gives to what stands at the path."""
    annotation: Any = Routine
    for step in path:
        if isinstance(step, int):
            annotation = get_args(_bare(annotation))[0]
        else:
            part = _part(annotation)
            annotation = part.model_fields[step].annotation if part and step in part.model_fields else None
    return annotation


def _bare(annotation: Any) -> Any:
    """Without `| None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(choice for choice in get_args(annotation) if choice is not type(None))
    return annotation


def _part(annotation: Any) -> type[BaseModel] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _choices(annotation: Any) -> tuple[Any, ...]:
    bare = _bare(annotation)
    return get_args(bare) if get_origin(bare) is Literal else ()


def patch(raw: Raw, error: ValidationError) -> frozenset[Path]:
    """Replace in `raw` what the model refused with something it takes, and say which places are stand-ins.

    The rules can then look at the rest, so that an editor sees a wrong reference and a missing text in one go.
    """
    holes = set()
    for detail in error.errors(include_url=False):
        path = tuple(detail["loc"])
        if detail["type"] == "extra_forbidden":
            _put(raw, path, None)
        else:
            _put(raw, path, stand_in(path))
        holes.add(path)
    return frozenset(holes)


def stand_in(path: Path) -> Raw | None:
    """The least value that the model takes at the path; None where the key may be left out."""
    if path and isinstance(path[-1], str):
        field = fields_at(path[:-1]).get(path[-1])
        if field is not None and not field.is_required():
            return None
    return _least(annotation_at(path), path)


def _least(annotation: Any, path: Path) -> Raw:
    bare = _bare(annotation)
    while get_origin(bare) is Annotated:
        bare = get_args(bare)[0]
    part = _part(bare)
    if part:
        return {
            name: _least(field.annotation, (*path, name))
            for name, field in part.model_fields.items()
            if field.is_required()
        }
    if get_origin(bare) is Literal:
        return str(get_args(bare)[0])
    if get_origin(bare) is tuple:
        return [_least(get_args(bare)[0], (*path, 0))]
    return {"int": "1", "date": "2000-01-01"}.get(getattr(bare, "__name__", ""), _word(path))


def _word(path: Path) -> str:
    name = str(path[-1]) if path else ""
    if name in ("url", "leave", "edit", "complaint"):
        return "https://saknas.example/"
    if name in ("number", "section") or (path[0] == "sections" and name == "id"):
        # Both a telephone number and a section's number, and no other one in the file.
        return f"00{next((step for step in reversed(path) if isinstance(step, int)), 0)}"
    return "saknas-" + "-".join(str(step).replace("_", "-") for step in path)


def _put(raw: Raw, path: Path, value: Raw | None) -> None:
    here: Any = raw
    for step in path[:-1]:
        here = here[step]
    if value is None:
        here.pop(path[-1], None)
    else:
        here[path[-1]] = value
