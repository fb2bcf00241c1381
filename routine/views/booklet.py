"""What there is to print and take along: a booklet, a card and a checklist for each role, what they look like, how to fold, and a log."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.model import Routine
from routine.views.parts import PRINTS


@dataclass(frozen=True, slots=True)
class RolePrints:
    """A role's own files, as addresses."""

    name: str
    booklet: str
    linear: str
    wallet: str
    checklist: str


@dataclass(frozen=True, slots=True)
class Prints:
    """Every role's files, and those that are nobody's own: the whole routine, and a log. `shown` is the role whose sheets are shown as pictures."""

    edition: str
    shown: str
    roles: tuple[RolePrints, ...]
    whole: str
    log: str


def booklet(routine: Routine) -> Prints:
    """The files are made in the build's last step, under the same names."""
    roles = tuple(
        RolePrints(
            role.name,
            f"{PRINTS}/fickkort-{role.id}.pdf",
            f"{PRINTS}/fickkort-{role.id}-sida-for-sida.pdf",
            f"{PRINTS}/planbokskort-{role.id}.pdf",
            f"{PRINTS}/checklista-{role.id}.pdf",
        )
        for role in routine.roles
    )
    return Prints(routine.edition.edition, routine.roles[0].name, roles, f"{PRINTS}/rutinen.pdf", f"{PRINTS}/logg.pdf")
