"""What the adopted document says in conditions and in words is there, and is not marked as our reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from routine.domain.adopted import Adopted, Row, Stated
from routine.domain.model import Action, Condition, Routine
from routine.reading.nodes import Path
from routine.rules.core import Finding, held
from routine.rules.source import ROWS, hint, or_decide, pairs, says

CONDITIONS = ("actions.*.conditions", "questions.*.id", "questions.*.text", "R003")
TEXTS = ("actions.*.text", "actions.*.detail", "actions.*.requirement")


@held(*ROWS, *CONDITIONS)
def other_conditions(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """A condition that is marked as our reading is free, unless the source states it."""
    for i, action, row in pairs(routine, adopted):
        yield from _misread(routine, row, action, ("actions", i))
        questions = {condition.question for condition in action.conditions}
        lacking = [stated for stated in row.conditions if stated.question not in questions]
        known = {stated.question for stated in row.conditions}
        extra = [j for j, one in enumerate(action.conditions) if one.basis == "kalla" and one.question not in known]
        for stated, at in zip_longest(lacking, extra):
            yield _unlike(routine, row, action, ("actions", i, "conditions"), stated, at)


def _misread(routine: Routine, row: Row, action: Action, here: Path) -> Iterator[Finding]:
    """The right question, with another answer or as our reading."""
    wanted = {stated.question: stated for stated in row.conditions}
    for j, found in enumerate(action.conditions):
        if stated := wanted.get(found.question):
            source, path = _said(routine, stated), (*here, "conditions", j)
            told = says(routine, row, "conditions", source)
            if found.answer != stated.answer:
                new = hint(routine, row, "conditions", "conditions: …")
                yield Finding("K010", (*path, "answer"), f"{told}, här står {found.answer}.", stated.answer, new)
            elif found.basis != "kalla":
                new = or_decide("skriv basis: kalla", row.row, "removed: [conditions]")
                yield Finding("K010", (*path, "basis"), f"{told}, här står det som vår tolkning.", "kalla", new)


def _unlike(routine: Routine, row: Row, action: Action, here: Path, stated: Stated | None, at: int | None) -> Finding:
    """One of the source's that is lacking, one too many that is given as the source's, or the one for the other."""
    source = _said(routine, stated) if stated else ""
    told = says(routine, row, "conditions", source, "inget sådant villkor")
    if at is None:
        new = "conditions: …" if any(one.basis == "kalla" for one in action.conditions) else "removed: [conditions]"
        return Finding(
            "K010", here, f"{told}. Det villkoret saknas här.", source, hint(routine, row, "conditions", new)
        )
    found = action.conditions[at]
    if stated:
        told = f"{told}, här står {_said(routine, found)}."
        return Finding("K010", (*here, at, "question"), told, source, hint(routine, row, "conditions", "conditions: …"))
    mend = "skriv basis: tolkning om villkoret är vår tolkning, eller ta bort det"
    told = f"{told}, här står ”{found.text}” som källans."
    return Finding("K010", (*here, at, "basis"), told, "tolkning", or_decide(mend, row.row, "conditions: …"))


def _said(routine: Routine, condition: Stated | Condition) -> str:
    """`ja på frågan ”Rinner det?”`; of a question that the routine lacks, its id."""
    text = next((one.text for one in routine.questions if one.id == condition.question), condition.question)
    return f"{condition.answer} på frågan ”{text}”"


@held(*ROWS, *TEXTS)
def word_missing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """What must be said or kept is found by a word of it, since the sentence is ours."""
    for i, action, row in pairs(routine, adopted):
        texts = " ".join(_texts(action)).casefold()
        for word in row.says:
            if word.casefold() not in texts:
                left = [other for other in row.says if other != word]
                yield Finding(
                    "K011",
                    ("actions", i, "requirement" if action.requirement else "text"),
                    f"{says(routine, row, 'says', f'”{word}”')}. Det ordet saknas här.",
                    f"”{word}” i requirement, text eller detail, helt eller som del av ett ord",
                    hint(routine, row, "says", f"says: [{', '.join(left)}]" if left else "removed: [says]"),
                )


def _texts(action: Action) -> Iterator[str]:
    yield action.text
    if action.requirement:
        yield action.requirement.text
    if action.detail:
        yield action.detail
