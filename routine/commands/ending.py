"""How a command ends when the system says no, somebody stops it or nobody listens: at most one sentence in Swedish, and
an exit code. What it says is UTF-8, whatever the terminal thinks that it can show."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import suppress

from routine.disk.atomic import refusal

FAILED = 2
STOPPED, UNREAD = 130, 141  # What a shell calls a command that Ctrl+C ends, and one whose reader has gone.


def ended(command: Callable[[], int]) -> int:
    """Run a command to the end of what it says. Returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        print("Avbrutet. Inget är skrivet till hälften.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # She has seen enough, as `| head` does: there is nothing to tell.
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):  # Else Python says what is left once more when it ends.
                stream.close()
        return UNREAD
    except OSError as error:
        print(f"{error.filename or 'Det som skulle skrivas'}: {refusal(error)}.", file=sys.stderr)
        print("    Gör så här: ändra det, och kör igen.", file=sys.stderr)
        return FAILED
