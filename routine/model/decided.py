"""The adopted rows with later decisions, and a decision in words.

Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from routine.model import wording
from routine.model.adopted import Adopted, Change, Decision, Row

Rows = tuple[Row, ...]

# Every kind of fact, and its name in a sentence.
FACTS = {
    "section": "avsnittet",
    "responsible": "ansvaret",
    "jointly": "samrådet mellan dem som ansvarar",
    "consulted": "samrådet",
    "proxy": "vem som kan göra det i stället",
    "participants": "vilka som är med",
    "conditions": "villkoren",
    "within": "tidsgränsen",
    "groups": "målgrupperna",
    "says": "det som måste sägas eller göras",
}


def in_words(decision: Decision) -> str:
    """Render a decision as `rad 15, tidsgränsen; rad 16 är borttagen`."""
    return "; ".join(map(_change, decision.changes))


def _change(change: Change) -> str:
    if change.row_is:
        return f"rad {change.row} är {change.row_is}"
    facts = [*(FACTS[name] for name in given(change)), *(f"inte längre {FACTS[name]}" for name in change.removed)]
    return f"rad {change.row}, {wording.series(facts)}"


def given(change: Change) -> tuple[str, ...]:
    """Return the names of the facts that a change gives a new value."""
    return tuple(name for name in FACTS if getattr(change, name) is not None)


def none_of(fact: str) -> Any:
    """Return the value of a fact that the source does not state."""
    return Row.model_fields[fact].default


def row_of(rows: Rows, number: int | None) -> Row | None:
    return next((row for row in rows if row.row == number), None)


def after(rows: Rows, change: Change) -> Rows:
    """Apply one change to the rows.

    A change that cannot be made leaves them as they were; the rules report it.
    """
    if change.row_is == "borttagen":
        return tuple(row for row in rows if row.row != change.row)
    if change.row_is == "ny":
        return (*rows, *_new(change)) if row_of(rows, change.row) is None else rows
    return tuple(_changed(row, change) if row.row == change.row else row for row in rows)


def in_force(adopted: Adopted, decisions: Iterable[Decision]) -> Rows:
    """Apply the decisions to the adopted rows.

    `decisions` are given with the oldest first.
    """
    rows = adopted.rows
    for decision in decisions:
        for change in decision.changes:
            rows = after(rows, change)
    return rows


def _changed(row: Row, change: Change) -> Row:
    new = {name: getattr(change, name) for name in given(change)}
    return row.model_copy(update=new | {name: none_of(name) for name in change.removed})


def _new(change: Change) -> Rows:
    if change.section is None or change.responsible is None:
        return ()
    return (
        _changed(Row.model_construct(row=change.row, section=change.section, responsible=change.responsible), change),
    )
