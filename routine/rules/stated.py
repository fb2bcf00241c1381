"""What the adopted document says in conditions and in words is there, and is not marked as our reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from routine.domain.adopted import Adopted, Row, Stated
from routine.domain.model import Routine
from routine.domain.steps import Action, Condition
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import held
from routine.rules.source import ROWS, Spot, beside, misread, pairs, says, several, stands, unlike

KEY = "conditions"
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
            if found.answer != stated.answer:
                told = f"{says(routine, row.row, KEY, source)}, här står {found.answer}."
                place = Spot("K010", (*path, "answer"), row.row, KEY)
                yield unlike(routine, place, told, stated.answer, _mend(routine, row), _new(action, found))
            elif found.basis != "kalla":
                yield misread(routine, Spot("K010", (*path, "basis"), row.row, KEY), source)


def _unlike(routine: Routine, row: Row, action: Action, here: Path, stated: Stated | None, at: int | None) -> Finding:
    """One of the source's that is lacking, one too many that is given as the source's, or the one for the other."""
    source = _said(routine, stated) if stated else ""
    told, mend = says(routine, row.row, KEY, source, "inget sådant villkor"), _mend(routine, row)
    if at is None:
        told = f"{told}. Det villkoret saknas här."
        return unlike(routine, Spot("K010", here, row.row, KEY), told, source, mend, _new(action))
    found = action.conditions[at]
    if stated:
        place = Spot("K010", (*here, at, "question"), row.row, KEY)
        told = f"{told}, här står {_said(routine, found)}."
        return unlike(routine, place, told, source, mend, _new(action))
    mend = "skriv basis: tolkning om villkoret är vår tolkning, eller ta bort det"
    told = f"{told}, här står ”{found.text}” som källans."
    return unlike(routine, Spot("K010", (*here, at, "basis"), row.row, KEY), told, "tolkning", mend, _new(action))


def _mend(routine: Routine, row: Row) -> str:
    return f"skriv som {stands(routine, row.row, KEY)}"


def _new(action: Action, also: Condition | None = None) -> str:
    """What would have been decided, as an editor writes it: the conditions that stand here as the source's."""
    found = [one for one in action.conditions if one.basis == "kalla" or one is also]
    written = several(f"{{question: {one.question}, answer: {one.answer}}}" for one in found)
    return f"{KEY}: {written}" if found else f"removed: [{KEY}]"


def _said(routine: Routine, condition: Stated | Condition) -> str:
    """`ja på frågan ”Rinner det?”`."""
    return f"{condition.answer} på frågan ”{routine.question(condition.question).text}”"


@held(*ROWS, *TEXTS)
def word_missing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """What must be said or kept is found by a word of it, since the sentence is ours."""
    for i, action, row in pairs(routine, adopted):
        every = (action, *beside(routine, action))
        texts = " ".join(text for each in every for text in _texts(each)).casefold()
        for word in row.says:
            if word.casefold() not in texts:
                left = [other for other in row.says if other != word]
                path = ("actions", i, "requirement" if action.requirement else "text")
                yield unlike(
                    routine,
                    Spot("K011", path, row.row, "says"),
                    f"{says(routine, row.row, 'says', f'”{word}”')}. Det ordet saknas här.",
                    f"”{word}” i requirement, text eller detail, helt eller som del av ett ord",
                    f"skriv ordet här, eller rätta det i {stands(routine, row.row, 'says')} om det är felskrivet där",
                    f"says: {several(left)}" if left else "removed: [says]",
                )


def _texts(action: Action) -> Iterator[str]:
    yield action.text
    if action.requirement:
        yield action.requirement.text
    if action.detail:
        yield action.detail
