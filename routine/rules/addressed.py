"""Words in the second person, and to whom they are said."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule


@rule("questions.*.answered_by", "questions.*.own", "actions.*.conditions", "R003")
def own_to_several(routine: Routine) -> Iterator[Finding]:
    """`own` is shown to every role that answers: with several, "du" can only be one of them."""
    several = {question.id for question in routine.questions if len(question.answered_by) > 1}
    for path, question, own in _owns(routine):
        if question in several:
            yield Finding(
                "V013",
                path,
                f"”{own}” visas för alla som svarar på frågan {question}, men säger du till en av dem.",
                "own där en enda roll svarar, eller ord som stämmer för alla som gör det",
                "ta bort own: då står text, som är densamma för alla.",
            )


def _owns(routine: Routine) -> Iterator[tuple[Path, str, str]]:
    """Each with its place and its question."""
    for i, question in enumerate(routine.questions):
        if question.own:
            yield ("questions", i, "own"), question.id, question.own
    for i, action in enumerate(routine.actions):
        for j, condition in enumerate(action.conditions):
            if condition.own:
                yield ("actions", i, "conditions", j, "own"), condition.question, condition.own
