"""The words of a routine: those that a reader sees, those of them that may be misspelt, and what its own list of words
need not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.dictionary import Dictionary
from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.rules.texts import prose

# Addresses, numbers, codes, and what a number begins: 5-åring.
NO_WORDS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[a-zåäö][\w-]*)+(?:/\S*)?|\w*\d[\w-]*")
# With its hyphen where it is the first part of a compound whose last one stands further on.
LETTERS_OF_WORD = re.compile(r"[^\W\d_]+(?:[-’':][^\W\d_]+)*(?:-(?= (?:och|eller|samt|respektive) ))?")
HYPHEN = "-"
TAIL = "vård"  # Makes a whole word of what only begins one: hälso- is none, and hälsovård is.
ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}(?::?[a-zåäö]+)?")  # With an ending: SKR:s.


@dataclass(frozen=True, slots=True)
class Written:
    """A word as it is written, with the texts that it stands in."""

    word: str
    paths: tuple[Path, ...]


def written(routine: Routine) -> tuple[Written, ...]:
    """Every word that a reader sees and we have written, in the order of the file."""
    found: dict[str, dict[Path, None]] = {}
    for leaf in prose(routine):
        for word in LETTERS_OF_WORD.findall(NO_WORDS.sub(" ", leaf.text.replace("\N{SOFT HYPHEN}", ""))):
            found.setdefault(word, {})[leaf.path] = None
    return tuple(Written(word, tuple(paths)) for word, paths in found.items())


def unknown(routine: Routine, dictionary: Dictionary) -> tuple[Written, ...]:
    """The words that may be misspelt."""
    own = _folded(routine.words) | _folded(names(routine))
    return tuple(each for each in written(routine) if not (own & _folded([each.word]) or known(each.word, dictionary)))


def known(word: str, dictionary: Dictionary) -> bool:
    """Whether the word need not stand in the list."""
    stem = word.removesuffix(HYPHEN)
    begins = stem != word and dictionary.knows(stem + TAIL)
    return begins or bool(ABBREVIATION.fullmatch(stem)) or dictionary.knows(stem)


def names(routine: Routine) -> Iterator[str]:
    """The body's own name and those of whom it refers to, of which each word with a capital is right."""
    stated = [routine.organisation.name, *(contact.function for contact in routine.contacts)]
    stated += [item.source.publisher for item in routine.guidance]
    return (word for name in stated for word in LETTERS_OF_WORD.findall(name) if word[0].isupper())


def unused(routine: Routine) -> tuple[str, ...]:
    """The words of the list that no text has."""
    used = _folded(each.word for each in written(routine))
    return tuple(word for word in routine.words if not used & _folded([word]))


def _folded(words: Iterable[str]) -> set[str]:
    """The words as they are compared: by themselves, and when something is theirs."""
    plain = {word.casefold().removesuffix(HYPHEN) for word in words}
    return plain | {word.removesuffix("s") for word in plain}
