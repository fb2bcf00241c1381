"""Renamed ids: references to an old id are read as the new one."""

from __future__ import annotations

from typing import Any, TypeVar

from routine.changes.known import SPACES, Renamed
from routine.changes.matching import matched
from routine.model.model import Routine
from routine.model.part import Part

# Lists of items with ids → the space of those ids.
LISTS = {name: name for name in ("roles", "tracks", "sections", "guidance", "contacts", "open_questions")}
LISTS |= {"actions": "steps", "questions": "steps"}
AnyPart = TypeVar("AnyPart", bound=Part)


def renamed(old: Routine, new: Routine) -> Renamed:
    """Return the renamed ids: space → old id → new id."""
    found: dict[str, dict[str, str]] = {}
    for name, space in LISTS.items():
        for before, after in matched(getattr(old, name), getattr(new, name)).pairs:
            if before.id != after.id:
                found.setdefault(space, {})[before.id] = after.id
    callees = found.get("roles", {}) | found.get("contacts", {})
    return found | ({"callees": callees} if callees else {})


def followed(part: AnyPart, ids: Renamed) -> AnyPart:
    """Return the part with its references under the new ids.

    Its own id stays.
    """
    changed = {name: now for name, value in part if (now := _followed(name, value, ids)) != value}
    return part.model_copy(update=changed) if changed else part


def _followed(field: str, value: Any, ids: Renamed) -> Any:
    if isinstance(value, Part):
        return followed(value, ids)
    if isinstance(value, tuple):
        return tuple(_followed(field, item, ids) for item in value)
    return ids.get(SPACES.get(field, ""), {}).get(value, value) if isinstance(value, str) else value
