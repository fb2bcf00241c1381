"""Swedish for numbers, amounts, time limits and days.

Pure functions, below the model, which words its limits with them, and tells how to write a day.
"""

from __future__ import annotations

import re
from datetime import date

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


MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
YEAR = 365  # Days until something that was checked is to be checked again.
# Used for a whole text only: among other words the figures may be a number of something.
UNPARTED = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
# Days as written by hand: the month as a word, the year first without and with separators, and the day first.
DAYS = (
    re.compile(r"(?:den )?(?P<day>[0-9]{1,2})(?::?e)?\.? (?P<name>[a-zå]{3,9})\.?,? (?P<year>[0-9]{4})"),
    UNPARTED,
    re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-–—./ ]) ?(?P<month>[0-9]{1,2})(?P=sign) ?(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})(?P<sign>[-–—./ ]) ?(?P<month>[0-9]{1,2})(?:(?P=sign)| ) ?(?P<year>[0-9]{4})"),
)
# Characters that word processors write for a hyphen, and that look like one.
HYPHENS = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{MINUS SIGN}]")
# The time of day, after the day.
AT_A_TIME = re.compile(r"(?:,? kl(?:ockan|\.)? ?[0-9]{1,2}(?:[.:][0-9]{2}){0,2}|,?[ t][0-9]{1,2}:[0-9]{2}\S*)$")


def long_date(day: date) -> str:
    """Format a day as `13 juni 2018`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_in(text: str) -> date | None:
    """Return the only day mentioned in a text.

    None if it mentions none, or several.
    """
    words = HYPHENS.sub("-", " ".join(text.casefold().split()))
    ways = (pattern.pattern for pattern in DAYS if pattern is not UNPARTED)
    found = (match for way in ways for match in re.finditer(rf"(?<![\w-]){way}(?![\w-])", words))
    days = {day for match in found if (day := understood(match.group()))}
    return days.pop() if len(days) == 1 else None


def understood(text: str) -> date | None:
    """Parse a day in any of the usual ways of writing one.

    None for a text that is no day, or may be several.
    """
    words = AT_A_TIME.sub("", HYPHENS.sub("-", " ".join(text.casefold().split())).rstrip("."))
    found = next((match for pattern in DAYS if (match := pattern.fullmatch(words))), None)
    if found is None:
        return None
    parts = found.groupdict()
    months = [n for n, name in enumerate(MONTHS, 1) if "name" in parts and name.startswith(parts["name"])]
    month = int(parts["month"]) if "month" in parts else months[0] if len(months) == 1 else 0
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
