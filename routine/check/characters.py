"""Characters that are invisible, or that YAML does not read as they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from routine.check.problems import Mark, Problem
from routine.model.grouping import by_key

# None of these can be seen in an editor: control characters, soft hyphens, zero widths, text directions, line breaks
# that only YAML knows, halves of a surrogate pair.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Beside a digit a hard space is right, since it keeps the two on one line: 10 000 kr, § 7, kl. 16.30.
BOUND = r"(?<=[0-9§])[\u00a0\u202f](?=[\w%])|(?<=[\w.])[\u00a0\u202f](?=[0-9])"
STRAY_SPACE = re.compile(f"(?!{BOUND}){SPECIAL_SPACE.pattern}")
INDENTED = re.compile(rf" *(?:-|(?:- +)?[a-z_]+:)?{SPECIAL_SPACE.pattern}")
LETTER = re.compile(r"[^\W\d_]")


# Names that an editor may have heard.
CALLED = {
    "\u00ad": "ett mjukt bindestreck",
    "\u200b": "ett mellanslag utan bredd",
    "\u200c": "ett tecken som skiljer bokstäver åt",
    "\u200d": "ett tecken som fogar ihop bokstäver",
    "\u2028": "en radbrytning av ett ovanligt slag",
    "\u2029": "en styckebrytning av ett ovanligt slag",
    "\ufeff": "ett märke som hör till början av en fil",
}
# At most this many further places are named.
MOST_SHOWN = 3
# This many were not pasted with words: a program has changed the whole file.
MANY = 30
SAVED_ANEW = "hämta filen som den var senast och gör om ändringen där; hela filen har sparats om på vägen."
# Swedish letters saved as UTF-8 and read in another encoding, and the sign for a character that cannot be read.
BROKEN = re.compile("Ã[\u0080-\u00bf\u2013-\u203a\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e]|\ufffd")
MENDED = {"Ã¥": "å", "Ã¤": "ä", "Ã¶": "ö", "Ã…": "Å", "Ã„": "Ä", "Ã–": "Ö", "Ã©": "é"}
# A letter that the encoding had no sign for: St?ng, ?r. At the end of a word it cannot be told from a question mark,
# and a word that contains OF_AN_ADDRESS is an address.
ASKED = re.compile(r"(?<![^\s\[(\"'”a-zåäöA-ZÅÄÖ])\?(?=[a-zåäö])")
WORD = re.compile(r"\S+")
OF_AN_ADDRESS = re.compile(r"[/=]|www\.", re.IGNORECASE)


def odd(text: str) -> list[Problem]:
    """Find faulty characters in a text.

    Each cause is reported once, however often it occurs in the file.
    """
    return [*odd_characters(text), *hard_indents(text), *broken_letters(text)]


def odd_characters(text: str) -> Iterator[Problem]:
    """Find invisible characters, and letters with loose dots.

    Yields each kind of invisible character at its first place, and the first letter whose dots are a separate
    character.
    """
    if not INVISIBLE.search(text) and unicodedata.is_normalized("NFC", text):
        return  # The case of nearly every text: each value is checked by itself.
    lines = text.split("\n")
    yield from _unseen(lines)
    yield from _with_loose_marks(lines)


def _unseen(lines: Sequence[str]) -> Iterator[Problem]:
    places = (
        (match.group(), Mark(at, match.start() + 1))
        for at, line in enumerate(lines, 1)
        for match in INVISIBLE.finditer(line)
    )
    for character, marks in by_key(places).items():
        shown = f"U+{ord(character):04X}"
        named = CALLED.get(character)
        what = f"{named} ({shown})" if named else f"ett tecken som inte syns ({shown})"
        hint = "ta bort tecknet: radera det som står runt det och skriv om det för hand."
        yield Problem("S007", marks[0], f"Här står {what}{_more(len(marks))}.", hint=hint)


def _with_loose_marks(lines: Sequence[str]) -> Iterator[Problem]:
    loose = [(Mark(at, column), letter) for at, line in enumerate(lines, 1) for column, letter in _loose(line)]
    if loose:
        mark, letter = loose[0]
        yield Problem(
            "S007",
            mark,
            f"”{letter}” är skrivet som två tecken, en bokstav och ett löst märke{_more(len(loose))}.",
            "bokstäver som är ett tecken, som de blir på tangentbordet",
            "skriv om ordet för hand; det händer när text klistras in från en PDF eller en Mac."
            if len(loose) < MANY
            else SAVED_ANEW,
        )


def _loose(line: str) -> Iterator[tuple[int, str]]:
    """Yield each letter that is not in composed form (NFC), by its column."""
    if unicodedata.is_normalized("NFC", line):
        return
    column = 0
    while column < len(line):
        end = column + 1
        while end < len(line) and unicodedata.combining(line[end]):
            end += 1
        composed = unicodedata.normalize("NFC", line[column:end])
        if composed != line[column:end]:
            yield column + 1, composed
        column = end


def broken_letters(text: str) -> Iterator[Problem]:
    """Find letters that were misread on the way, before the file was saved."""
    places = [(at, match) for at, line in enumerate(text.split("\n"), 1) for match in _broken(line)]
    if places:
        at, match = places[0]
        meant = MENDED.get(match.group())
        by_hand = f"skriv {meant} i stället." if meant else "skriv om ordet för hand."
        yield Problem(
            "S022",
            Mark(at, match.start() + 1, len(match.group())),
            f"Här har en bokstav blivit ”{match.group()}”{_more(len(places))}.",
            "å, ä och ö som vanliga bokstäver",
            by_hand if len(places) < MANY else SAVED_ANEW,
        )


def _broken(line: str) -> Iterator[re.Match[str]]:
    yield from BROKEN.finditer(line)
    for word in WORD.finditer(line) if "?" in line else ():
        if not OF_AN_ADDRESS.search(word.group()):
            yield from ASKED.finditer(line, *word.span())


def hard_indents(text: str) -> Iterator[Problem]:
    """Find special spaces where YAML needs an ordinary one.

    These are in an indent and after a dash or a key. Elsewhere special spaces are read as ordinary ones.
    """
    lines = enumerate(text.split("\n") if SPECIAL_SPACE.search(text) else (), 1)
    marks = [Mark(at, found.end()) for at, line in lines if (found := INDENTED.match(line))]
    if marks:
        yield Problem(
            "S007",
            marks[0],
            f"Här står ett hårt mellanslag{_more(len(marks))}.",
            "vanliga mellanslag, som de blir på tangentbordet",
            "radera det, och skriv ett vanligt mellanslag om ett ska stå där." if len(marks) < MANY else SAVED_ANEW,
            tuple((mark, "också här") for mark in marks[1 : MOST_SHOWN + 1]),
        )


def plain_spaces(text: str) -> str:
    """Replace special spaces, except between a figure and its word."""
    return (STRAY_SPACE if LETTER.search(text) else SPECIAL_SPACE).sub(" ", text)


def _more(count: int) -> str:
    """Say how many there are, if there are several."""
    return f"; det första av {count} i filen" if count > 1 else ""
