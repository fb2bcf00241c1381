"""One cause, one message: the same thing on one line, or on lines below each other, is told where it begins."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from routine.reading.problems import Mark, Problem

# Whatever they name: who writes one such reference writes the rest of them too.
ONE_A_FILE = ("S005",)
MOST_SHOWN = 3
# So many messages back is looked for the same cause.
NEAR = 20


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in the order of the file, each followed by those that are only more of it."""
    groups: list[list[Problem]] = []
    for problem in sorted(problems, key=lambda one: (one.mark, one.code, one.message)):
        for group in (*groups[:1], *groups[-NEAR:]):
            if _same_cause(group, problem):
                group.append(problem)
                break
        else:
            groups.append([problem])
    return [_told(group) for group in groups]


def _same_cause(group: list[Problem], problem: Problem) -> bool:
    first, last = group[0], group[-1]
    if first.code != problem.code:
        return False
    if first.code in ONE_A_FILE:
        return True
    # A key that is missing, or a value without a name, is the same only where it was written in one go.
    near = problem.mark.line - last.mark.line <= (1 if problem.code.startswith("S") else 0)
    return near and first.message == problem.message


def _told(group: list[Problem]) -> Problem:
    first, *more = group
    if not more:
        return first
    shown: list[tuple[Mark, str]] = [(problem.mark, "också här") for problem in more[:MOST_SHOWN]]
    if rest := len(more) - len(shown):
        mark, why = shown[-1]
        shown[-1] = (mark, f"{why}, och på {rest} {'ställe' if rest == 1 else 'ställen'} till")
    return replace(first, related=(*first.related, *shown))
