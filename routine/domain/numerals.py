"""Numbers in Swedish words. Pure, and below the model, whose limits are said in words."""

from __future__ import annotations

NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
# A unit of time, as the model writes it → one of it, and its hours.
UNITS = {"timmar": ("timme", 1), "dagar": ("dag", 24), "veckor": ("vecka", 7 * 24)}


def number(count: int) -> str:
    """Words up to twelve, then figures (Språkrådet's rule of thumb)."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def count(amount: int, one: str, many: str) -> str:
    """`en åtgärd`, `tre åtgärder`."""
    return f"{number(amount)} {one if amount == 1 else many}"


def unbroken(text: str) -> str:
    """On one line wherever it stands: `§ 7`, whose space does not break."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def period(amount: int, unit: str) -> str:
    """`två veckor`, `en dag`, `24 timmar`."""
    one, _ = UNITS[unit]
    return count(amount, one, unit)


def hours(amount: int, unit: str) -> int:
    """How long it is in hours, of which a day has 24: by that one is longer than another."""
    _, length = UNITS[unit]
    return amount * length
