"""What no type can say about a routine. One small function a rule; each yields findings by path, without positions.

`needs` names the places that a rule must be able to trust: while something there is wrong in itself, the rule is silent,
so that one fault does not show up as two. A need may also be the code of another rule: when that one is broken, this one
cannot be judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from routine.domain.model import Routine
from routine.reading.nodes import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule. `related` are other paths that the reader should see, each with a word on why."""

    code: str
    path: Path
    message: str
    allowed: str = ""
    hint: str = ""
    related: tuple[tuple[Path, str], ...] = ()


Check = Callable[[Routine], Iterator[Finding]]
RULES: list[tuple[tuple[str, ...], Check]] = []


def rule(*needs: str) -> Callable[[Check], Check]:
    """Register a rule with what it must trust: paths, with * for any list index or key, and codes of rules above it."""

    def register(check: Check) -> Check:
        RULES.append((needs, check))
        return check

    return register


def check(routine: Routine, holes: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """Every broken rule, leaving out what cannot be judged because of a stand-in."""
    broken: set[str] = set()
    for needs, one in RULES:
        if broken.intersection(needs) or any(_fits(hole, need) for hole in holes for need in needs):
            continue
        for finding in one(routine):
            if not any(finding.path[: len(hole)] == hole for hole in holes):
                broken.add(finding.code)
                yield finding


def _fits(hole: Path, need: str) -> bool:
    parts = need.split(".")
    return all(part in ("*", str(step)) for part, step in zip(parts, hole, strict=False))
