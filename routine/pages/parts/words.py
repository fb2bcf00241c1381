"""The hard words of the routine's actions and questions.

They are for a page that shows all of these and has no room to explain each word in its place.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.beside import Term
from routine.model.model import Routine
from routine.model.terms import used
from routine.pages.parts.parts import card


class Words(Struct, frozen=True):
    """The terms in the order of the data."""

    terms: tuple[Term, ...]


def words(routine: Routine) -> Words:
    """Return the terms that an action or a question uses."""
    return Words(
        used(
            routine.terms,
            (
                *(card(routine, action).said for action in routine.actions),
                *(question.text for question in routine.questions),
            ),
        )
    )
