"""What the guide keeps on a reader's device when the reader asks for it, in words: every field that is filled in,
and for how long.

A browser test saves a case and holds these keys against what then lies in the store.
"""

from __future__ import annotations

from msgspec import Struct

from routine.domain.model import Routine

DAYS = 30  # As in routine/assets/js/guide/saved-form.js.


class KeptField(Struct, frozen=True):
    """A field of what is kept, by its key in the store."""

    key: str
    words: str


class Privacy(Struct, frozen=True):
    """Everything that can be kept, and for how many days at most. `leaves`: there is a way to leave the site."""

    kept: tuple[KeptField, ...]
    days: int
    leaves: bool


KEPT = (
    KeptField("role", "din roll"),
    KeptField("event", "dagen för händelsen"),
    KeptField("time", "klockslaget för händelsen"),
    KeptField("answers", "dina svar på frågorna"),
    KeptField("unsure", "vilka frågor du inte vet svaret på än"),
    KeptField("over", "vad du har bockat av eller markerat som inte aktuellt, med dag, klockslag och skäl"),
    KeptField("words", "vad stegen heter"),
    KeptField("edition", "vilken utgåva av rutinen det gäller"),
    KeptField("saved", "dagen då det sparades"),
    KeptField("until", "dagen då det tas bort"),
    KeptField("revision", "hur många gånger det har ändrats"),
    KeptField("site", "vilken webbplats det gäller"),  # In the name that it is stored under.
    KeptField("version", "hur uppgifterna är ordnade"),
)


def privacy(routine: Routine) -> Privacy:
    """What is kept is the guide's doing and not the data's: the same for every routine, but for what is not asked for
    in it."""
    questions = bool(routine.questions)
    asked = {"event": routine.dated, "time": routine.timed, "answers": questions, "unsure": questions}
    return Privacy(tuple(item for item in KEPT if asked.get(item.key, True)), DAYS, bool(routine.site.leave))
