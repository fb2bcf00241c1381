"""The words of a routine, those unknown, and those listed in vain.

These are words that a reader sees. Unknown ones may be misspelt; the routine's own list of words need not hold those
that no text has, or that are known without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.dictionary import Dictionary
from routine.check.nodes import Path
from routine.check.rules.core import prose
from routine.model.model import Routine

# Addresses, numbers, codes, and words that begin with a number: 5-åring.
NO_WORDS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[a-zåäö][\w-]*)+(?:/\S*)?|\w*\d[\w-]*")
# A word keeps its hyphen where it is the first part of a compound that ends further on.
LETTERS_OF_WORD = re.compile(r"[^\W\d_]+(?:[-’':][^\W\d_]+)*(?:-(?= (?:och|eller|samt|respektive) ))?")
HYPHEN = "-"
TAIL = "vård"  # Completes the beginning of a word: hälso- is no word, but hälsovård is.
ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}(?::?[a-zåäö]+)?")  # With an ending: SKR:s.


@dataclass(frozen=True, slots=True)
class Written:
    """A word as it is written, with the paths of the texts that it stands in."""

    word: str
    paths: tuple[Path, ...]


def written(routine: Routine) -> tuple[Written, ...]:
    """Return every word that we have written and a reader sees.

    They are in the order of the file.
    """
    found: dict[str, dict[Path, None]] = {}
    for leaf in prose(routine):
        for word in LETTERS_OF_WORD.findall(NO_WORDS.sub(" ", leaf.text.replace("\N{SOFT HYPHEN}", ""))):
            found.setdefault(word, {})[leaf.path] = None
    return tuple(Written(word, tuple(paths)) for word, paths in found.items())


def unknown(routine: Routine, dictionary: Dictionary) -> tuple[Written, ...]:
    """Return the words that may be misspelt."""
    own = _folded(routine.words) | _folded(names(routine))
    return tuple(each for each in written(routine) if not (own & _folded([each.word]) or known(each.word, dictionary)))


def known(word: str, dictionary: Dictionary) -> bool:
    """Return whether the word need not stand in the list."""
    stem = word.removesuffix(HYPHEN)
    begins = stem != word and dictionary.knows(stem + TAIL)
    return begins or bool(ABBREVIATION.fullmatch(stem)) or dictionary.knows(stem)


def names(routine: Routine) -> Iterator[str]:
    """Yield the words with a capital in the names that the routine uses.

    These are the names of the organisation, its contacts and the publishers of guidance: such words are right.
    """
    stated = [routine.organisation.name, *(contact.function for contact in routine.contacts)]
    stated += [item.source.publisher for item in routine.guidance]
    return (word for name in stated for word in LETTERS_OF_WORD.findall(name) if word[0].isupper())


def unused(routine: Routine) -> tuple[str, ...]:
    """Return the words of the list that no text has."""
    used = _folded(each.word for each in written(routine))
    return tuple(word for word in routine.words if not used & _folded([word]))


def _folded(words: Iterable[str]) -> set[str]:
    """Return the words as they are compared, also without a possessive s."""
    plain = {word.casefold().removesuffix(HYPHEN) for word in words}
    return plain | {word.removesuffix("s") for word in plain}
