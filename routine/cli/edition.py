"""`edition` and `diff`: enter what is printed now as an edition, or tell of a change."""

from __future__ import annotations

import argparse
from datetime import date

from msgspec import convert

from routine.change.edition import Asked, entered
from routine.change.report import markdown, report, text
from routine.change.versions import version
from routine.check import record as editions
from routine.check.load import load
from routine.cli.options import DATA
from routine.deliver.migrations import mended
from routine.disk import write_all
from routine.paper import export


def run_edition(options: argparse.Namespace) -> None:
    """Write the edition's codes, and its entry unless an editor has.

    Raises EditionError or RoutineError.
    """
    export.pressed(load(options.file), editions.of(options.file))  # What does not fit on its sheet gets no code.
    files, told = entered(convert(vars(options), Asked), options.file, date.today())
    write_all(files)
    print("\n".join(told))


def run_diff(options: argparse.Namespace) -> None:
    """Print the report on stdout.

    Raises VersionError, RoutineError or EditionError.
    """
    found = report(version(options.old, DATA, mended), version(options.new, DATA))
    print(markdown(found, options.site) if options.markdown else text(found))
