"""What an editor has written to help a reader with, and no page shows."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.references import named


@rule("open_questions.*.id", "R007")
def help_unshown(routine: Routine) -> Iterator[Finding]:
    """It stands beside an action, or in the guide after a situation. A question of the way and who is reached name what
    is left open, and not what helps meanwhile."""
    places = [*named(routine, "open_questions")]
    shown = {id for path, id in places if path[0] in ("actions", "situations")}
    for i, question in enumerate(routine.open_questions):
        key: Path = ("meanwhile",) if question.meanwhile else ("proxy", "meanwhile") if question.proxy else ()
        if key and question.id not in shown:
            yield _told(("open_questions", i, *key), question.id, [path for path, id in places if id == question.id])


def _told(here: Path, id: str, places: list[Path]) -> Finding:
    return Finding(
        "V023",
        here,
        f"Det som hjälper så länge visas ingenstans: ingen åtgärd och ingen situation nämner ”{id}”.",
        "det som står intill en åtgärd, eller efter en situation",
        f"skriv open_questions: [{id}] på åtgärden där det hjälper. Behövs det inte, ta bort {here[2]}.",
        tuple((path, "här nämns frågan, men inte det som hjälper") for path in places),
    )
