"""Search for a former name in a text, whole or shortened.

Pure functions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

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
