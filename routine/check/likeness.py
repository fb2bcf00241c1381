"""Likeness of words: the word that was meant, and a former name in a text, whole or shortened."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

# Least similarity of a word to one that may have been meant, from 0 to 1.
ALIKE = 0.6
MOST_PROPOSED = 3
MOST_IDS = 6
MOST_LISTED = 40
CHOOSE = "välj ett av orden, eller lägg till det som saknas."


def closest(word: str, words: Sequence[str], least: float = ALIKE) -> str:
    """Return the hint "menade du …?" for a word that is misspelt or in capitals.

    Empty when no word is similar.
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
    """List the words; of many, only those nearest to a word.

    The number of the others is added.
    """
    every = [*words]
    shown = every if len(every) <= MOST_IDS else difflib.get_close_matches(word, every, MOST_PROPOSED, 0)
    return f"{listing(shown)}{f' och {len(every) - len(shown)} till' if len(shown) < len(every) else ''}"


def listing(words: Iterable[str]) -> str:
    """List the allowed words, separated by commas.

    A long list is cut, and ends with the number of words left out. An empty one says that there are none.
    """
    every = tuple(words)
    more = len(every) - MOST_LISTED
    return ", ".join(every[:MOST_LISTED]) + (f" och {more} till" if more > 0 else "") or "(inga finns än)"


# The least number of letters that a short form has, and that it leaves out of the word that it ends.
LEAST, LEFT_OUT = 5, 3


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern for any of the names, also in the genitive.

    A genitive is `vaktens`. The longest name comes first, since one may begin another.
    """
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest)})s?\b", re.IGNORECASE)


def whole(old: str, names: Collection[str], text: str) -> bool:
    """Return whether a text has the old name outside a current name."""
    return bool(any_of([old]).search(any_of(names).sub(" ", text)))


def in_short(old: str, names: Collection[str], text: str) -> list[str]:
    """Return the words of a text that may shorten the old name.

    A short form is the end of the name's last word, or that word alone, as `strategen` of `säkerhetsstrategen`. A word
    that also ends a current name is left out.
    """
    last = [*_forms(old.split()[-1])]
    today = [form for name in names for word in name.split() for form in _forms(word)]
    rest = any_of([*names, old]).sub(" ", text)
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", rest))
    return [word for word in words if _ends(word, last, " " in old) and not _ends(word, today, True)]


def _ends(word: str, forms: Collection[str], alone: bool) -> bool:
    """Return whether a word is the end of one of the forms.

    The word is also tried without the s of the genitive. With `alone` it may be all of the form.
    """
    folded = word.casefold()
    ends = (each for each in (folded, folded.removesuffix("s")) if len(each) >= LEAST)
    return any(
        form.endswith(end) and (len(form) - len(end) >= LEFT_OUT or (alone and form == end))
        for end in ends
        for form in forms
    )


def _forms(word: str) -> Iterator[str]:
    """Yield a word as it is, and with or without its article."""
    folded = word.casefold()
    yield from (folded, f"{folded}en", f"{folded}n")
    yield from (folded.removesuffix(end) for end in ("en", "n") if folded.endswith(end))
