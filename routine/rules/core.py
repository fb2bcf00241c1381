"""What a rule is: a small function that yields findings by path, without positions, and what it needs to be sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from routine.domain.adopted import Adopted
from routine.domain.graph import Step
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path

Check = Callable[[Routine], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """One rule. It is silent while something that it needs is wrong in itself, so that one fault is reported once.

    A need is a path, with * for any list index or key, or the code of a rule that is tried before this one.
    """

    needs: tuple[str, ...]
    check: Check

    def __call__(self, routine: Routine) -> Iterator[Finding]:
        """What the rule finds, whatever it needs."""
        return self.check(routine)


def rule(*needs: str) -> Callable[[Check], Rule]:
    """Make a rule of a function, by what it needs."""
    return lambda check: Rule(needs, check)


Comparison = Callable[[Routine, Adopted], Iterator[Finding]]


class Held(Struct, frozen=True):
    """A rule that holds the routine to the adopted document. Where there is no such document it is not tried."""

    needs: tuple[str, ...]
    check: Comparison

    def to(self, adopted: Adopted) -> Rule:
        """As a rule of the routine alone."""
        return Rule(self.needs, lambda routine: self.check(routine, adopted))


def held(*needs: str) -> Callable[[Comparison], Held]:
    """Make such a rule of a function, by what it needs."""
    return lambda check: Held(needs, check)


def tried(rules: Iterable[Rule], routine: Routine, placeholders: frozenset[Path]) -> Iterator[Finding]:
    """What the rules find, in order, leaving out what a placeholder or an earlier finding keeps from being judged."""
    broken: set[str] = set()
    for one in rules:
        if broken.intersection(one.needs) or any(_fits(path, need) for path in placeholders for need in one.needs):
            continue
        for finding in one(routine):
            if not any(finding.path[: len(path)] == path for path in placeholders):
                broken.add(finding.code)
                yield finding


# A graph can only be drawn when these hold.
REFERENCES = ("R001", "R003", "R004", "R005", "R006", "R090")


def steps(routine: Routine) -> Iterator[tuple[Path, Step]]:
    """Every question and every action, with its place."""
    yield from ((("questions", i), question) for i, question in enumerate(routine.questions))
    yield from ((("actions", i), action) for i, action in enumerate(routine.actions))


def _fits(path: Path, need: str) -> bool:
    parts = need.split(".")
    return all(part in ("*", str(step)) for part, step in zip(parts, path, strict=False))
