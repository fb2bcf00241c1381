"""What the guide keeps on a reader's device when the reader asks for it, in words: every field of it, and for how long.

A browser test saves a case and holds these keys against what then lies in the store.
"""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.model import Routine

DAYS = 30  # As in docs/assets/js/saved.js.


@dataclass(frozen=True, slots=True)
class Kept:
    """A field of what is kept, by its key in the store."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """Everything that is kept, and for how many days at most."""

    kept: tuple[Kept, ...]
    days: int


KEPT = (
    Kept("role", "din roll"),
    Kept("event", "dagen för händelsen"),
    Kept("answers", "dina svar på frågorna"),
    Kept("over", "vad du har kryssat av eller hoppat över, med dag och skäl"),
    Kept("words", "vad stegen heter"),
    Kept("edition", "vilken utgåva av rutinen det gäller"),
    Kept("saved", "dagen då det sparades"),
    Kept("until", "dagen då det tas bort"),
    Kept("revision", "hur många gånger det har ändrats"),
    Kept("version", "hur uppgifterna är ordnade"),
)


def privacy(_: Routine) -> Privacy:
    """The same for every routine: it is the guide's doing and not the data's."""
    return Privacy(KEPT, DAYS)
