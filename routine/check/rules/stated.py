"""Rules for conditions and words of the adopted document.

They must be in the routine, and not be marked as our interpretation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from routine.check.finding import Finding
from routine.check.nodes import Path, entry
from routine.check.rules.core import needs
from routine.check.rules.source import ROWS, Spot, beside, copied, misread, pairs, roles, says, several, stands, unlike
from routine.model.adopted import Adopted, Row, Stated
from routine.model.model import Routine
from routine.model.steps import Action, Condition

KEY = "conditions"
SENTENCES = re.compile(r"(?<=[.!?])\s+")
# Negations that deny the word: "Rutinen säger inte om …", "utan att …", "… det inte". Any other negation may be the
# source's own, as when nobody is to be left alone or no more is said than must be.
BUT = r"(?! (?:bara|endast|mer|annat|fler|andra)\b)"
UNSAID = re.compile(
    r"\b(?:säg(?:a|er|s)?|nämn(?:a|er|s)?|skriv(?:a|er|s)?|uppge[rs]?|ange[rs]?|berätta[rs]?|stå[rs]?|framgår) "
    rf"(?:\w+ )?(?:inte|inget|ingenting|ej|aldrig)\b{BUT}"
    r"|\b(?:utan att|behöver (?:\w+ )?(?:inte|aldrig)) $"
)
UNDONE = re.compile(r"\w*(?: (?:det|den|dem|du|ni|vi))? (?:inte|ej|aldrig)\b" + BUT)


@needs(*ROWS)
def other_conditions(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report conditions that differ from the source.

    A condition marked as our interpretation is free, unless the source states it.
    """
    for i, action, row in pairs(routine, adopted):
        yield from _misread(routine, row, action, ("actions", i))
        questions = {condition.question for condition in action.conditions}
        lacking = [stated for stated in row.conditions if stated.question not in questions]
        known = {stated.question for stated in row.conditions}
        extra = [j for j, one in enumerate(action.conditions) if one.basis == "kalla" and one.question not in known]
        for stated, at in zip_longest(lacking, extra):
            if at is not None:
                yield _unlike(routine, row, action, ("actions", i, "conditions"), stated, at)
            elif stated:
                yield _lacking(routine, row, action, ("actions", i, "conditions"), stated)


def _misread(routine: Routine, row: Row, action: Action, here: Path) -> Iterator[Finding]:
    """Report the right question with another answer or as our interpretation."""
    wanted = {stated.question: stated for stated in row.conditions}
    for j, found in enumerate(action.conditions):
        if stated := wanted.get(found.question):
            source, path = _said(routine, stated), (*here, "conditions", j)
            if found.answer != stated.answer:
                told = f"{says(routine, row.row, KEY, source)}, här står {found.answer}."
                place = Spot("K010", (*path, "answer"), row.row, KEY)
                new = _new(routine, row, action, found)
                mend = f"skriv answer: {stated.answer}, {_as_there(routine, row)}"
                yield unlike(routine, place, told, stated.answer, mend, new)
            elif found.basis != "kalla":
                yield misread(routine, Spot("K010", (*path, "basis"), row.row, KEY), source)


def _lacking(routine: Routine, row: Row, action: Action, here: Path, stated: Stated) -> Finding:
    """Report a condition of the source that the action lacks.

    The example shows it as it is written in the action, since the row of the document has other keys.
    """
    source = _said(routine, stated)
    told = f"{says(routine, row.row, KEY, source)}. Det villkoret saknas här."
    mend = f"lägg till villkoret, {_as_there(routine, row)}, så här, med era ord i text"
    example, new = _written(routine, action, stated), _new(routine, row, action)
    return unlike(routine, Spot("K010", here, row.row, KEY), told, source, mend, new, example)


def _unlike(routine: Routine, row: Row, action: Action, here: Path, stated: Stated | None, at: int) -> Finding:
    """Report an extra condition that is given as the source's.

    With `stated`, the extra one stands in place of a condition of the source that is missing.
    """
    source = _said(routine, stated) if stated else ""
    told = says(routine, row.row, KEY, source, "inget sådant villkor")
    found = action.conditions[at]
    if stated:
        place = Spot("K010", (*here, at, "question"), row.row, KEY)
        mend = f"skriv question: {stated.question} och answer: {stated.answer}, {_as_there(routine, row)}"
        told = f"{told}, här står {_said(routine, found)}."
        return unlike(routine, place, told, source, mend, _new(routine, row, action))
    told, new = f"{told}, här står ”{found.text}” som källans.", _new(routine, row, action)
    place = Spot("K010", (*here, at, "basis"), row.row, KEY)
    else_ = "skriv basis: tolkning om villkoret är vår tolkning, eller ta bort det"
    # A row with conditions is added to: a second list of conditions would be refused.
    one = f"{{question: {found.question}, answer: {found.answer}}} under {KEY}" if row.conditions else new
    return unlike(routine, place, told, "tolkning", copied(routine, place, one, else_), new)


