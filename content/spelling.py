"""Spelling advice on the words of a routine that a reader sees.

It reports words that neither a dictionary nor the routine's own list of words knows.

This is no rule of `check`, which answers within a second: a dictionary of a whole language takes that by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

from hunspell import Hunspell

from routine.check.load import load
from routine.check.nodes import Mapping, place
from routine.check.nodes import Path as Steps
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.rules.core import prose
from routine.check.source import read
from routine.model import wording
from routine.model.model import Routine

# The package has two: the other also has words that machines gathered from translations, such as "nämd" for nämnd and
# "gäler" for gäller.
PACKAGE, NAME = "hunspell-sv", "sv_SE_expanded"
MOST = 20  # Unknown words that are reported and looked up: an editor with more mends these first.
NEAR = 4  # Suggestions at most.
PLACES = 3  # Where else the word stands, at most.
# Addresses, numbers, codes, and words that begin with a number: 5-åring.
NO_WORDS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[a-zåäö][\w-]*)+(?:/\S*)?|\w*\d[\w-]*")
# A word keeps its hyphen where it is the first part of a compound that ends further on.
LETTERS_OF_WORD = re.compile(r"[^\W\d_]+(?:[-’':][^\W\d_]+)*(?:-(?= (?:och|eller|samt|respektive) ))?")
HYPHEN = "-"
TAIL = "vård"  # Completes the beginning of a word: hälso- is no word, but hälsovård is.
ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}(?::?[a-zåäö]+)?")  # With an ending: SKR:s.


class Dictionary:
    """Words as they are spelt in Sweden, compounds among them."""

    def __init__(self) -> None:
        self._words = Hunspell(NAME, hunspell_data_dir=str(_folder()))

    def knows(self, word: str) -> bool:
        """Return whether the word is spelt right, also as a sentence begins."""
        return bool(self._words.spell(word))

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first.

        It takes half a second.
        """
        return tuple(self._words.suggest(word))


def _folder() -> Path:
    """Return the folder of the package's dictionaries."""
    return next(Path(str(file.locate())).parent for file in files(PACKAGE) or () if file.name == f"{NAME}.dic")


@dataclass(frozen=True, slots=True)
class Written:
    """A word as it is written, with the paths of the texts that it stands in."""

    word: str
    paths: tuple[Steps, ...]


def written(routine: Routine) -> tuple[Written, ...]:
    """Return every word that we have written and a reader sees.

    They are in the order of the file.
    """
    found: dict[str, dict[Steps, None]] = {}
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


def _folded(words: Iterable[str]) -> set[str]:
    """Return the words as they are compared, also without a possessive s."""
    plain = {word.casefold().removesuffix(HYPHEN) for word in words}
    return plain | {word.removesuffix("s") for word in plain}


def spelling(file: Path, dictionary: Dictionary) -> RoutineError:
    """Return the spelling advice on a valid routine, with places in its file."""
    routine = load(file)
    text, root = read(file.read_bytes(), file.as_posix())
    problems = [
        _misspelt(each, mend(alone, dictionary.near(alone)), text, root)
        for each in unknown(routine, dictionary)[:MOST]
        for alone in (each.word.removesuffix(HYPHEN),)
    ]
    return RoutineError(file.as_posix(), text, problems)


def mend(word: str, near: Sequence[str]) -> str:
    """Return what to do with an unknown word.

    One that only lacks its capitals is mostly a name, and may be a person's: that belongs in no list of words.
    """
    if alike := next((each for each in near if each.casefold() == word.casefold()), ""):
        return f"skriv ”{alike}”. Är det en persons namn, skriv rollen eller funktionen i stället."
    meant = wording.series([f"”{each}”" for each in near[:NEAR]], "eller")
    right = f"ordet rätt, skriv ”- {word}” på en egen rad under words."
    return f"menade du {meant}? Är {right}" if meant else f"är {right}"


def _misspelt(found: Written, hint: str, text: str, root: Mapping) -> Problem:
    where, *others = [_place(root, text, path, found.word) for path in found.paths[: PLACES + 1]]
    return Problem(
        "V006",
        where,
        f"Stavningskontrollen känner inte ordet ”{found.word}”.",
        "ord i ordboken, och de som står under words",
        hint,
        tuple((other, "ordet står även här") for other in others),
    )


def _place(root: Mapping, text: str, path: Steps, word: str) -> Mark:
    """Return the place of the word itself.

    The text that holds it begins at the path's value, and may go on over several lines.
    """
    start = place(root, path)
    alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for number, line in enumerate(text.split("\n")[start.line - 1 :], start.line):
        if found := alone.search(line, start.column - 1 if number == start.line else 0):
            return Mark(number, found.start() + 1, len(word))
    return start
