"""What the guide says beside a step: what an answer means, and which number to ring."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.reading.problems import closest, listing
from routine.rules.core import Finding, rule


@rule("questions.*.means", "questions.*.text")
def answer_explained_twice(routine: Routine) -> Iterator[Finding]:
    """The one who chooses reads one meaning of each answer: of two she could not know which holds."""
    for i, question in enumerate(routine.questions):
        first: dict[str, Path] = {}
        for j, meaning in enumerate(question.means):
            path: Path = ("questions", i, "means", j, "answer")
            if meaning.answer in first:
                yield Finding(
                    "R061",
                    path,
                    f"Svaret {meaning.answer} på frågan ”{question.text}” förklaras två gånger.",
                    "varje svar högst en gång i means",
                    "skriv det som gäller efter svaret under then på den första, eller rätta svaret.",
                    ((first[meaning.answer], "förklaras redan här"),),
                )
            first.setdefault(meaning.answer, path)


@rule("actions.*.call", "actions.*.text", "emergency.*.number")
def number_not_emergency(routine: Routine) -> Iterator[Finding]:
    """A number of its own would have no label, no advice and nobody to see that it still holds."""
    known = [item.number for item in routine.emergency]
    for i, action in enumerate(routine.actions):
        if action.call and action.call.number not in known:
            yield Finding(
                "R062",
                ("actions", i, "call", "number"),
                f"Numret {action.call.number} till ”{action.text}” är inget av nödnumren.",
                listing(known),
                closest(action.call.number, known) or "skriv ett av numren, precis som det står under emergency.",
            )
