"""Where texts stand, as an editor calls it."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import wording
from routine.domain.model import Routine
from routine.rules.texts import Leaf, places

MOST, LONG = 8, 70


def standing(routine: Routine, found: Iterator[Leaf]) -> tuple[str, ...]:
    """Where the texts stand and how they begin; of many, the first, and how many more."""
    names = {path: name for name, path in places(routine).items()}
    every = [f"{names[leaf.path]}: {_begun(leaf.text)}" for leaf in found]
    more = len(every) - MOST
    return (*every[:MOST], *([f"och {wording.number(more)} till"] if more > 0 else []))


def _begun(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONG else f"{flat[:LONG].rsplit(' ', 1)[0]} …"
