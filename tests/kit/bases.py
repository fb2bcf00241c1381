"""Every place of a routine that says whose word something is, found by walking the model:
a new one is found by itself."""

from __future__ import annotations

from collections.abc import Iterator

from routine import model
from routine.check.nodes import Path
from routine.model import adopted
from routine.model.fields import Basis
from routine.model.model import Routine
from routine.model.part import Part
from tests.kit.bare import changed

MODEL = f"{model.__name__}."


def places(value: object, path: Path = ()) -> Iterator[Path]:
    """The path of each basis, said or left to its default."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            if fits(field):
                yield from [(*path, name)] if getattr(value, name) else []
            else:
                yield from places(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from places(item, (*path, at))


def fields(part: type[Part] = Part) -> Iterator[str]:
    """What the model itself has, by part and field."""
    for other in part.__subclasses__():
        if other.__module__.startswith(MODEL) and other.__module__ != adopted.__name__:
            yield from (f"{other.__name__}.{name}" for name, field in other.model_fields.items() if fits(field))
            yield from fields(other)


def fits(field: object) -> bool:
    """Whether a field of the model says whose word something is."""
    taken: object = getattr(field, "annotation", None)
    return taken in (Basis, Basis | None)


def at(routine: object, path: Path) -> object:
    """The value at a path."""
    for step in path:
        routine = routine[step] if isinstance(routine, tuple) and isinstance(step, int) else getattr(routine, str(step))
    return routine


def owner(routine: Routine, path: Path) -> str:
    """The part and the field at a path, as `fields` names them."""
    return f"{type(at(routine, path[:-1])).__name__}.{path[-1]}"


def kind(path: Path) -> str:
    """The path without its indexes."""
    return ".".join(step for step in path if isinstance(step, str))


def put(routine: Routine, path: Path, basis: Basis) -> Routine:
    """A copy with another basis at a path."""
    copy = _put(routine, path, basis)
    assert isinstance(copy, Routine)
    return copy


def _put(value: object, path: Path, basis: Basis) -> object:
    if not path:
        return basis
    step, rest = path[0], path[1:]
    if isinstance(value, tuple) and isinstance(step, int):
        return (*value[:step], _put(value[step], rest, basis), *value[step + 1 :])
    assert isinstance(value, Part)
    return value.model_copy(update={str(step): _put(getattr(value, str(step)), rest, basis)})


def sourced(routine: Routine) -> Routine:
    """The same, with nothing read into its source, and nothing proposed."""
    for path in places(routine):
        routine = put(routine, path, "kalla")
    return changed(routine, organisation=changed(routine.organisation, owner_proposed=None))
