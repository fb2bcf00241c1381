"""A name that somebody has had, found again in a text: whole, or in short. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

# A short form has at least so many letters, and leaves out at least so many of the word that it is the end of.
LEAST, LEFT_OUT = 5, 3


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, also when something is theirs: vaktens. The longest first, since one may begin another."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest)})s?\b", re.IGNORECASE)


def whole(old: str, names: Collection[str], text: str) -> bool:
    """Whether a text has the old name, other than within a name of today."""
    return bool(any_of([old]).search(any_of(names).sub(" ", text)))


def in_short(old: str, names: Collection[str], text: str) -> list[str]:
    """The words of a text that may be the old name in short, as `strategen` of `säkerhetsstrategen`: the end of its
    last word, or that word alone. None that ends a name of today as well."""
    last = [*_forms(old.split()[-1])]
    today = [form for name in names for word in name.split() for form in _forms(word)]
    rest = any_of([*names, old]).sub(" ", text)
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", rest))
    return [word for word in words if _ends(word, last, " " in old) and not _ends(word, today, True)]


def _ends(word: str, forms: Collection[str], alone: bool) -> bool:
    """Whether a word, or what is its, is the end of one of the forms, or, `alone`, all of it."""
    folded = word.casefold()
    ends = (each for each in (folded, folded.removesuffix("s")) if len(each) >= LEAST)
    return any(
        form.endswith(end) and (len(form) - len(end) >= LEFT_OUT or (alone and form == end))
        for end in ends
        for form in forms
    )


def _forms(word: str) -> Iterator[str]:
    """A word as it stands, and with or without its article."""
    folded = word.casefold()
    yield from (folded, f"{folded}en", f"{folded}n")
    yield from (folded.removesuffix(end) for end in ("en", "n") if folded.endswith(end))
