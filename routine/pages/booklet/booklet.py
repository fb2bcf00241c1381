"""The page of sheets to print and take along.

It shows where each role finds its own, what all roles share, and how a booklet is folded.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.beside import Form
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages.parts.reachable import to_write


class Shelf(Struct, frozen=True):
    """The roles that have sheets of their own, and the shared forms.

    The forms are filled in by hand and belong to no role. `lines` tells whether one of the sheets has lines for names
    and numbers.
    """

    roles: tuple[Role, ...]
    forms: tuple[Form, ...]
    lines: bool


def booklet(routine: Routine) -> Shelf:
    """Build the page of sheets; the last step of the build makes the files."""
    return Shelf(routine.roles, routine.forms, bool(to_write(routine)))
