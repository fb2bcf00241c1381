"""The words that the routine explains, found in a text however they are bent, and the first place on a page where each is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from routine.model import Term

# What Swedish adds to a noun, an adjective or a verb: ombudet, förtroendevalda, avropar.
ENDINGS = "a|ad|ade|ades|ar|arna|as|at|de|des|en|ens|er|erna|et|ets|n|na|ns|r|s|t|ts"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a page. `explanation` is the part of it that already explains what is hard."""

    id: str
    text: str
    explanation: str = ""


def names(word: str, text: str) -> bool:
    """Whether the text uses the word, bent or not."""
    return bool(_pattern(word).search(text))


def first_used(terms: Sequence[Term], passages: Iterable[Passage]) -> dict[str, tuple[Term, ...]]:
    """Each passage's id → the terms to explain there: those that it is the first to use, and does not explain itself."""
    found: dict[str, tuple[Term, ...]] = {}
    left = [*terms]
    for passage in passages:
        explained = [term for term in left if names(term.word, passage.explanation)]
        used = [term for term in left if term not in explained and names(term.word, passage.text)]
        found[passage.id] = (*found.get(passage.id, ()), *used)
        left = [term for term in left if term not in explained and term not in used]
    return found


def used(terms: Sequence[Term], texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that any of the texts uses, in the order of their list."""
    found = first_used(terms, (Passage(str(at), text) for at, text in enumerate(texts)))
    met = {term.word for some in found.values() for term in some}
    return tuple(term for term in terms if term.word in met)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?:{ENDINGS})?(?!\w)", re.IGNORECASE)
