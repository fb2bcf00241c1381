"""A file of which the end is gone: all that refers to it would be told as wrong, where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from routine.domain.model import Routine
from routine.domain.referring import Refers
from routine.domain.wording import series
from routine.reading.model_paths import hints, part_of, required, without_none
from routine.reading.nodes import Mapping, Node, Sequence
from routine.reading.problems import Mark, Problem
from routine.reading.refusals import AS_IT_WAS

# Of a single one, somebody may have taken it away, and the rest of the report says of what.
LEAST_GONE = 2
# Who has not come so far has begun a routine, and is told of each key that it must have.
BEGUN = "roles"


def cut_off(root: Mapping, last_line: int) -> Problem | None:
    """What is wrong with a routine that has nothing of what comes last, though it must have it or refers to it."""
    order, there = [*Routine.model_fields], {key.value for key, _ in root.entries}
    needed = {*required(Routine), *_named(root, Routine)}
    gone = [name for name in order if name in needed - there]
    last = max((order.index(name) for name in there if name in order), default=0)
    if len(gone) < LEAST_GONE or not order.index(BEGUN) <= last < order.index(gone[0]):
        return None
    message = f"Filen tar slut för tidigt: efter {order[last]} saknas {series(gone)}."
    return Problem("S011", Mark(last_line, 1), message, hint=f"{AS_IT_WAS} Är rutinen ny, skriv det som saknas.")


def _named(node: Node, annotation: Any) -> Iterator[str]:
    """Each list of the routine that something in the node can only be an id of."""
    bare = without_none(annotation)
    part = part_of(bare)
    if isinstance(node, Sequence) and get_origin(bare) is tuple:
        yield from (name for item in node.items for name in _named(item, get_args(bare)[0]))
    elif isinstance(node, Mapping) and part:
        yield from (name for key, value in node.entries for name in _named(value, hints(part).get(key.value)))
    else:
        marks = (mark for mark in getattr(bare, "__metadata__", ()) if isinstance(mark, Refers))
        yield from (mark.to[0] for mark in marks if len(mark.to) == 1)
