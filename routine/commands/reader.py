"""Who reads what a command says may stop before it is all said, as `| head` does. Then there is nothing to tell."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import TextIO

# What a shell calls a command that had more to say than anybody read: 128 and the number of the signal for it.
UNREAD = 141


def heard(command: Callable[[], int]) -> int:
    """Run a command to the end of what it says. Returns its exit code, or that nobody read it all."""
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        for stream in (sys.stdout, sys.stderr):
            _closed(stream)
        return UNREAD


def _closed(stream: TextIO) -> None:
    """Else Python tries once more when it ends, and tells of it."""
    with contextlib.suppress(BrokenPipeError):
        stream.close()