def _as_there(routine: Routine, row: Row) -> str:
    return f"som {stands(routine, row.row, KEY)} säger"


def _written(routine: Routine, action: Action, stated: Stated) -> tuple[str, ...]:
    """Return the condition as an action writes it.

    It also has a text, and does not say who answers. The text is taken from another action with the same condition, if
    there is one.
    """
    same = (stated.question, stated.answer)
    every = (one for each in routine.actions for one in each.conditions)
    words = next((one.text for one in every if (one.question, one.answer) == same), "… om det är så")
    lines = (*entry(KEY, [{"question": stated.question, "answer": stated.answer, "text": words, "basis": "kalla"}]),)
    return lines[1:] if action.conditions else lines


def _new(routine: Routine, row: Row, action: Action, also: Condition | None = None) -> str:
    """Return the conditions marked as the source's, as a decision writes them."""
    found = [one for one in action.conditions if one.basis == "kalla" or one is also]
    told = {stated.question for stated in row.conditions if stated.answered_by}
    written = several(
        f"{{question: {one.question}, answer: {one.answer}"
        f"{f', answered_by: {several(routine.question(one.question).answered_by)}' if one.question in told else ''}}}"
        for one in found
    )
    return f"{KEY}: {written}" if found else f"removed: [{KEY}]"


def _said(routine: Routine, condition: Stated | Condition) -> str:
    """Return a condition in words: `ja på frågan ”Rinner det?”`."""
    return f"{condition.answer} på frågan ”{routine.question(condition.question).text}”"


@needs(*ROWS, "R021")
def others_answer(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report a difference in who answers a question that a row depends on.

    Once for each question, since several rows may depend on it.
    """
    met: set[str] = set()
    for _, action, row in pairs(routine, adopted):
        for stated in row.conditions:
            question, wanted = routine.question(stated.question), stated.answered_by
            if wanted and question.id not in met and {*question.answered_by} != {*wanted}:
                source = f"att {roles(routine, wanted)} svarar på frågan ”{question.text}”"
                path: Path = ("questions", routine.questions.index(question), "answered_by")
                yield unlike(
                    routine,
                    Spot("K019", path, row.row, KEY),
                    f"{says(routine, row.row, KEY, source)}, här står {roles(routine, question.answered_by)}.",
                    several(wanted),
                    f"skriv answered_by: {several(wanted)}",
                    _new(routine, row, action),
                )
                met.add(question.id)


@needs(*ROWS)
def word_missing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report words of the source that the action does not say.

    The sentence is ours, so it is recognised by a single word.
    """
    for i, action, row in pairs(routine, adopted):
        every = (action, *beside(routine, action))
        texts = [text.casefold() for each in every for text in _texts(each)]
        for word in row.says:
            if not any(_is_said(word.casefold(), text) for text in texts):
                path = ("actions", i, "requirement" if action.requirement else "text")
                denied = any(word.casefold() in text for text in texts)
                yield _missing(routine, row, Spot("K011", path, row.row, "says"), word, denied)


def _missing(routine: Routine, row: Row, place: Spot, word: str, denied: bool) -> Finding:
    left, where = [other for other in row.says if other != word], stands(routine, row.row, "says")
    here = "Det ordet står bara där det sägs att något inte sägs eller inte görs" if denied else "Det ordet saknas här"
    also = f". Är det ett nej som källan säger, skriv det med ordet i {where}, som inte {word}" if denied else ""
    return unlike(
        routine,
        place,
        f"{says(routine, row.row, 'says', f'”{word}”')}. {here}.",
        f"”{word}” i requirement, text eller detail, helt eller som del av ett ord",
        f"skriv {'en mening som säger det' if denied else 'ordet här'}, eller rätta det i {where} om det är felskrivet "
        f"där{also}",
        f"says: {several(left)}" if left else "removed: [says]",
    )


def _is_said(word: str, text: str) -> bool:
    """Tell whether a word occurs anywhere without being negated."""
    return any(
        not UNSAID.search(sentence[: found.start()]) and not UNDONE.match(sentence, found.end())
        for sentence in SENTENCES.split(text)
        for found in re.finditer(re.escape(word), sentence)
    )


def _texts(action: Action) -> Iterator[str]:
    yield action.text
    if action.requirement:
        yield action.requirement.text
    if action.detail:
        yield action.detail
