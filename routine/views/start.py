"""The first page: one next step, then the roles."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Routine
from routine.views import addresses as at
from routine.views.parts import Card, amount, card


@dataclass(frozen=True, slots=True)
class Choice:
    """A role as a large choice, by its name to who has it."""

    name: str
    address: str
    checklist: str
    summary: str
    amount: str


@dataclass(frozen=True, slots=True)
class Start:
    """`first` is what all begins with, for the one who does it."""

    first: Card
    first_address: str
    owners: tuple[Choice, ...]
    helpers: tuple[Choice, ...]


def start(routine: Routine) -> Start:
    """Roles that own something come first; the others follow as helpers."""
    first = routine.opening or routine.actions[0]
    choices = [
        Choice(
            role.own or role.name,
            at.role(role.id),
            at.checklist(role.id),
            role.summary,
            wording.capital(amount(routine, role.id)),
        )
        for role in routine.roles
    ]
    return Start(
        card(routine, first, first.responsible[0]),
        at.role(first.responsible[0], first.id),
        tuple(c for c in choices if c.amount),
        tuple(c for c in choices if not c.amount),
    )
