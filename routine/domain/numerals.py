"""Numbers in Swedish words. Pure, and below the model, whose limits are said in words."""

from __future__ import annotations

NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


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
    """`två veckor`, `en dag`."""
    return count(amount, "vecka", "veckor") if unit == "veckor" else count(amount, "dag", "dagar")
