"""The page for editors: how the content is changed.

What it shows of keys is made from the model, and its example of a decided change from the routine's own rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel

from routine.check.model_paths import required
from routine.model.about import Withdrawal
from routine.model.fields import Removable
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.model.wording import ours

ANY_ROWS = (1,)  # The rows of the example where the source has none.
Line = tuple[str, str]  # A line, and the comment above it: after a text value it would be part of the value, or lost.


class Recipe(Struct, frozen=True):
    """The keys that a new item of one kind needs.

    `needed` are its required keys. `also` are further keys without which a step would be refused. `named` is where the
    item must be named, each as a list of the file and its keys.
    """

    title: str
    under: str
    needed: tuple[str, ...]
    also: tuple[str, ...]
    named: tuple[tuple[str, tuple[str, ...]], ...]


class Editors(Struct, frozen=True):
    """The contents of the page.

    `recipes` are for the most common additions, `decision` is an example of a decided change, `withdrawal` of a
    withdrawn routine.
    """

    routine: Routine
    recipes: tuple[Recipe, ...]
    decision: str
    withdrawal: str


def _recipe(
    title: str, under: str, model: type[BaseModel], also: tuple[str, ...], *named: tuple[str, tuple[str, ...]]
) -> Recipe:
    return Recipe(title, under, required(model), also, named)


DOES = ("responsible", "participants", "proxy")
RECIPES = (
    _recipe("En ny roll", "roles", Role, (), ("actions", DOES), ("questions", ("answered_by",))),
    _recipe("Ett nytt steg", "actions", Action, ("responsible",)),
    _recipe("En ny fråga", "questions", Question, (), ("actions", ("conditions",))),
)


def editors(routine: Routine) -> Editors:
    """Build the page."""
    keys = (f"  {key}: {item.examples[0]}\n" for key, item in Withdrawal.model_fields.items() if item.examples)
    return Editors(routine, RECIPES, decision(routine), "".join(("withdrawn:\n", *keys)))


def decision(routine: Routine) -> str:
    """Render the example entry of a later edition.

    It shows a changed limit, a fact removed from a row, a removed row and a new row, as far as the routine has such
    rows. The entry can be put in the file as it is.

    Its number and its dates are those of no routine: otherwise the page for editors would have to change with each new
    edition.
    """
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
    """Yield the changes in the source's order.

    The first action of each row tells what the source says of that row.
    """
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
    """Return the lines of a new row.

    It is shown in the section of the last row, but it may come anywhere among the rows of its section.
    """
    return (
        ("          row_is: ny", "en rad kommer till, med nästa lediga nummer"),
        (f"          section: {action.section}", ""),
        (f"          responsible: [{', '.join(action.responsible)}]", ""),
    )


def _limit(action: Action) -> tuple[Line, ...]:
    """Return the lines of a limit that is one unit longer."""
    within = action.within
    assert within, "it has been chosen for its limit"
    return (
        ("          within:", "det nya, i stället för källans"),
        (f"            count: {within.count + 1}", ""),
        (f"            unit: {within.unit}", ""),
        *(((f"            after: {within.after}", ""),) if within.after else ()),
    )


def _stated(action: Action) -> tuple[Removable, ...]:
    """Return the fields of an action that come from the source.

    Who is responsible is left out.
    """
    found: tuple[tuple[Removable, bool], ...] = (
        ("within", action.within is not None and not ours(action.within.basis)),
        ("consulted", action.consulted is not None and not ours(action.consulted.basis)),
        ("jointly", action.jointly == "kalla"),
        ("proxy", action.proxy is not None and not ours(action.proxy.basis)),
        ("conditions", any(not ours(condition.basis) for condition in action.conditions)),
    )
    return tuple(name for name, stated in found if stated)
