"""What can be called in a text: the numbers that the routine knows, and what somebody is told to ring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from routine.domain.beside import Guidance
from routine.domain.model import Routine
from routine.domain.telephone import AFTER_RING

# A text taken apart: some words, and the number after them, which is empty at the end.
Spoken = tuple[tuple[str, str], ...]
# Told to ring, and whom perhaps, and nothing else before the number: not that one is not to, nor a message.
RING = re.compile(r"\b[Rr]ing (?!inte\b|aldrig\b)(?:[^\W\d][\w-]* ){0,4}\Z")


def points(routine: Routine, items: Iterable[Guidance]) -> Mapping[str, tuple[Spoken, ...]]:
    """The points of guidance, by its id."""
    return {item.id: tuple(spoken(routine, point) for point in item.points) for item in items}


def spoken(routine: Routine, text: str) -> Spoken:
    """The text taken apart at what it tells somebody to ring."""
    return tuple(_spoken(routine, text))


def _spoken(routine: Routine, text: str) -> Iterator[tuple[str, str]]:
    """Only where the sentence says so: who may not speak, and sends a message, is not to ring by mistake."""
    at = 0
    for found in numbers_of(routine).finditer(text):
        if RING.search(text, 0, found.start()):
            yield text[at : found.start()], found.group()
            at = found.end()
    yield text[at:], ""


@lru_cache(maxsize=2)
def numbers_of(routine: Routine) -> re.Pattern[str]:
    """What finds them, the longest first."""
    contacts = {contact.number for contact in routine.contacts if contact.number}
    known = {number.number for number in routine.emergency} | contacts
    longest_first = [re.escape(number) for number in sorted(known, key=len, reverse=True)]
    return re.compile(rf"(?<![\w+])(?:{'|'.join([*longest_first, AFTER_RING])})(?!\d)")
