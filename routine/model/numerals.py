"""Swedish words for numbers, amounts and time limits.

Pure functions, below the model, which words its limits with them.
"""

from __future__ import annotations

import re

NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
# A unit of time, as the model writes it → its singular, and its hours.
UNITS = {"timmar": ("timme", 1), "dagar": ("dag", 24), "veckor": ("vecka", 7 * 24)}


# Other spellings of these units; a month, a working day or a minute is none of them.
WRITTEN = {
    "timmar": ("h", "t", "tim", "timme", "timmar", "timma", "timmarna"),
    "dagar": ("d", "dag", "dagar", "dygn"),
    "veckor": ("v", "vecka", "veckor"),
}
RANGE = re.compile(r"(?<=\d)–(?=\d)")


def amount_of(word: str) -> int | None:
    """Parse an amount, as `2`, `två` or `ett`; None for anything else."""
    plain = word.casefold()
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return 1 if plain == "ett" else NUMBERS.index(plain) if plain in NUMBERS else None


def unit_of(word: str) -> str:
    """Parse a unit of time, as `h` or `dygn`; empty for anything else."""
    plain = word.casefold().rstrip(".")
    return next((unit for unit, words in WRITTEN.items() if plain in words), "")


def number(count: int) -> str:
    """Render a number, in words up to twelve, then in figures.

    Source: Språkrådet's rule of thumb.
    """
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def count(amount: int, one: str, many: str) -> str:
    """Render a count with its noun: `en åtgärd`, `tre åtgärder`."""
    return f"{number(amount)} {one if amount == 1 else many}"


def unbroken(text: str) -> str:
    """Replace spaces by non-breaking ones, to keep `§ 7` on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def ranged(text: str) -> str:
    """Keep a range such as `8–16` on one line.

    Otherwise a line would break after its dash.
    """
    return RANGE.sub("–\N{WORD JOINER}", text)


def period(amount: int, unit: str) -> str:
    """Render a period: `två veckor`, `en dag`, `24 timmar`."""
    one, _ = UNITS[unit]
    return count(amount, one, unit)


def hours(amount: int, unit: str) -> int:
    """Return the length of a period in hours, of which a day has 24.

    For comparing periods.
    """
    _, length = UNITS[unit]
    return amount * length
