"""Look-ups in the model: the type, keys and words allowed at a path."""

from __future__ import annotations

import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from routine.check.nodes import Path
from routine.model.adopted import Adopted
from routine.model.model import Routine
from routine.model.part import Part

ALSO = "also"  # The words to search for stand in a file of their own.
# Models of the two files that are read.
MODELS: tuple[type[Part], ...] = (Routine, Adopted)


def annotation_at(path: Path, model: type[Part] = Routine) -> Any:
    """Return the annotation that the model gives to the value at a path.

    As it is written in the model; None when there is none.
    """
    annotation: Any = model
    for step in path:
        if isinstance(step, int):
            annotation = get_args(without_none(annotation))[0]
        else:
            part = part_of(annotation)
            annotation = hints(part).get(step) if part else None
    return annotation


def fields_at(path: Path, model: type[Part] = Routine) -> dict[str, FieldInfo]:
    """Return the fields of the part at a path; empty when it is no part."""
    part = part_of(annotation_at(path, model))
    return {key: field for key, field in part.model_fields.items() if key != ALSO} if part else {}


def choices_at(path: Path, model: type[Part] = Routine) -> tuple[str, ...]:
    """Return the words that the model accepts at a path.

    Empty when it accepts other values than listed words.
    """
    annotation = without_none(annotation_at(path, model))
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def part_of(annotation: Any) -> type[BaseModel] | None:
    """Return the part of the routine that a type is, or may be."""
    bare = without_none(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def without_none(annotation: Any) -> Any:
    """Return the type without `| None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(choice for choice in get_args(annotation) if choice is not type(None))
    return annotation


def item_type(annotation: Any) -> Any:
    """Return the type of a value, or of its items where it is a list."""
    bare = without_none(annotation)
    return get_args(bare)[0] if get_origin(bare) is tuple else bare


@cache
def hints(part: type[BaseModel]) -> dict[str, Any]:
    """Return field → type with its metadata.

    Where Pydantic keeps the metadata depends on the type.
    """
    return get_type_hints(part, include_extras=True)


def required(part: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that a part must have, in their order."""
    return tuple(key for key, field in part.model_fields.items() if field.is_required())


def parts_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return a model and every part in it, at any depth."""
    found: set[type[BaseModel]] = set()
    todo: list[Any] = [model]
    while todo:
        annotation = todo.pop()
        part = part_of(annotation)
        if part is None:
            todo += get_args(annotation)
        elif part not in found:
            found.add(part)
            todo += hints(part).values()
    return found


@cache
def lists() -> dict[str, type[BaseModel]]:
    """Return each list of the routine whose items have keys.

    List → part of its items.
    """
    under = {name: without_none(hints(Routine)[name]) for name in Routine.model_fields}
    parts = {name: part_of(item_type(kind)) for name, kind in under.items() if get_origin(kind) is tuple}
    return {name: part for name, part in parts.items() if part}


@cache
def known_keys() -> frozenset[str]:
    """Return every key of the model and of the adopted document."""
    return frozenset(key for model in MODELS for part in parts_of(model) for key in part.model_fields)
