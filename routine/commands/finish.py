"""`finish`: the last step, over a folder that Zensical has built."""

from __future__ import annotations

import argparse
from functools import partial

from routine.commands.export import asked
from routine.editions import record as editions
from routine.load import load
from routine.print import export
from routine.publish.finish import finish


def run(options: argparse.Namespace) -> None:
    """Complete the folder."""
    routine, record, found = load(options.file), editions.of(options.file), asked(options)
    prints = partial(export.pressed, routine, record, found.address, pictures=True)
    finish(routine, record, options.out, found, prints)
