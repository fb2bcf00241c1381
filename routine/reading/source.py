"""The bytes of a file to its text and its nodes, with nothing changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from routine.reading.characters import examined
from routine.reading.document import document
from routine.reading.encoding import decoded
from routine.reading.nodes import Mapping
from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.together import gathered

MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
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
        return RoutineError(self.name, self.text, gathered([*self.problems, *later]), whole=self.root is not None)


def read(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> tuple[str, Mapping]:
    """The text of the file and its nodes. `keys` are what such a file begins with.

    Raises RoutineError with every problem that can be seen before the types are known.
    """
    source = look(data, name, keys)
    if source.problems or source.root is None:
        raise source.refused()
    return source.text, source.root


@lru_cache(maxsize=4)  # Whoever needs places or values asks again for the same bytes, and nodes never change.
def look(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> Source:
    """The file, read past what is wrong in it as far as can be guessed what was meant."""
    if len(data) > MAX_BYTES:
        return Source(name, "", None, (_too_large(len(data)),))
    text, encoding = decoded(data)
    odd = examined(text)
    found = document(odd.text, keys)
    # In a file that is saved wrong, odd characters are only what that looks like.
    problems = encoding or odd.problems
    covered = found.covered | odd.lines | {problem.mark.line for problem in problems}
    return Source(name, text, found.root, (*problems, *found.problems), frozenset(covered))


def _too_large(size: int) -> Problem:
    return Problem(
        "S010",
        Mark(1, 1),
        f"Filen är {_grouped(size)} byte.",
        f"högst {_grouped(MAX_BYTES)} byte",
        "flytta ut det som inte hör till rutinen.",
    )


def _grouped(amount: int) -> str:
    """`1 055 909`, with spaces that do not break."""
    return f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}")
