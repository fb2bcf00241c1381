"""A printed sheet, and its code: short enough to read aloud.

A code follows what the sheet says of the routine: each step's row, owners, conditions, limit and text. Our own words,
the sizes of letters and the templates give no code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.json import encode

from routine.check.nodes import Path
from routine.model import wording
from routine.model.model import Routine
from routine.model.steps import Action
from routine.pages.parts.reachable import reachable

# How pages lie on paper, in the terms of a PDF: one a paper, or turned as in a book.
Sides = Literal["Simplex", "DuplexFlipLongEdge"]
# Crockford's base 32: no I, L, O or U, which are read as other characters or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


class Printed(Struct, frozen=True):
    """A file with its content as plain data, and the template that sets it.

    `kind` is the name of its kind, `owner` the role's name or empty. `said` is what it says of the routine, which gives
    its code. `sides` is how the pages lie on paper, when they are several. `place` is the path in the routine of the
    sheet's owner, for problems with the sheet.
    """

    file: str
    kind: str
    owner: str
    template: str
    matter: Any
    said: tuple[Any, ...]
    place: Path = ()
    sides: Sides = "Simplex"


def code(sheet: Printed) -> str:
    """Return the sheet's code, such as `K7M-2QX`, from a hash of its words."""
    number = int.from_bytes(hashlib.sha256(encode((sheet.kind, sheet.owner, sheet.said))).digest(), "big")
    characters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
    return f"{characters[:3]}-{characters[3:]}"


def facts(routine: Routine, role: str = "") -> tuple[Any, ...]:
    """Return the steps, answers and numbers that a sheet says.

    They are those of a role, or all."""
    actions = [action for action in routine.actions if not role or action.part_of(role)]
    asked = {condition.question for action in actions for condition in action.conditions}
    questions = [
        (question.asked_of(role), wording.names(routine, question.answered_by), [each.text for each in question.means])
        for question in routine.questions
        if question.id in asked or role in question.answered_by
    ]
    limits = [limit.text for limit in routine.role(role).limits] if role else []
    called = [(each.number, each.label) for each in routine.emergency]
    called += [(each.number, each.name) for each in reachable(routine, role)] if role else []
    return ([tuple(_step(routine, action, role)) for action in actions], questions, limits, called)


def _step(routine: Routine, action: Action, role: str) -> Iterator[Any]:
    yield from (action.row, action.section, wording.names(routine, action.responsible), action.others)
    yield wording.in_consultation(routine, action.consulted) if action.consulted else ""
    yield [told.text for told in action.invited if told.role == role]
    yield [told.paper or told.text for told in action.helps if told.role == role]
    if role and action.part_of(role) not in ("own", "with"):
        return
    yield from (action.text, action.paper)
    yield from (action.detail, action.requirement and action.requirement.text, action.groups, bool(action.jointly))
    yield [(condition.text, condition.answer) for condition in action.conditions]
    yield [after.text for after in action.after]
    yield wording.limit(routine, action.within) if action.within else ""
    yield action.call and action.call.number
