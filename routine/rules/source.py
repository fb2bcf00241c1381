"""What the rules that hold the routine to the adopted document share: its rows as they now are, and how a difference
is told. A message says both what the source says and what the routine does, and how a decided change is entered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from routine.domain import decided, wording
from routine.domain.adopted import Adopted, Row
from routine.domain.model import Action, Routine
from routine.rules.core import Finding

# Whatever compares rows needs their numbers to be in order, and the decisions to be sound.
ROWS = ("actions.*.row", "revisions.*.decision", "source.date", "R009", "K012", "K013", "K014")
ROLES = ("roles.*.id", "roles.*.name", "R002", "R016")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Compared(Generic[T]):
    """A kind of fact, by its key: what the source and the routine have of it, in a form that can be compared,
    how that is said, and how it is said that there is none."""

    key: str
    of_source: Callable[[Row], T | None]
    here: Callable[[Action], T | None]
    said: Callable[[Routine, T], str]
    none: str = ""


def rows(routine: Routine, adopted: Adopted) -> decided.Rows:
    """The adopted rows with all that has been decided since."""
    return decided.in_force(adopted, [decision for _, decision in routine.decisions])


def pairs(routine: Routine, adopted: Adopted) -> Iterator[tuple[int, Action, Row]]:
    """Each action that the source has a row for, with its place."""
    known = rows(routine, adopted)
    for i, action in enumerate(routine.actions):
        if row := decided.row_of(known, action.row):
            yield i, action, row


def differing(code: str, routine: Routine, adopted: Adopted, kind: Compared[T]) -> Iterator[Finding]:
    """Every action in which the routine has something else than the source."""
    for i, action, row in pairs(routine, adopted):
        wanted, found = kind.of_source(row), kind.here(action)
        if wanted != found:
            source = kind.said(routine, wanted) if wanted else ""
            here = kind.said(routine, found) if found else kind.none
            told = f"{says(routine, row, kind.key, source, kind.none)}, här står {here}."
            new = f"{kind.key}: …" if found else f"removed: [{kind.key}]"
            yield Finding(code, ("actions", i, kind.key), told, source or kind.none, hint(routine, row, kind.key, new))


def says(routine: Routine, row: Row, key: str, said: str, none: str = "") -> str:
    """`Källan säger två veckor`, `I källan finns ingen tidsgräns`; or the decision that changed it."""
    decision = _latest(routine, row.row, key)
    if said:
        return f"{f'Beslutet {decision}' if decision else 'Källan'} säger {said}"
    return f"{f'Efter beslutet {decision}' if decision else 'I källan'} finns {none}"


def _latest(routine: Routine, row: int, key: str) -> str:
    """The reference of the latest decision that touched this of the row, if any did."""
    return next(
        (
            decision.reference
            for _, decision in reversed(routine.decisions)
            for change in decision.changes
            if change.row == row and (change.row_is == "ny" or key in (*decided.given(change), *change.removed))
        ),
        "",
    )


def hint(routine: Routine, row: Row, key: str, new: str) -> str:
    """What to do: write what the source says, or what was decided, or enter a decision."""
    decision = _latest(routine, row.row, key)
    return or_decide(
        f"skriv som {f'beslutet {decision}' if decision else f'rad {row.row} i adopted.yaml'}", row.row, new
    )


def or_decide(mend: str, row: int, new: str) -> str:
    """What to do: mend it, or enter a decision."""
    return (
        f"{mend}. Är ändringen beslutad, skriv in beslutet i utgåvan under revisions: "
        f"decision med body, date, reference och changes: [{{row: {row}, {new}}}]."
    )


def roles(routine: Routine, ids: Collection[str], last: str = "och") -> str:
    """The roles' names inside a sentence, in the order of the routine; of a role that it lacks, the id."""
    known = {role.id: wording.inside(role.name) for role in routine.roles if role.id in ids}
    return wording.series([*known.values(), *(f"”{id}”" for id in sorted(ids) if id not in known)], last)
