"""Reports of the expected errors of a command or a build.

They are for people or for programs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from routine.editions.record import EditionError
from routine.loading.load import refused
from routine.loading.reports import as_annotations, as_json, fault_at
from routine.print.press import FitError
from routine.reading.problems import RoutineError, StopError

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
