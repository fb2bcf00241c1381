"""The whole routine on one page.

It shows who does what, what hangs on what, and each step in the source's order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from routine.model.beside import Term
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action
from routine.model.terms import Passage, first_used
from routine.model.wording import inside, limit, ours
from routine.pages.flowchart.flowchart import Flowchart, flowchart
from routine.pages.parts.parts import Card, card, owned, passages

MOST = 6  # Columns that have room beside each other; roles beyond that are shown person by person alone.
ALONE, SHARED, CONSULTED, JOINS = "ansvarar", "delar ansvaret", "samråder", "deltar"


class Whole(Struct, frozen=True):
    """The routine with its chart, and each action by id.

    `columns` are the roles that are responsible for something, `terms` those first used in each action.
    """

    routine: Routine
    columns: tuple[Role, ...]
    cards: Mapping[str, Card]
    terms: Mapping[str, tuple[Term, ...]]
    chart: Flowchart | None

    @property
    def tabled(self) -> bool:
        """Return whether the columns have room beside each other."""
        return len(self.columns) <= MOST

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts that somebody has, in the order of the legend."""
        found = {part(action, role.id) for action in self.routine.actions for role in self.columns}
        return tuple(word for word in (ALONE, SHARED, CONSULTED, JOINS) if word in found)

    def part(self, action: Action, role: Role) -> str:
        return part(action, role.id)

    def reading(self, action: Action, role: Role) -> bool:
        """Return whether it is our interpretation that the role has its part."""
        consulted = action.consulted
        bases = (
            action.responsible_basis if role.id in action.responsible else "kalla",
            consulted.basis if consulted and role.id in consulted.roles else "kalla",
            *(told.basis for told in action.invited if told.role == role.id),
        )
        return any(map(ours, bases))

    def steps(self, role: Role) -> int:
        """Count the actions that a role is responsible for."""
        return len(owned(self.routine, role.id))

    def beside(self, action: Action) -> str:
        """Return the source's own words on when, and on who else takes part."""
        return ", ".join(_beside(self.routine, action, {role.id for role in self.columns}))


def whole(routine: Routine) -> Whole:
    """Return the page of every action in the source's order."""
    owners = {id for action in routine.actions for id in action.responsible}
    cards = {action.id: card(routine, action) for action in routine.actions}
    return Whole(
        routine,
        tuple(role for role in routine.roles if role.id in owners),
        cards,
        first_used(routine.terms, (passage for each in cards.values() for passage in _passages(each))),
        flowchart(routine),
    )


def part(action: Action, role: str) -> str:
    """Return the word for a role's part in an action; empty for none."""
    if role in action.responsible:
        return SHARED if action.shared else ALONE
    if action.consulted and role in action.consulted.roles:
        return CONSULTED
    return JOINS if any(told.role == role for told in action.invited) else ""


def _beside(routine: Routine, action: Action, columns: set[str]) -> Iterator[str]:
    yield from (item.text for item in action.conditions if not ours(item.basis))
    if action.within and not ours(action.within.basis):
        yield limit(routine, action.within)
    for told in action.invited:
        name = inside(routine.role(told.role).name)
        if told.role in columns or ours(told.basis) or name in (action.short or "").lower():
            continue
        does = "kan göra det" if told == action.proxy else "kan bli vald" if action.chosen(told.role) else JOINS
        yield f"{name} {does}"


def _passages(card: Card) -> Iterator[Passage]:
    yield from passages((card,))
    if card.jointly:
        yield Passage(card.id, card.jointly.text)
