"""Everything that one role can print, in one place. The files and their pictures are made in the build's last step."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.beside import Form
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.views.parts import owned
from routine.views.reachable import to_write


class Prints(Struct, frozen=True):
    """The role, and forms to fill in by hand, which it shares with all others. `lines` is whether its sheets have lines
    for names and numbers, `large` whether its checklist is there in large print. The edition stands at the foot."""

    role: Role
    forms: tuple[Form, ...]
    lines: bool
    large: bool


def prints(routine: Routine, id: str) -> Prints:
    """What the role with this id prints. Raises KeyError when there is none."""
    return Prints(routine.role(id), routine.forms, bool(to_write(routine, id)), bool(owned(routine, id)))
