"""Words in the second person, and to whom they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.steps import After
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule

YOU = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)
# What is spoken is said by somebody to somebody.
SPOKEN = re.compile(r"”[^”]*”")


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


@rule("actions.*.others", "actions.*.done", "actions.*.conditions", "actions.*.after", "questions.*.after")
def shared_to_one(routine: Routine) -> Iterator[Finding]:
    """What is told of a role to the others is read by them all: "du" is then another each time."""
    for path, text, hint in _shared(routine):
        if found := YOU.search(SPOKEN.sub("", text)):
            yield Finding(
                "V022",
                path,
                f"”{text}” läses av alla, så ”{found.group()}” är en ny person varje gång.",
                "ord som stämmer för den som läser om andra",
                f"{hint} Säg vem det är, med rollens namn.",
            )


def _shared(routine: Routine) -> Iterator[tuple[Path, str, str]]:
    """Each with its place and where it may be said to one."""
    for i, action in enumerate(routine.actions):
        yield ("actions", i, "others"), action.others, "skriv det efter rollens namn."
        yield ("actions", i, "done"), action.done or "", "skriv det efter ”har”."
        for j, condition in enumerate(action.conditions):
            yield ("actions", i, "conditions", j, "text"), condition.text, "skriv det som sägs till rollen själv i own."
    waits: list[tuple[Path, tuple[After, ...]]] = [
        *((("actions", i), action.after) for i, action in enumerate(routine.actions)),
        *((("questions", i), question.after) for i, question in enumerate(routine.questions)),
    ]
    for path, after in waits:
        for j, wait in enumerate(after):
            yield (*path, "after", j, "text"), wait.text, "skriv det i tredje person."


def _owns(routine: Routine) -> Iterator[tuple[Path, str, str]]:
    """Each with its place and its question."""
    for i, question in enumerate(routine.questions):
        if question.own:
            yield ("questions", i, "own"), question.id, question.own
    for i, action in enumerate(routine.actions):
        for j, condition in enumerate(action.conditions):
            if condition.own:
                yield ("actions", i, "conditions", j, "own"), condition.question, condition.own
