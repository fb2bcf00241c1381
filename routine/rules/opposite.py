"""An answer that has been turned round while its words have not, or the words while the answer has not: who follows the
routine does then what was never meant. Only what says the question over again can be told to deny it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.fields import ANSWERS, Answer
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
# Whether something is to be done. What is so already, or is done by another, may well spare it: Är det anmält?
TO_BE_DONE = re.compile(r"(?:Ska|Skall|Bör|Måste|Vill|Får|Kan|Önskar)\b(?!.*\b(?:själv\w*|redan|andra|annan)\b)")
SPARED = frozenset(("behöver", "behövs", "måste"))
BETWEEN = frozenset(("görs", "sker", "lämnas"))  # A deed as a noun, and its not: Polisanmälan görs inte.
NO = frozenset(("ingen", "inget", "inga"))  # What these deny comes after them.
STEM = 4  # So many letters alike are one deed: polisanmälas, polisanmäler, polisanmälan.


@rule(
    "questions.*.text",
    "questions.*.conditions",
    "questions.*.said",
    "questions.*.means",
    "actions.*.conditions",
    "R003",
)
def against_the_answer(routine: Routine) -> Iterator[Finding]:
    """A yes whose words have a not that the question lacks; a no whose words are the question's, without one; and what
    yes and no mean, when they have changed places."""
    questions = {question.id: question for question in routine.questions}
    for path, id, answer, text in _answers(routine):
        question = questions[id]
        asked = (question.text, question.own, *(each.own for each in question.heard_by))
        denied = next((each for each in asked if each and _against(each, answer, text)), "")
        if denied or (answer == "ja" and path[2] == "means" and _changed_places(question)):
            yield Finding(
                "V016",
                path,
                f"”{text}” säger motsatsen till svaret {answer} på ”{denied or question.text}”.",
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
                for name in ("said", "means"):
                    for j, each in enumerate(getattr(step, name)):
                        yield ("questions", i, name, j, "text"), step.id, each.answer, each.text


def _changed_places(question: Question) -> bool:
    """Whether what a yes means denies the very deed that is asked of, and what a no means does it."""
    meant = {each.answer: CLAUSE.split(each.text)[0] for each in question.means}
    asked = question.text
    if len(meant) < len(ANSWERS) or NOT & {*_words(asked)} or DENIES.search(asked) or not TO_BE_DONE.match(asked):
        return False
    done, spared = _words(meant["nej"]), _words(meant["ja"])
    if NOT & {*done} or SPARED & {*spared}:
        return False
    deeds = [word for word in _words(asked) if _again(word, done)]
    return any(_again(deed, [word]) for deed in deeds for word in _denied(spared))


def _denied(words: list[str]) -> Iterator[str]:
    """The words nearest to each not, on either side."""
    told = [word for word in words if word not in BESIDE | BETWEEN]
    for at, word in enumerate(told):
        if word in NOT:
            yield from told[at + 1 : at + 2]
            yield from told[max(0, at - 1) : at] if word not in NO else ()


def _again(word: str, words: list[str]) -> bool:
    return len(word) >= STEM and any(other.startswith(word[: max(STEM, len(word) - 3)]) for other in words)


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
