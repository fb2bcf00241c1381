"""What Typst has let go of, given back to the machine. GNU's C library keeps it otherwise, a hundred megabytes when a
routine is long; another library, which has neither of these, is let alone."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache

ARENAS = -8  # M_ARENA_MAX of its malloc.h.


def in_one_place() -> None:
    """From now on threads share what they let go of, in place of a store each."""
    _asked("mallopt")(ARENAS, 1)


def give_back() -> None:
    """All that nobody needs now."""
    _asked("malloc_trim")(0)


@cache
def _asked(name: str) -> Callable[..., object]:
    try:
        found: Callable[..., object] = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):  # Of Windows, and of libraries other than GNU's.
        return lambda *_: None
    return found
