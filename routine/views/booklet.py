"""What there is to print and take along: a booklet, a card and a checklist for each role, how to fold, and a log."""

from __future__ import annotations

from dataclasses import dataclass

from routine.model import Routine

FOLDER = "/utskrift"


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
    """Every role's files, and those that are nobody's own: the whole routine, and a log."""

    edition: str
    roles: tuple[RolePrints, ...]
    whole: str
    log: str


def booklet(routine: Routine) -> Prints:
    """The files are made in the build's last step, under the same names."""
    roles = tuple(
        RolePrints(
            role.name,
            f"{FOLDER}/fickkort-{role.id}.pdf",
            f"{FOLDER}/fickkort-{role.id}-sida-for-sida.pdf",
            f"{FOLDER}/planbokskort-{role.id}.pdf",
            f"{FOLDER}/checklista-{role.id}.pdf",
        )
        for role in routine.roles
    )
    return Prints(routine.edition.edition, roles, f"{FOLDER}/rutinen.pdf", f"{FOLDER}/logg.pdf")
