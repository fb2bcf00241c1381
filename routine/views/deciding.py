"""For editors: how a change that has been decided is entered, shown with rows that the routine has."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.fields import Removable
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.domain.wording import ours

ANY_ROWS = (1,)  # Of a source without rows.
Line = tuple[str, str]  # And the comment above it: after a text it would be a part of that, or lost.


def decision(routine: Routine) -> str:
    """An entry of a later edition: another limit, what a row loses, a row that is gone and one that is new, as far as
    there are such. It can be put in the file as it stands.
    Its number and its days are no routine's: a new edition would else be told to change the page of editors."""
    head = (
        ('  - edition: "2"', ""),
        ("    date: 2027-03-15", ""),
        ("    summary: Det som är nytt, i ord som en läsare förstår.", ""),
        ("    decision:", ""),
        ("      body: Styrelsen", "den som beslutade"),
        ("      date: 2027-03-03", "dagen för beslutet"),
        ("      reference: § 12", "var beslutet står"),
        ("      changes:", "en post för varje rad i källan"),
    )
    return "".join(f"{_above(text, comment)}{text}\n" for text, comment in (*head, *_changes(routine)))


def _above(text: str, comment: str) -> str:
    indent = " " * (len(text) - len(text.lstrip()))
    return f"{indent}# {comment}\n" if comment else ""


def _changes(routine: Routine) -> Iterator[Line]:
    """In the source's order. Of each row the first action tells what the source says of it."""
    rows = {action.row: action for action in reversed(routine.actions) if action.row}
    left = sorted(rows) or [*ANY_ROWS]
    found: dict[int, tuple[Line, ...]] = {}
    if limited := next((row for row in left if row in rows and "within" in _stated(rows[row])), None):
        found[limited] = _limit(rows[limited])
        left.remove(limited)
    if losing := next((row for row in left if row in rows and _stated(rows[row])), None):
        found[losing] = ((f"          removed: [{_stated(rows[losing])[0]}]", "det som tas bort från raden"),)
        left.remove(losing)
    if left:
        found[left[-1]] = (("          row_is: borttagen", "hela raden tas bort"),)
    if rows:
        found[max(rows) + 1] = _new(rows[max(rows)])
    for row, lines in sorted(found.items()):
        yield f"        - row: {row}", ""
        yield from lines


def _new(action: Action) -> tuple[Line, ...]:
    """Where another is: it may stand anywhere among those of its section."""
    return (
        ("          row_is: ny", "en rad kommer till, med nästa lediga nummer"),
        (f"          section: {action.section}", ""),
        (f"          responsible: [{', '.join(action.responsible)}]", ""),
    )


def _limit(action: Action) -> tuple[Line, ...]:
    """One more of what it is counted in."""
    within = action.within
    assert within, "it has been chosen for its limit"
    return (
        ("          within:", "det nya, i stället för källans"),
        (f"            count: {within.count + 1}", ""),
        (f"            unit: {within.unit}", ""),
        *(((f"            after: {within.after}", ""),) if within.after else ()),
    )


def _stated(action: Action) -> tuple[Removable, ...]:
    """What the source says of an action beside who is responsible."""
    found: tuple[tuple[Removable, bool], ...] = (
        ("within", action.within is not None and not ours(action.within.basis)),
        ("consulted", action.consulted is not None and not ours(action.consulted.basis)),
        ("jointly", action.jointly == "kalla"),
        ("proxy", action.proxy is not None and not ours(action.proxy.basis)),
        ("conditions", any(not ours(condition.basis) for condition in action.conditions)),
    )
    return tuple(name for name, stated in found if stated)
