"""The hard words of the routine's actions and questions, for a page
that shows them all and has no room to explain each in its place."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.beside import Term
from routine.domain.model import Routine
from routine.domain.terms import used
from routine.views.parts import card


class Words(Struct, frozen=True):
    """In the order of the data."""

    terms: tuple[Term, ...]


def words(routine: Routine) -> Words:
    """Those that an action or a question uses."""
    return Words(
        used(
            routine.terms,
            (
                *(card(routine, action).said for action in routine.actions),
                *(question.text for question in routine.questions),
            ),
        )
    )
