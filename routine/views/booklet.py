"""What there is to print and take along:
a booklet, a card and a checklist for each role, what they look like, how to fold, and a log."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.model import Routine
from routine.views import addresses as at


@dataclass(frozen=True, slots=True)
class RolePrints:
    """A role's own files, as addresses."""

    name: str
    booklet: str
    linear: str
    wallet: str
    card: str
    checklist: str
    large: str


@dataclass(frozen=True, slots=True)
class FormPrint:
    """A form to fill in by hand, and its file's address."""

    title: str
    file: str


@dataclass(frozen=True, slots=True)
class Prints:
    """Every role's files, and those that are nobody's own: the whole routine, its flowchart on one large paper or on
    several, a log, and forms. `shown` is the role whose sheets are shown as pictures."""

    edition: str
    shown: str
    roles: tuple[RolePrints, ...]
    whole: str
    flow: str
    flow_sheets: str
    log: str
    forms: tuple[FormPrint, ...]


def booklet(routine: Routine) -> Prints:
    """The files are made in the build's last step, under the same names."""
    roles = tuple(
        RolePrints(
            role.name,
            at.sheet(at.booklet_sheet(role.id)),
            at.sheet(at.linear_sheet(role.id)),
            at.sheet(at.wallet_sheet(role.id)),
            at.sheet(at.card_sheet(role.id)),
            at.sheet(at.checklist_sheet(role.id)),
            at.sheet(at.large_sheet(role.id)),
        )
        for role in routine.roles
    )
    return Prints(
        routine.edition.edition,
        routine.roles[0].name,
        roles,
        at.sheet(at.WHOLE_SHEET),
        at.sheet(at.FLOW_SHEET),
        at.sheet(at.FLOW_SHEETS),
        at.sheet(at.LOG_SHEET),
        tuple(FormPrint(form.title, at.sheet(at.form_sheet(form.id))) for form in routine.forms),
    )
