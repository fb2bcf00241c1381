"""Characters with a glyph in the printed typeface, Atkinson Hyperlegible.

A test compares them with the font.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

# Code points, or the first and the last of a range.
RUNS = (
    "20-7E A0-107 10A-113 116-11B 11E-123 126-127 12A-12B 12E-12F 131 136-137 13B-13E 141-148 150-155 158-15B "
    "15E-165 16A-16B 16E-173 178-17E 192 218-21B 2C6-2C7 2D8-2DD 300-304 306-308 30A-30C 326-328 394 3A9 3BC 3C0 "
    "2013-2014 2018-201A 201C-201E 2020-2022 2026 2030 2039-203A 2044 2074 20AC 2113 2122 212E 2202 220F "
    "2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25CA"
)


def _characters(run: str) -> Iterator[str]:
    first, _, last = run.partition("-")
    return map(chr, range(int(first, 16), int(last or first, 16) + 1))


GLYPHS = frozenset(chain.from_iterable(map(_characters, RUNS.split())))
# Set by the sheet itself, not by the typeface.
SPACING = frozenset("\n\t")


def unknown(text: str) -> list[str]:
    """Return the characters of a text without a glyph, each once, in order."""
    return list(dict.fromkeys(character for character in text if character not in GLYPHS and character not in SPACING))
