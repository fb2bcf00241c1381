"""An answer that has been turned round while its words have not, or the words while the answer has not: who follows the
routine does then what was never meant. Only what says the question over again can be told to deny it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.fields import Answer
from routine.domain.graph import Step
from routine.domain.model import Routine
from routine.domain.steps import Question
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.advice import CLAUSE, LETTERS
from routine.rules.core import rule

NOT = frozenset(("inte", "ingen", "inget", "inga", "aldrig", "ej", "icke"))
# A yes to a question with one of these may well be a not: Vill du slippa? Är dörren ur funktion?
DENIES = re.compile(
    r"\b(?:(?:låt|avstå|slipp|vägra|neka|sakna|slut|hindra|förbjud)\w*|utan|utom|ur|bara|endast|eller)\b",
    re.IGNORECASE,
)
# What a sentence has beside what it says: a question has another of them, or none.
BESIDE = frozenset(("om", "ifall", "det", "en", "ett", "någon", "något", "några"))
SPEAKER = frozenset(("jag", "mig"))  # Who says an answer is asked of as another: Vill den utsatte?


@rule("questions.*.text", "questions.*.conditions", "questions.*.said", "actions.*.conditions", "R003")
def against_the_answer(routine: Routine) -> Iterator[Finding]:
    """A yes whose words have a not that the question lacks; and a no whose words are the question's, without one."""
    questions = {question.id: question for question in routine.questions}
    for path, id, answer, text in _answers(routine):
        question = questions[id]
        asked = (question.text, question.own, *(each.own for each in question.heard_by))
        if denied := next((each for each in asked if each and _against(each, answer, text)), ""):
            yield Finding(
                "V016",
                path,
                f"”{text}” säger motsatsen till svaret {answer} på ”{denied}”.",
                "ord som säger detsamma som svaret",
                "ändra det av dem som är fel: svaret eller texten.",
                (((*path[:-1], "answer"), "svaret"),),
            )


def _answers(routine: Routine) -> Iterator[tuple[Path, str, Answer, str]]:
    """Every text that stands for an answer: its place, its question, the answer and the text."""
    kinds: dict[str, tuple[Step, ...]] = {"questions": routine.questions, "actions": routine.actions}
    for kind, steps in kinds.items():
        for i, step in enumerate(steps):
            for j, condition in enumerate(step.conditions):
                for key in ("text", "own"):
                    if text := getattr(condition, key, None):
                        yield (kind, i, "conditions", j, key), condition.question, condition.answer, text
            if isinstance(step, Question):
                for j, each in enumerate(step.said):
                    yield ("questions", i, "said", j, "text"), step.id, each.answer, each.text


def _against(asked: str, answer: Answer, text: str) -> bool:
    nots = [word for word in _words(text) if word in NOT]
    every, said = _content(asked), _content(text)
    if not said or NOT & {*_words(asked)} or DENIES.search(asked) or DENIES.search(text):
        return False
    if answer == "nej":
        return not nots and said == every
    main = _content(CLAUSE.split(asked)[0])  # Of another clause a not says nothing of the answer.
    told = said <= main or (said <= every and (main <= said or bool(SPEAKER & {*_words(text)})))
    return len(nots) == 1 and _words(asked)[0] in said and told


def _content(text: str) -> set[str]:
    return {*_words(text)} - BESIDE - NOT - SPEAKER


def _words(text: str) -> list[str]:
    return LETTERS.findall(text.casefold())
