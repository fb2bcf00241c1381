"""What is done in one contact: alike, in a row, and more than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.reading.likeness import closest
from routine.reading.nodes import Path
from routine.rules.core import REFERENCES, rule

ALLOWED = "samma ansvariga, samma villkor, i samma spår, i följd och utan inbördes väntan"


@rule("actions", "sections", "tracks", *REFERENCES, "R002")
def group_apart(routine: Routine) -> Iterator[Finding]:
    """What is done in one contact has the same owners and conditions, stands together, and waits for nothing in it.
    A misspelt group parts its neighbours as well: while an action is alone in one, that is all that is told."""
    yield from [*_alone(routine)] or _apart(routine)


def _alone(routine: Routine) -> Iterator[Finding]:
    """Of two that would be one group but for a letter, only the later is told."""
    groups = [(i, action.group.id) for i, action in enumerate(routine.actions) if action.group]
    sizes = Counter(id for _, id in groups)
    alone = [(i, id) for i, id in groups if sizes[id] == 1]
    for i, id in alone:
        if not any(k > i and closest(other, [id]) for k, other in alone):
            yield Finding(
                "R031",
                ("actions", i, "group", "id"),
                f"Gruppen {id} har bara en åtgärd.",
                "minst två åtgärder med samma id i group",
                closest(id, [other for other in sizes if other != id])
                or "ta bort group, eller ge den andra åtgärden samma grupp.",
            )


def _apart(routine: Routine) -> Iterator[Finding]:
    """Each group once, at the action that is unlike most of them, where it is so."""
    groups = by_key((action.group.id, i) for i, action in enumerate(routine.actions) if action.group)
    for members in groups.values():
        for key, what, value in FACTS:
            facts = [value(routine, routine.actions[i]) for i in members]
            most = max(facts, key=lambda fact: (facts.count(fact), -facts.index(fact)))
            odd = next((i for i, fact in zip(members, facts, strict=True) if fact != most), None)
            if odd is not None:
                like = members[facts.index(most)]
                yield _unlike(routine, odd, like, key, what)
                break
        else:
            yield from _parted(routine, members)


def _parted(routine: Routine, members: list[int]) -> Iterator[Finding]:
    """What stands between two of a group and is of none is rather new there than all of the group astray: unless it is
    as much as the group itself."""
    before, late = next(((a, b) for a, b in pairwise(members) if b > a + 1), (0, 0))
    between = routine.actions[before + 1 : late]
    if between and len(between) < len(members) and not any(action.group for action in between):
        yield _between(routine, before, late)
    elif between:
        yield _unlike(routine, late, before, "", "står inte direkt efter den förra")


def _between(routine: Routine, before: int, late: int) -> Finding:
    group, last = routine.actions[before].group, routine.actions[late]
    said = " och ".join(f"”{action.id}”" for action in routine.actions[before + 1 : late])
    one = late == before + 2
    return Finding(
        "R031",
        ("actions", before + 1),
        f"{said} står mellan två åtgärder i gruppen {group.id if group else ''}, men saknar group.",
        ALLOWED,
        f"görs {'den' if one else 'de'} i samma kontakt, skriv group här, som i ”{last.id}”. "
        f"Annars flytta {'åtgärden' if one else 'åtgärderna'} efter gruppen, eller före den.",
        ((("actions", before, "group"), "den före"), (("actions", late, "group"), "den efter")),
    )


def _unlike(routine: Routine, odd: int, like: int, key: str, what: str) -> Finding:
    action, other = routine.actions[odd], routine.actions[like]
    path, related = _place(action, odd, key), _place(other, like, key)
    if key == "conditions" and (answers := _answers(action, other)):
        at, mine, theirs = answers
        path, related = ("actions", odd, "conditions", at, "answer"), ("actions", like, "conditions")
        what = f"har svaret {mine}, och de andra svaret {theirs}"
    return Finding(
        "R031",
        path,
        f"”{action.id}” hör till gruppen {action.group.id if action.group else ''}, men {what}.",
        ALLOWED,
        "rätta det här om det är fel, eller i de andra om det är fel där. Ska det vara så, ta bort group här.",
        ((related, f"så står det i ”{other.id}”"),),
    )


def _place(action: Action, i: int, key: str) -> Path:
    """Where it is said; where it is not, the group."""
    return ("actions", i, key if key and getattr(action, key) else "group")


def _answers(action: Action, other: Action) -> tuple[int, str, str] | None:
    """The question of both that has another answer here."""
    theirs = {one.question: one.answer for one in other.conditions}
    for at, one in enumerate(action.conditions):
        if theirs.get(one.question, one.answer) != one.answer:
            return at, one.answer, theirs[one.question]
    return None


# What those of a group have in common: where it stands, what is said of one that has another, and what it is.
FACTS: tuple[tuple[str, str, Callable[[Routine, Action], object]], ...] = (
    ("responsible", "har andra ansvariga", lambda _, action: frozenset(action.responsible)),
    (
        "conditions",
        "har andra villkor",
        lambda _, action: frozenset((one.question, one.answer) for one in action.conditions),
    ),
    ("section", "ligger i ett annat spår", lambda routine, action: getattr(routine.track_of(action), "id", None)),
    ("after", "väntar på något annat", lambda _, action: frozenset(after.action for after in action.after)),
)
