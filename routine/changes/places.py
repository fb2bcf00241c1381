"""Places of texts, as an editor calls them."""

from __future__ import annotations

from collections.abc import Iterator

from routine.check.rules.texts import Leaf, places
from routine.model import wording
from routine.model.model import Routine

MOST, LONG = 8, 70


def standing(routine: Routine, found: Iterator[Leaf]) -> tuple[str, ...]:
    """Return the place and the beginning of each text.

    Of many texts, the first ones and the number of the rest.
    """
    names = {path: name for name, path in places(routine).items()}
    every = [f"{names[leaf.path]}: {_begun(leaf.text)}" for leaf in found]
    more = len(every) - MOST
    return (*every[:MOST], *([f"och {wording.number(more)} till"] if more > 0 else []))


def _begun(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONG else f"{flat[:LONG].rsplit(' ', 1)[0]} …"
