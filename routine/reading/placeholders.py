"""A placeholder for each value that the model refused, so that the rules can look at the rest of the routine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import ValidationError

from routine.domain.fields import Placeholder
from routine.reading.finding import Finding
from routine.reading.model_faults import details
from routine.reading.model_paths import annotation_at, fields_at, hints, part_of, required, without_none
from routine.reading.nodes import Path, Raw

OURS = "saknas"  # What each text of ours begins with.


def patch(raw: Raw, error: ValidationError) -> frozenset[Path]:
    """Replace in `raw` what the model refused with something that it takes, and say where.

    An editor then sees a wrong reference and a missing text in one go.
    """
    patched = set()
    for detail in details(error):
        path = tuple(detail["loc"])
        _put(raw, path, None if detail["type"] == "extra_forbidden" else placeholder(path))
        patched.add(path)
    return frozenset(patched)


def shows(finding: Finding, raw: Raw, placeholders: frozenset[Path]) -> bool:
    """Whether what a rule found in the patched `raw` would tell of a placeholder, which nobody has written."""
    said = (finding.message, finding.allowed, finding.hint, *finding.example, *(why for _, why in finding.related))
    return any(word in text for path in placeholders for word in _words(_at(raw, path)) for text in said)


def _at(raw: Raw, path: Path) -> Any:
    """What stands there, if anything does."""
    here: Any = raw
    for step in path:
        if isinstance(here, dict):
            here = here.get(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
    return here


def _words(value: Raw | None) -> Iterator[str]:
    """The texts in a placeholder that are like no other: a number or a day may be the editor's own as well."""
    if isinstance(value, str):
        yield from [value] if OURS in value else []
    else:
        inner = value.values() if isinstance(value, dict) else value or ()
        yield from (word for each in inner for word in _words(each))


def placeholder(path: Path) -> Raw | None:
    """The least value that the model takes at the path; None where the key may be left out."""
    if path and isinstance(path[-1], str):
        field = fields_at(path[:-1]).get(path[-1])
        if field is not None and not field.is_required():
            return None
    return least(annotation_at(path), path)


def least(annotation: Any, path: Path) -> Raw:
    """The least value of a type: a part's required keys, one item of a list, the first of the words to choose from."""
    if part := part_of(annotation):
        types = hints(part)
        return {name: least(types[name], (*path, name)) for name in required(part)}
    bare = without_none(annotation)
    if get_origin(bare) is tuple:
        return [least(get_args(bare)[0], (*path, 0))]
    if get_origin(bare) is Annotated:
        return next(mark for mark in bare.__metadata__ if isinstance(mark, Placeholder)).at(path)
    return str(get_args(bare)[0])


def _put(raw: Raw, path: Path, value: Raw | None) -> None:
    here: Any = raw
    for step in path[:-1]:
        here = here[step]
    if value is None:
        here.pop(path[-1], None)
    else:
        here[path[-1]] = value
