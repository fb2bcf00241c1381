"""The bytes of a file to its text and its nodes, with nothing changed on the way."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from routine.reading.amounts import MOST_PROBLEMS, too_many_bytes, too_much
from routine.reading.characters import examined
from routine.reading.document import document
from routine.reading.encoding import decoded
from routine.reading.nodes import Mapping
from routine.reading.problems import Problem, RoutineError
from routine.reading.together import gathered


class Source(Struct, frozen=True):
    """A file as far as it could be read: its text, its nodes if it came to an end, and what is wrong so far.

    `covered` are the lines that a problem explains already: what the nodes say of them is its consequence.
    """

    name: str
    text: str
    root: Mapping | None
    problems: tuple[Problem, ...] = ()
    covered: frozenset[int] = frozenset()

    def refused(self, more: list[Problem] | None = None) -> RoutineError:
        """All that is wrong, with what was found later."""
        later = [problem for problem in more or () if problem.mark.line not in self.covered]
        every = len(self.problems) < MOST_PROBLEMS and len(more or ()) < MOST_PROBLEMS
        told = gathered([*self.problems, *later])
        return RoutineError(self.name, self.text, told, whole=self.root is not None, every=every)


def read(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> tuple[str, Mapping]:
    """The text of the file and its nodes. `keys` are what such a file begins with.

    Raises RoutineError with every problem that can be seen before the types are known.
    """
    source = look(data, name, keys)
    if source.problems or source.root is None:
        raise source.refused()
    return source.text, source.root


def look(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> Source:
    """The file, read past what is wrong in it as far as can be guessed what was meant."""
    return looked_at(data, name, keys)


# Whoever needs places or values asks again for the same bytes, and nodes never change. Behind a door of its own, since
# what is left to a default and what is said in so many words are two things to a cache.
@lru_cache(maxsize=4)
def looked_at(data: bytes, name: str, keys: tuple[str, ...]) -> Source:
    if fault := too_many_bytes(data):
        return Source(name, "", None, (fault,))
    text, encoding = decoded(data)
    if fault := too_much(text):
        return Source(name, text, None, (*encoding, fault))
    odd = examined(text)
    found = document(odd.text, keys)
    # In a file that is saved wrong, odd characters are only what that looks like.
    problems = encoding or odd.problems
    covered = found.covered | odd.lines | {problem.mark.line for problem in problems}
    return Source(name, text, found.root, (*problems, *found.problems), frozenset(covered))
