"""Reports of the expected errors of a command or a build.

They are for people or for programs.
"""

from __future__ import annotations

from pathlib import Path

from routine.check.load import refused
from routine.check.problems import RoutineError, StopError, fault_at
from routine.check.record import EditionError
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
