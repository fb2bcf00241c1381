"""The fields that the guide keeps on a reader's device, in words.

It keeps them only when the reader asks for it. Every field that is filled in is listed, and for how long it is kept.

A browser test saves a case and compares these keys with what is then in the store.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.model import Routine

DAYS = 30  # As in routine/pages/guide/store.js.


class KeptField(Struct, frozen=True):
    """A field that is kept, by its key in the store."""

    key: str
    words: str


class Privacy(Struct, frozen=True):
    """The fields that can be kept, and for how many days at most.

    `leaves` is whether there is a way to leave the site.
    """

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
    KeptField("edition", "vilken utgåva av rutinen det gäller"),
    KeptField("until", "dagen då det tas bort"),
    KeptField("site", "vilken webbplats det gäller"),  # It is part of the name of the stored item.
    KeptField("version", "hur uppgifterna är ordnade"),
)


def privacy(routine: Routine) -> Privacy:
    """Return the fields that the guide can keep for a routine.

    They depend on the guide and not on the data: they are the same for every routine, except for answers that a
    routine does not ask for.
    """
    questions = bool(routine.questions)
    asked = {"event": routine.dated, "time": routine.timed, "answers": questions, "unsure": questions}
    return Privacy(tuple(item for item in KEPT if asked.get(item.key, True)), DAYS, bool(routine.site.leave))
