"""`diff`: explain a change from one version of the routine to another."""

from __future__ import annotations

import argparse

from routine.change.forms import markdown, text
from routine.change.report import report
from routine.change.versions import version
from routine.cli.options import DATA
from routine.deliver.migrations import mended


def run(options: argparse.Namespace) -> None:
    """Print the report on stdout.

    Raises VersionError, RoutineError or EditionError.
    """
    found = report(version(options.old, DATA, mended), version(options.new, DATA))
    print(markdown(found, options.site) if options.markdown else text(found))
