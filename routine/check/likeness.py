"""Hints for a misspelt word: the word that was meant, and those allowed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

# Least similarity of a word to one that may have been meant, from 0 to 1.
ALIKE = 0.6
MOST_PROPOSED = 3
MOST_IDS = 6
MOST_LISTED = 40
CHOOSE = "välj ett av orden, eller lägg till det som saknas."


def closest(word: str, words: Sequence[str], least: float = ALIKE) -> str:
    """Return the hint "menade du …?" for a misspelt word.

    Also for one in capitals; empty when no word is similar.
    """
    return asked(nearest(word, words, least))


def asked(words: Iterable[str]) -> str:
    """Ask which of the words was meant; empty when there are none."""
    near = [f"”{each}”" for each in words]
    several = f"{', '.join(near[:-1])} eller {near[-1]}" if len(near) > 1 else "".join(near)
    return f"menade du {several}?" if near else ""


def nearest(word: str, words: Sequence[str], least: float = ALIKE) -> list[str]:
    """Find the words most similar to a misspelt one.

    Empty when too many are equally similar, since none of them would be likelier.
    """
    folded, plain = word.casefold(), {each.casefold(): each for each in reversed(words)}
    likest = difflib.get_close_matches(folded, plain, n=MOST_LISTED, cutoff=least)
    alike = {each for each in likest if _likeness(folded, each) == _likeness(folded, likest[0])}
    begun = {each for each in alike if each.startswith(folded)}
    found = [name for each, name in reversed(plain.items()) if each in (begun or alike)]
    return found if len(found) <= MOST_PROPOSED else []


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, word).ratio()


def few(word: str, words: Iterable[str]) -> str:
    """List the words, or where they are many those nearest to a word.

    Then also how many more there are.
    """
    every = [*words]
    shown = every if len(every) <= MOST_IDS else difflib.get_close_matches(word, every, MOST_PROPOSED, 0)
    return f"{listing(shown)}{f' och {len(every) - len(shown)} till' if len(shown) < len(every) else ''}"


def listing(words: Iterable[str]) -> str:
    """List the allowed words, separated by commas.

    Of very many only the first, and how many more there are. When there are none, it says so.
    """
    every = tuple(words)
    more = len(every) - MOST_LISTED
    return ", ".join(every[:MOST_LISTED]) + (f" och {more} till" if more > 0 else "") or "(inga finns än)"
