"""The routine says what the adopted document says, with what has been decided since: a rule for each kind of fact.

What is marked as our reading is free, where the routine can mark it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from routine.domain import numerals
from routine.domain.adopted import Adopted, Consultation, Period
from routine.domain.model import Consulted, Routine, Told, Within
from routine.domain.wording import ours
from routine.reading.problems import listing
from routine.rules.core import Finding, held
from routine.rules.source import ROLES, ROWS, Compared, differing, or_decide, roles, rows

Asked = tuple[str, frozenset[str]]


def row_twice(adopted: Adopted) -> Iterator[Finding]:
    """In the adopted document itself a row stands once."""
    numbers = [row.row for row in adopted.rows]
    for i, number in enumerate(numbers):
        if number in numbers[:i]:
            yield Finding(
                "K015",
                ("rows", i, "row"),
                f"Rad {number} står två gånger.",
                "varje rad en gång",
                "rätta numret, eller ta bort den ena.",
                ((("rows", numbers.index(number), "row"), "står redan här"),),
            )


@held(*ROWS)
def unknown_row(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    numbers = sorted(row.row for row in rows(routine, adopted))
    for i, action in enumerate(routine.actions):
        if action.row not in numbers:
            mend, new = "rätta numret, eller ta bort åtgärden", "row_is: ny, section: …, responsible: …"
            yield Finding(
                "K002",
                ("actions", i, "row"),
                f"Källan har ingen rad {action.row}.",
                listing(map(str, numbers)),
                or_decide(mend, action.row, new),
            )


@held(*ROWS, *ROLES, "K002")
def row_missing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Told where the row should come. Silent while an action has a row that the source lacks: it may be the same."""
    here = [action.row for action in routine.actions]
    for row in rows(routine, adopted):
        if row.row not in here:
            before = sum(number < row.row for number in here)
            yield Finding(
                "K001",
                ("actions", before - 1) if before else ("actions",),
                f"Källans rad {row.row} saknas: avsnitt {row.section}, {roles(routine, row.responsible)}.",
                "en åtgärd för varje rad i källan",
                or_decide("lägg till åtgärden, med källans ansvariga", row.row, "row_is: borttagen"),
            )


@held(*ROWS, "actions.*.section", "R004")
def another_section(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    kind: Compared[str] = Compared(
        "section", lambda row: row.section, lambda action: action.section, lambda _, id: f"avsnitt {id}"
    )
    yield from differing("K003", routine, adopted, kind)


@held(*ROWS, *ROLES, "actions.*.responsible", "R008")
def other_owners(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Who is responsible is the source's, in whichever order."""
    kind: Compared[frozenset[str]] = Compared(
        "responsible", lambda row: frozenset(row.responsible), lambda action: frozenset(action.responsible), roles
    )
    yield from differing("K004", routine, adopted, kind)


@held(*ROWS, *ROLES, "actions.*.consulted")
def others_consulted(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    kind: Compared[Asked] = Compared(
        "consulted",
        lambda row: _consulted(row.consulted),
        lambda action: _consulted(_stated(action.consulted)),
        lambda routine, who: f"samråd med {roles(routine, who[1], 'och/eller' if who[0] == 'nagon' else 'och')}",
        "inget samråd",
    )
    yield from differing("K005", routine, adopted, kind)


@held(*ROWS, *ROLES, "actions.*.proxy")
def another_proxy(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    kind: Compared[frozenset[str]] = Compared(
        "proxy",
        lambda row: frozenset([row.proxy] if row.proxy else []),
        lambda action: frozenset(told.role for told in (_stated(action.proxy),) if told),
        roles,
        "ingen som kan göra det i stället",
    )
    yield from differing("K006", routine, adopted, kind)


@held(*ROWS, *ROLES, "actions.*.participants")
def other_participants(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    kind: Compared[frozenset[str]] = Compared(
        "participants",
        lambda row: frozenset(row.participants),
        lambda action: frozenset(told.role for told in action.participants if _stated(told)),
        roles,
        "ingen annan som är med",
    )
    yield from differing("K007", routine, adopted, kind)


@held(*ROWS, "actions.*.within")
def another_limit(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    kind: Compared[tuple[int, str]] = Compared(
        "within",
        lambda row: _period(row.within),
        lambda action: _period(_stated(action.within)),
        lambda _, period: numerals.period(*period),
        "ingen tidsgräns",
    )
    yield from differing("K008", routine, adopted, kind)


@held(*ROWS, "actions.*.groups")
def other_groups(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """How many examples of groups there are; their words are ours."""
    kind: Compared[int] = Compared(
        "groups",
        lambda row: row.groups,
        lambda action: len(action.groups) or None,
        lambda _, amount: numerals.count(amount, "målgrupp", "målgrupper"),
        "inga målgrupper",
    )
    yield from differing("K009", routine, adopted, kind)


T = TypeVar("T", Consulted, Told, Within)


def _stated(fact: T | None) -> T | None:
    """What the routine says to be the source's. A reading is free."""
    return None if fact is None or ours(fact.basis) else fact


def _consulted(asked: Consultation | Consulted | None) -> Asked | None:
    """How many must be asked, and who. Of one alone both ways say the same."""
    return (asked.mode if len(asked.roles) > 1 else "alla", frozenset(asked.roles)) if asked else None


def _period(limit: Period | Within | None) -> tuple[int, str] | None:
    return (limit.count, limit.unit) if limit else None
