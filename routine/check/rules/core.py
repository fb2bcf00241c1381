"""Core of the rules: functions that yield findings by path, not position."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.model.adopted import Adopted
from routine.model.graph import Step
from routine.model.grouping import again
from routine.model.model import Routine

Check = Callable[[Routine], Iterator[Finding]]
Held = Callable[[Routine, Adopted], Iterator[Finding]]
Any = TypeVar("Any", Check, Held)
# Rule → the codes that silence it. Their rules run before it, and nobody may except them.
NEEDS: dict[Check | Held, tuple[str, ...]] = {}


def needs(*codes: str) -> Callable[[Any], Any]:
    """Mark a rule as silent once any of the codes is found.

    One fault is then reported once.
    """

    def marked(check: Any) -> Any:
        NEEDS[check] = codes
        return check

    return marked


def tried(rules: Iterable[Check | Held], broken: set[str], *given: Routine | Adopted) -> Iterator[Finding]:
    """Run the rules in order and add the codes they find to `broken`."""
    for one in rules:
        if broken.isdisjoint(NEEDS.get(one, ())):
            for finding in one(*given):  # type: ignore[arg-type]
                broken.add(finding.code)
                yield finding


def twice(code: str, placed: Iterable[tuple[Hashable, Path, object]], kind: str = "") -> Iterator[Finding]:
    """Report each item whose key an earlier item has.

    `placed` holds the key, path and item of each.
    """
    for _, (path, it), (first, other) in again((key, (path, it)) for key, path, it in placed):
        yield Finding(code, path, kind, related=[first], it=it, other=other)


def steps(routine: Routine) -> Iterator[tuple[Path, Step]]:
    """Yield every question and every action, with its path."""
    yield from ((("questions", i), question) for i, question in enumerate(routine.questions))
    yield from ((("actions", i), action) for i, action in enumerate(routine.actions))
