"""What there is to print and take along: where each role finds its own, what all share, and how a booklet is folded."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.beside import Form
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.views.reachable import to_write


class Shelf(Struct, frozen=True):
    """Whose sheets there are, and forms to fill in by hand, which are nobody's own. `lines` is whether one of the
    sheets has lines for names and numbers."""

    roles: tuple[Role, ...]
    forms: tuple[Form, ...]
    lines: bool


def booklet(routine: Routine) -> Shelf:
    """The files are made in the build's last step."""
    return Shelf(routine.roles, routine.forms, bool(to_write(routine)))
