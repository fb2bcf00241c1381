"""The greatest width of a text, and its breaks into lines.

Sizes and widths are in px.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from routine.layout.shapes import TextLine

FONT_SIZE = 15
LINE_HEIGHT = 19
ASCENT = 14  # from the top of a line to its baseline
LABEL_SIZE = 13
# a bold lane title is at most this much wider than `text_width` says of the regular weight;
# a lone thin letter may be more
BOLD = 1.17

BREAKS = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
SOFT_HYPHEN = "\u00ad"  # marks where a long word may be cut; it is never drawn
VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
# A Swedish compound word may be cut after these.
COMPOUND_ENDS = ("hets", "tets", "ings", "ions", "skaps", "tags", "vårds", "dels", "bets", "varns")
SEAM = 2  # the least rank of a cut that is a seam

# For each letter the widest of DejaVu Sans, Verdana and Liberation Sans
# (as wide as Arial and Helvetica), in em, rounded up to a hundredth.
WIDTHS = {
    0.0: SOFT_HYPHEN,
    0.28: "ilìíîï'",
    0.32: "‘’",
    0.35: "j",
    0.36: "f \u00a0",
    0.37: ",.·",
    0.4: "t",
    0.41: "!",
    0.43: "rIÌÍÎÏ",
    0.46: '"()-/:;[\\]|',
    0.5: "J",
    0.52: "“”„",
    0.53: "sz",
    0.55: "cç°",
    0.56: "L?",
    0.59: "•",
    0.6: "kvxyýÿ",
    0.62: "aàáâãäåeèéêëoòóôõöøFT",
    0.63: "ß",
    0.64: "bdghnñpquùúûü0123456789$*_`{}–€§",
    0.65: "«»",
    0.67: "EÈÉÊËPYÝ",
    0.69: "AÀÁÂÃÄÅBSVXZ",
    0.7: "K",
    0.73: "CÇR",
    0.74: "UÙÚÛÜ",
    0.75: "NÑ",
    0.76: "H",
    0.78: "DG&",
    0.79: "OÒÓÔÕÖØQ",
    0.82: "w",
    0.84: "#+<=>^~±×≈",
    0.87: "M",
    0.98: "m",
    0.99: "Wæ",
    1.0: "Æ…",
    1.01: "—½",
    1.02: "@",
    1.03: "œ",
    1.07: "Œ",
    1.08: "%",
}
WIDEST = 1.55  # any other character, such as ‰ or an emoji
_EM = {letter: em for em, letters in WIDTHS.items() for letter in letters}


@cache
def text_width(text: str, size: float = FONT_SIZE) -> float:
    """Return an upper bound, in px, of the width of a text.

    It holds for the common system sans-serif fonts at `size` px, regular weight.
    """
    return round(sum(_EM.get(letter, WIDEST) for letter in text) * size, 3)


def words(text: str) -> list[str]:
    """Split a text where a line may break.

    A no-break space keeps the words on its two sides together.
    """
    return BREAKS.split(text.strip())


@cache  # Each drawing that is tried has the same texts.
def wrap(text: str, width: float) -> tuple[str, ...]:
    """Break a text into lines of at most `width` px.

    Lines break at spaces that allow it; only a word that is wider alone is cut, with a hyphen.
    """
    lines: list[str] = []
    line = ""
    for word in words(text):
        longer = f"{line} {word}" if line else word
        if text_width(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and text_width(word) > width:
            head, word = _cut(word, width)
            lines.append(head)
        line = word
    return tuple(line.replace(SOFT_HYPHEN, "") for line in [*lines, line] if line)


def room_of(word: str) -> float:
    """Return the least width for a word, whole or cut at its seam.

    The seam is between the parts of a compound.
    """
    seams = (at for at in range(3, len(word) - 2) if _cut_rank(word, at)[0] >= SEAM)
    halves = (max(text_width(_hyphened(word[:at])), text_width(word[at:])) for at in seams)
    return min([text_width(word), *halves])


def _cut(word: str, width: float) -> tuple[str, str]:
    """Cut a word that is too wide: a head that fits, and the rest.

    The head has its hyphen. There are at least three letters on each side, if possible.
    """
    fits = [at for at in range(1, len(word)) if text_width(_hyphened(word[:at])) <= width]
    kind = [at for at in fits if 3 <= at <= len(word) - 3]
    at = max(kind or fits or [1], key=lambda at: _cut_rank(word, at))
    return _hyphened(word[:at]), word[at:]


def _cut_rank(word: str, at: int) -> tuple[int, int]:
    """Rank `at` as a place to cut a word; the highest is the best.

    First comes a place where the text allows it, then a compound's seam, then one before consonant and vowel; among
    equals the latest.
    """
    if word[at - 1] in (SOFT_HYPHEN, "-"):
        return 3, at
    if word[:at].endswith(COMPOUND_ENDS):
        return 2, at
    return int(word[at] not in VOWELS and word[at + 1 : at + 2] in VOWELS), at


def _hyphened(head: str) -> str:
    """Return the head of a cut word with one hyphen at its end."""
    return head if head.endswith("-") else head + "-"


@cache
def balanced(text: str, width: int) -> tuple[str, ...]:
    """Wrap a text to as few lines as the width allows, then even them out.

    The lines get the least width, in steps of 4 px, that cuts words in the same places.
    """
    best = wrap(text, width)
    for narrower in range(width - 4, width // 2, -4):
        lines = wrap(text, narrower)
        if len(lines) > len(best) or _heads(lines) != _heads(best):
            break
        best = lines
    return best


def _heads(lines: Iterable[str]) -> list[str]:
    """Return the heads of the words that are cut at the ends of lines."""
    return [line.split()[-1] for line in lines if line.endswith("-")]


def stack(lines: Sequence[str], x: int, top: int) -> tuple[TextLine, ...]:
    """Stack lines of text from y = `top`, all with their middle at `x`."""
    return tuple(TextLine(line, x, top + ASCENT + number * LINE_HEIGHT) for number, line in enumerate(lines))
