"""Telephone numbers in a text that tells somebody to ring them.

They are the numbers that the routine knows, and numbers written right after "ring".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from routine.model.beside import Guidance
from routine.model.model import Routine
from routine.model.telephone import AFTER_RING

# A text in parts: some words and the number after them. The number is empty at the end.
Spoken = tuple[tuple[str, str], ...]
# "Ring", perhaps followed by whom, right before the number; not "ring inte" or "ring aldrig", nor a message.
RING = re.compile(r"\b[Rr]ing (?!inte\b|aldrig\b)(?:[^\W\d][\w-]* ){0,4}\Z")


def points(routine: Routine, items: Iterable[Guidance]) -> Mapping[str, tuple[Spoken, ...]]:
    """Split the points of guidance at the numbers to ring, by guidance id."""
    return {item.id: tuple(spoken(routine, point) for point in item.points) for item in items}


def spoken(routine: Routine, text: str) -> Spoken:
    """Split a text at the numbers that it tells somebody to ring."""
    return tuple(_spoken(routine, text))


def _spoken(routine: Routine, text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in parts, each with the number that follows it.

    A number is split out only where the sentence says to ring it: somebody who must not speak, and sends a message
    instead, must not ring by mistake.
    """
    at = 0
    for found in numbers_of(routine).finditer(text):
        if RING.search(text, 0, found.start()):
            yield text[at : found.start()], found.group()
            at = found.end()
    yield text[at:], ""


@lru_cache(maxsize=2)
def numbers_of(routine: Routine) -> re.Pattern[str]:
    """Return the pattern that finds telephone numbers in a text.

    It finds the numbers of the routine, the longest first, and numbers written right after "ring".
    """
    contacts = {contact.number for contact in routine.contacts if contact.number}
    known = {number.number for number in routine.emergency} | contacts
    longest_first = [re.escape(number) for number in sorted(known, key=len, reverse=True)]
    return re.compile(rf"(?<![\w+])(?:{'|'.join([*longest_first, AFTER_RING])})(?!\d)")
