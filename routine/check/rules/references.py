"""Rules for references: a named id must exist.

The types of the model tell which field names what (`routine/model/referring.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from pydantic import BaseModel

from routine.check.finding import Finding
from routine.check.likeness import closest
from routine.check.meant_ids import CHOOSE
from routine.check.model_paths import hints, item_type, part_of
from routine.check.nodes import Path
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.referring import Refers

# Lists that may be referred to → the code for an unknown id.
UNKNOWN: dict[tuple[str, ...], str] = {
    ("roles",): "R002",
    ("questions",): "R003",
    ("sections",): "R004",
    ("tracks",): "R005",
    ("actions",): "R006",
    ("open_questions",): "R007",
    ("actions", "questions"): "R028",
    ("contacts",): "R042",
    ("guidance",): "R060",
    ("roles", "contacts"): "R064",
}
# List → the list that it is confused with: a question named in place of an action, or the other way round.
ASTRAY: dict[tuple[str, ...], str] = {("questions",): "actions", ("actions",): "questions"}
# How similar an id must be to be suggested. Ids of a kind often begin alike, and if the thing has been removed, an
# editor who follows "menade du" leads readers astray.
MISSPELT = 0.75


def unknown(routine: Routine) -> Iterator[Finding]:
    """Report every unknown id once, whatever names it.

    The id may be misspelt where it is defined, and not in the places that name it.
    """
    for lists, code in UNKNOWN.items():
        known = [item.id for name in lists for item in getattr(routine, name)]
        places = by_key((id, path) for path, id in named(routine, *lists) if id not in known)
        if places and lists == ("tracks",) and not known:
            first, *others = [path for paths in places.values() for path in paths]
            yield Finding(code, first, "none", related=others, id=next(iter(places)))
            continue
        for id, (path, *others) in places.items():
            other = id in [item.id for item in getattr(routine, ASTRAY.get(lists, "roles"))]
            meant = closest(id, known, MISSPELT) or CHOOSE
            kind = "astray" if other and lists in ASTRAY else ""
            yield Finding(code, path, kind, related=others, id=id, known=known, meant=meant)


def named(routine: Routine, *lists: str) -> Iterator[tuple[Path, str]]:
    """Yield every path that names something in these lists, and the id.

    References that may be history are left out.
    """
    return ((path, id) for path, refers, id in _all(routine) if refers.to == lists and not refers.past)


@lru_cache(maxsize=2)  # Several rules ask, and a routine never changes.
def _all(routine: Routine) -> tuple[tuple[Path, Refers, str], ...]:
    return tuple(_named(routine, ()))


def _named(part: BaseModel, here: Path) -> Iterator[tuple[Path, Refers, str]]:
    for name, refers in _naming(type(part)):
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for j, item in enumerate(value if several else () if value is None else (value,)):
            path = (*here, name, j) if several else (*here, name)
            if refers:
                yield path, refers, item
            else:
                yield from _named(item, path)


@cache
def _naming(part: type[BaseModel]) -> tuple[tuple[str, Refers | None], ...]:
    """Return the fields of a part that hold references.

    Each comes with what it refers to, or None for a field whose parts hold references.
    """
    kinds = {name: item_type(hints(part)[name]) for name in part.model_fields}
    marks = {name: getattr(kind, "__metadata__", ()) for name, kind in kinds.items()}
    found = {name: next((mark for mark in marks[name] if isinstance(mark, Refers)), None) for name in kinds}
    deeper = {name for name, kind in kinds.items() if (below := part_of(kind)) and _naming(below)}
    return tuple((name, refers) for name, refers in found.items() if refers or name in deeper)
