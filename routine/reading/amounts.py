"""How much a file may hold: what is read is bounded first, so that none takes long or fills the memory."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from routine.reading.problems import Mark, Problem

Item = TypeVar("Item")

# Ours has 65 kB, 1,300 lines, 3,600 keys, values, lists and groups, and no line of 500 characters.
# One that is five times as large has room.
MAX_BYTES = 400_000
MAX_LINES = 13_000
MAX_VALUES = 25_000
MAX_COLUMNS = 2_000
# So many problems are looked for at each stage: of reading, of the model, of the rules. Whoever has more mends these.
MOST_PROBLEMS = 300
SHORTEN = "korta texten. Är det en lista, skriv en post per rad, med ett streck först."
MOVE_OUT = "flytta ut det som inte hör till rutinen."


def too_many_bytes(data: bytes) -> Problem | None:
    """Why a file of these bytes is not even decoded, if it is not."""
    if len(data) <= MAX_BYTES:
        return None
    allowed = f"högst {_grouped(MAX_BYTES)} byte"
    return Problem("S010", Mark(1, 1), f"Filen har fler än {_grouped(MAX_BYTES)} byte.", allowed, MOVE_OUT)


def too_much(text: str) -> Problem | None:
    """Why a text is not read, if it is not: its lines are too many, or one of them is too long."""
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        mark, allowed = Mark(MAX_LINES + 1, 1), f"högst {_grouped(MAX_LINES)} rader"
        return Problem("S010", mark, f"Filen har {_grouped(len(lines))} rader.", allowed, MOVE_OUT)
    if (longest := max(map(len, lines))) > MAX_COLUMNS:
        mark = Mark(next(at for at, line in enumerate(lines, 1) if len(line) > MAX_COLUMNS), MAX_COLUMNS + 1)
        allowed, hint = f"högst {_grouped(MAX_COLUMNS)} tecken på en rad", SHORTEN
        return Problem("S010", mark, f"En rad har {_grouped(longest)} tecken.", allowed, hint)
    return None


def too_many_values(mark: Mark) -> Problem:
    """The file says too much: here stands the first value that is not read."""
    message, allowed = (
        f"Filen har fler än {_grouped(MAX_VALUES)} nycklar, värden och listor.",
        f"högst {_grouped(MAX_VALUES)}",
    )
    return Problem("S010", mark, message, allowed, MOVE_OUT)


def some(found: Iterable[Item]) -> list[Item]:
    """What was found, at most so many that it is certain that there are more than are told."""
    return list(islice(found, MOST_PROBLEMS))


def _grouped(amount: int) -> str:
    """`1 055 909`, with spaces that do not break."""
    return f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}")
