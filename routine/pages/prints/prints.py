"""The page of everything that one role can print.

The files and their pictures are made in the build's last step.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.beside import Form
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages.parts.parts import owned
from routine.pages.parts.reachable import to_write


class Prints(Struct, frozen=True):
    """The printed sheets of a role, and the forms to fill in by hand.

    All roles share the forms. `lines` is whether the role's sheets have lines for names and numbers, `large` whether
    its checklist exists in large print. The edition is printed at the foot of each sheet.
    """

    role: Role
    forms: tuple[Form, ...]
    lines: bool
    large: bool


def prints(routine: Routine, id: str) -> Prints:
    """Return what the role with this id can print.

    Raises KeyError when there is no such role.
    """
    return Prints(routine.role(id), routine.forms, bool(to_write(routine, id)), bool(owned(routine, id)))
