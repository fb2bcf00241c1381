"""Spelling advice on the words of a routine.

It reports words that neither a dictionary nor the routine's own list of words knows, and what that list need not
hold.

This is no rule of `check`, which answers within a second: a dictionary of a whole language takes that by itself.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from content.dictionary import Dictionary
from content.vocabulary import HYPHEN, Written, known, unknown, unused, written
from routine.check.load import load
from routine.check.nodes import Mapping, place
from routine.check.nodes import Path as Steps
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.source import read
from routine.model.model import Routine

MOST = 20  # Unknown words that are reported and looked up: an editor with more mends these first.
OWN, OTHERS = 2, 3  # Suggestions at most, from the routine's own words and from the dictionary.
PLACES = 3  # Where else the word stands, at most.
ALIKE = 0.75


def spelling(file: Path, dictionary: Dictionary) -> RoutineError:
    """Return the spelling advice on a valid routine, with places in its file."""
    routine = load(file)
    text, root = read(file.read_bytes(), file.as_posix())
    right = [each.word for each in written(routine) if dictionary.knows(each.word)]
    problems = [
        _misspelt(each, mend(alone, right, dictionary.near(alone)), text, root)
        for each in unknown(routine, dictionary)[:MOST]
        for alone in (each.word.removesuffix(HYPHEN),)
    ]
    return RoutineError(file.as_posix(), text, [*problems, *_unneeded(routine, dictionary, root)])


def mend(word: str, right: Sequence[str], near: Sequence[str]) -> str:
    """Return what to do with an unknown word.

    One that only lacks its capitals is mostly a name, and may be a person's: that belongs in no list of words.
    """
    if alike := next((each for each in near if each.casefold() == word.casefold()), ""):
        return f"skriv ”{alike}”. Är det en persons namn, skriv rollen eller funktionen i stället."
    *first, last = [f"”{each}”" for each in suggestions(word, right, near)] or [""]
    meant = f"menade du {', '.join(first)}{' eller ' if first else ''}{last}? Är" if last else "är"
    return f"{meant} ordet rätt, skriv ”- {word}” på en egen rad under words."


def suggestions(word: str, right: Sequence[str], near: Sequence[str]) -> tuple[str, ...]:
    """Return the words that may have been meant.

    The routine's own right words come first: it says most things many times.
    """
    own = difflib.get_close_matches(word.casefold(), [each.casefold() for each in right], n=OWN, cutoff=ALIKE)
    others = [each.casefold() for each in near[:OTHERS]]
    return tuple(each.capitalize() if word[0].isupper() else each for each in dict.fromkeys((*own, *others)))


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


def _unneeded(routine: Routine, dictionary: Dictionary, root: Mapping) -> Iterator[Problem]:
    without = unused(routine)
    for i, word in enumerate(routine.words):
        if word in without or known(word, dictionary):
            yield Problem(
                "V007",
                place(root, ("words", i)),
                f"”{word}” behövs inte under words: "
                + ("ingen text har ordet." if word in without else "stavningskontrollen känner ordet."),
                "ord som står i en text och som stavningskontrollen inte känner",
                "ta bort raden.",
            )
