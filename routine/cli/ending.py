"""The end of a command: a report of an expected error, or one sentence in Swedish; and an exit code.

A command may end because the system refuses, somebody stops it, or its output is closed. The output is UTF-8, whatever
the terminal thinks that it can show.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb

from routine import __version__
from routine.check.load import refused
from routine.check.problems import RoutineError, StopError, as_annotations, as_json, fault_at
from routine.check.record import EditionError
from routine.disk import refusal
from routine.paper.press import FitError

Foreseen = RoutineError | EditionError | FitError | StopError
FORESEEN = (RoutineError, EditionError, FitError, StopError)


def report(error: Foreseen, file: Path, shown: str) -> str:
    """Return the error in Swedish; empty where it has been printed.

    The routine is in `file`, which messages call `shown`.
    """
    return str(refused(file, shown, error.findings) if isinstance(error, FitError) else error)


def placed(error: Foreseen, file: Path, shown: str) -> RoutineError | None:
    """Return the error with its places in the files.

    Returns None where the files are not at fault.
    """
    if isinstance(error, FitError):
        return refused(file, shown, error.findings)
    if isinstance(error, EditionError):
        return fault_at(error.code, error.place, error.message, error.allowed, error.hint)
    return error if isinstance(error, RoutineError) else None


FAILED, BROKEN = 2, 1
MOST_FRAMES = 6
STOPPED, UNREAD = 130, 141  # A shell's exit codes for a command stopped by Ctrl+C, and for one whose output is closed.


def ended(command: Callable[[], int]) -> int:
    """Run a command and flush its output. Returns its exit code."""
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
    except BrokenPipeError:  # The reader has seen enough, as with `| head`: there is nothing to report.
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):  # Else Python writes the rest once more when it exits.
                stream.close()
        return UNREAD
    except OSError as error:
        print(f"{error.filename or 'Det som skulle skrivas'}: {refusal(error)}.", file=sys.stderr)
        print("    Gör så här: ändra det, och kör igen.", file=sys.stderr)
        return FAILED
    except Exception as error:
        print(_ours(error), file=sys.stderr)
        return BROKEN


def _ours(error: Exception) -> str:
    """Say that the program is at fault, with what to send to whom.

    No folder of the machine is told.
    """
    frames = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in extract_tb(error.__traceback__)]
    head = f"version {__version__}, {' '.join(sys.argv[1:])}"
    sent = [head, *frames[-MOST_FRAMES:], f"{type(error).__name__}: {error}"]
    return "\n".join(
        (
            "Det här är vårt fel, inte ditt: något i programmet är trasigt.",
            "    Gör så här: skicka raderna under, och filen som du ändrade, till den som sköter webbplatsen.",
            *(f"       | {line}" for line in sent),
        )
    )


def tell(options: argparse.Namespace, error: Foreseen) -> None:
    """Print the error in the form that was asked for."""
    file = getattr(options, "file", Path())
    found = placed(error, file, str(file))
    if found and getattr(options, "json", False):
        sys.stdout.write(as_json(found))
    elif found and getattr(options, "annotations", False):
        sys.stdout.write(as_annotations(found))
    elif said := report(error, file, str(file)):
        print(said, file=sys.stderr)
