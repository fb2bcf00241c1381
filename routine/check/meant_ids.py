"""Suggestions for a badly written id, from the ids in the file."""

from __future__ import annotations

from routine.check.likeness import asked, listing, nearest
from routine.check.model_paths import annotation_at, without_none
from routine.check.nodes import Node, Path, Scalar, Sequence, at
from routine.model.fields import SEVERAL, folded
from routine.model.part import Part
from routine.model.referring import Refers

# Keys that hold what a thing is called in words, other than its id.
NAMES = ("name", "title", "function", "text", "question")
CHOOSE = "välj ett av orden, eller lägg till det som saknas."


def as_id(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """Return the ids that are allowed at a path, and what to do.

    Both are empty where the file has no ids to choose from.
    """
    known, id = _known(root, path, model), folded(value)
    if not known:
        return "", ""
    named = [each for each, names in known.items() if each == id or id in names]
    several = [each for part in SEVERAL.split(value) if (each := folded(part)) in known]
    if len(several) > 1:
        return listing(known), f"sätt komma mellan om det är flera: {', '.join(several)}."
    return listing(known), f"skriv {named[0]}." if len(named) == 1 else asked(nearest(id, [*known])) or CHOOSE


def as_ids(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """Return what is allowed, and what to do, where a list of ids belongs."""
    known, name = _known(root, (*path, 0), model), str(path[-1])
    ids = [folded(part) for part in SEVERAL.split(value)]
    found = [nearest(each, [*known])[:1] for each in ids] if known else [[each] for each in ids]
    if all(found):
        return "en lista", f"skriv {name}: [{', '.join(each for one in found for each in one)}]."
    return listing(known), f"skriv dem som det gäller inom klamrar: {name}: [{', '.join([*known][:2])}]."


def _known(root: Node, path: Path, model: type[Part]) -> dict[str, set[str]]:
    """Return the ids that may be named at a path, in the order of the file.

    Each has the words that its thing is called by, in the form of an id.
    """
    marks = getattr(without_none(annotation_at(path, model)), "__metadata__", ())
    lists = [at(root, (name,)) for mark in marks if isinstance(mark, Refers) for name in mark.to]
    found: dict[str, set[str]] = {}
    for item in [item for each in lists if isinstance(each, Sequence) for item in each.items]:
        if isinstance(id := at(item, ("id",)), Scalar):
            called = (at(item, (key,)) for key in NAMES)
            found[folded(id.value)] = {folded(each.value) for each in called if isinstance(each, Scalar)}
    return found
