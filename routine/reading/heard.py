"""What is said in the words of an editor who has not written the keys, told apart: who, what, when, which answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from routine.domain import fields
from routine.domain.about import Approval
from routine.domain.adopted import Decision
from routine.domain.days import day_in, without_days
from routine.domain.numerals import amount_of, period_of, unit_of
from routine.domain.part import Part
from routine.domain.steps import Condition, Meaning, Notified, Receiver, Said
from routine.domain.wording import capital
from routine.reading.nodes import Raw

REFERENCE = re.compile(r"(?:§+|\b(?:dnr|diarienr|diarienummer|punkt|paragraf)\b)\s*[\w:/.-]*\d[\w:/-]*", re.IGNORECASE)
ANSWER = re.compile(r"\b(ja|nej)\s*[:–—]\s*", re.IGNORECASE)
# Who is told, and what, in the order in which both are said.
TOLD = re.compile(r"(?:(?P<who>.+?) )?(?P<what>får .+)")


def said(own: Raw | None, known: Mapping[str, Any]) -> Iterator[str]:
    """The words of an editor who has not written the keys, or not by their names."""
    if isinstance(own, str):
        yield own
    elif isinstance(own, list):
        yield from (each for each in own if isinstance(each, str))
    elif isinstance(own, dict):
        for key, each in own.items():
            if key not in known and isinstance(each, str):
                # An answer with its words, or a question with its answer; of any other value the key says nothing.
                said_too = {fields.folded(key), fields.folded(each)} & {*fields.ANSWERS}
                yield f"{key}: {each}" if said_too else each


def parted(part: type[Part], words: str) -> tuple[dict[str, str], str]:
    """The values that the words have for keys of the part, and the words that are left."""
    if issubclass(part, (Approval, Decision)):
        return _approved(words)
    if issubclass(part, (Receiver, Notified)):
        found = TOLD.fullmatch(words)
        return ({"what": found["what"]}, capital(found["who"] or "")) if found else ({}, capital(words))
    if issubclass(part, (Meaning, Said, Condition)) and (begun := ANSWER.match(words)):
        rest = words[begun.end() :]
        return {"answer": begun[1].casefold()}, rest if issubclass(part, Condition) else capital(rest)
    return {}, words


def _approved(words: str) -> tuple[dict[str, str], str]:
    """Who, when and where it stands, in any order: `Styrelsen 25 april 2024, § 12`."""
    reference, day = REFERENCE.search(words), day_in(words)
    found = {"reference": reference[0]} if reference else {}
    left = words.replace(reference[0], "") if reference else words
    found |= {"date": str(day)} if day else {}
    return found, " ".join((without_days(left) if day else left).split()).strip(" ,;.")


def each_answer(own: str) -> list[str]:
    """`Ja: … Nej: …` as one text for each answer; else the text."""
    begins = [found.start() for found in ANSWER.finditer(own)]
    if len(begins) < 2 or begins[0]:
        return [own]
    return [own[start:end].strip(" ,;") for start, end in zip(begins, [*begins[1:], None], strict=True)]


def of_a_limit(annotation: Any, said: str) -> Iterator[str]:
    """The amount or the unit of a limit, of words that say one, and of half a one that stands by itself."""
    words = said.replace(",", " ").strip()
    whole = period_of(words)
    if annotation == fields.Count:
        amount = whole[0] if whole else amount_of(words)
        yield from [str(amount)] if amount else []
    elif unit := whole[1] if whole else unit_of(words):
        yield unit


def chosen(annotation: Any, said: str) -> Iterator[str]:
    """The words to choose from that are said."""
    for word in re.findall(r"[^\W_]+", said.casefold()):
        # Källan, tolkad. Of other words to choose from, only one that is written in full is meant.
        end = 3 if annotation == fields.Basis and len(word) > 2 else None
        yield from (each for each in choices(annotation) if each[:end] == fields.folded(word)[:end])


def choices(annotation: Any) -> tuple[str, ...]:
    return get_args(annotation) if all(isinstance(each, str) for each in get_args(annotation)) else ()
