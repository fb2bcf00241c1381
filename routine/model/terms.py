"""Search for the explained terms in a text, and for their first use.

A term is found with the endings that Swedish gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from routine.model.beside import Term

# Endings of a noun, an adjective or a verb: ombudet, anställda, avropades. They may replace a final a or e:
# nämnda, utgåvor.
ENDINGS = (
    "a|ad|ade|ades|an|ans|ar|arna|arnas|as|at|d|de|des|e|en|ens|er|erna|ernas|ers|es|et|ets|"
    "n|na|nas|ns|or|orna|ornas|ors|r|rna|rnas|rs|s|t|ts"
)

SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
ARTICLE = re.compile(r"^(?:en|ett|att)\s+", re.IGNORECASE)


class Passage(Struct, frozen=True):
    """A text on a page, and the explanation shown with it."""

    id: str
    text: str
    explanation: str = ""


def names(word: str, text: str) -> bool:
    """Return whether a text uses the word, with an ending or without.

    An initialism has its capitals: VA is not in va.
    """
    return bool(_pattern(word).search(text))


def first_used(terms: Sequence[Term], passages: Iterable[Passage]) -> dict[str, tuple[Term, ...]]:
    """Map each passage's id to the terms to explain there.

    These are the terms that it is the first to use, and does not explain itself.
    """
    found: dict[str, tuple[Term, ...]] = {}
    left = [*terms]
    for passage in passages:
        explained = _explained(left, passage.explanation)
        used = [term for term in _used(left, passage.text) if term not in explained]
        found[passage.id] = (*found.get(passage.id, ()), *used)
        left = [term for term in left if term not in explained and term not in used]
    return found


def used(terms: Sequence[Term], texts: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms that any of the texts uses, in their own order."""
    found = first_used(terms, (Passage(str(at), text) for at, text in enumerate(texts)))
    met = {term.word for some in found.values() for term in some}
    return tuple(term for term in terms if term.word in met)


def _used(terms: Sequence[Term], text: str) -> list[Term]:
    """Return the terms that a text uses, in their own order.

    Of terms within each other, as `uppföljande samtal` and `samtal`, the longer one is meant.
    """
    met = []
    for term in sorted(terms, key=lambda term: -len(term.word)):
        rest = _pattern(term.word).sub(" ", text)
        if rest != text:
            met.append(term)
        text = rest
    return [term for term in terms if term in met]


def _explained(terms: Sequence[Term], text: str) -> list[Term]:
    """Return the terms that a sentence of the text is about.

    Such a sentence begins with the term, after an article or not.
    """
    begun = [ARTICLE.sub("", sentence) for sentence in SENTENCE_END.split(text)]
    return [term for term in terms if any(map(_pattern(term.word).match, begun))]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    parts = word.split()
    if word.isupper():
        return re.compile(rf"(?<!\w){re.escape(word)}(?::?[snt])?(?!\w)")
    *before, last = map(re.escape, parts)
    bent = f"{last[:-1]}(?:{last[-1]}(?:{ENDINGS})?|(?:{ENDINGS}))" if last[-1] in "ae" else f"{last}(?:{ENDINGS})?"
    whole = r"\s+".join((*before, bent))
    return re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)
