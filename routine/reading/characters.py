"""Characters that an editor cannot see, or that YAML reads otherwise than they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from routine.reading.problems import Mark, Problem

# None of these can be seen in an editor: control characters, soft hyphens, zero widths, text directions, line breaks
# that only YAML knows, halves of a surrogate pair.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# In the indent, or right after a dash or a key's colon, such a space is read as part of the text.
MISREAD_SPACE = re.compile(f"^(?: *-| *(?:- +)?[a-z_]+:|[ -]*)({SPECIAL_SPACE.pattern})")


def odd_characters(text: str) -> Iterator[Problem]:
    """Each character that cannot be seen, and the first of a line that is not in its composed form (NFC)."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line):
            shown = f"U+{ord(match.group()):04X}"
            yield Problem(
                "S007",
                Mark(number, match.start() + 1),
                f"Här står det osynliga tecknet {shown}.",
                hint="ta bort tecknet och skriv om det som står runt det.",
            )
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            at = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
            shown = composed[at] if at < len(composed) else line[at:]
            message = f"Tecknet ”{shown}” är inte skrivet som ett enda vanligt tecken."
            yield Problem(
                "S007",
                Mark(number, at + 1),
                message,
                hint="skriv om ordet för hand; det händer när text klistras in från en PDF eller en Mac.",
            )


def misread_spaces(text: str) -> Iterator[Problem]:
    """The first special space of a line that stands where only an ordinary one is no part of the text."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := MISREAD_SPACE.match(line):
            message = f"Här står ett hårt mellanslag (U+{ord(match.group(1)):04X}), som läses som en del av texten."
            yield Problem(
                "S007",
                Mark(number, match.start(1) + 1),
                message,
                hint="radera mellanslagen på raden och skriv vanliga.",
            )
