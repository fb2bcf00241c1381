"""`edition`: enter what is printed now as an edition.

The entry is written in the routine, and the codes in the record.
"""

from __future__ import annotations

import argparse
from datetime import date

from msgspec import convert

from routine.change.edition import Asked, entered
from routine.check import record as editions
from routine.check.load import load
from routine.disk import write_all
from routine.paper import export


def run(options: argparse.Namespace) -> None:
    """Write the entry, unless an editor did, and the codes of the edition.

    Raises EditionError or RoutineError.
    """
    export.pressed(load(options.file), editions.of(options.file))  # What does not fit on its sheet gets no code.
    files, told = entered(convert(vars(options), Asked), options.file, date.today())
    write_all(files)
    print("\n".join(told))
