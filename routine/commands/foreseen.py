"""What stops a command or a build and was foreseen, as it is told: to a person, and to programs."""

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
    """All of it in Swedish, of a routine in `file`, which is called `shown`; empty where it has been told."""
    return str(refused(file, shown, error.findings) if isinstance(error, FitError) else error)


def placed(error: Foreseen, file: Path, shown: str) -> RoutineError | None:
    """The same with its places in the files; None where it is no fault of theirs."""
    if isinstance(error, FitError):
        return refused(file, shown, error.findings)
    if isinstance(error, EditionError):
        return fault_at(error.code, error.place, error.message, error.allowed, error.hint)
    return error if isinstance(error, RoutineError) else None


def tell(options: argparse.Namespace, error: Foreseen) -> None:
    """What is wrong, in the form that was asked for."""
    file = getattr(options, "file", Path())
    found = placed(error, file, str(file))
    if found and getattr(options, "json", False):
        sys.stdout.write(as_json(found))
    elif found and getattr(options, "annotations", False):
        sys.stdout.write(as_annotations(found))
    elif said := report(error, file, str(file)):
        print(said, file=sys.stderr)
