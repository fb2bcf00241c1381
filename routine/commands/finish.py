"""`finish`: the last step, over a folder that Zensical has built."""

from __future__ import annotations

import argparse

from routine.commands.export import asked
from routine.editions import record as editions
from routine.load import load
from routine.print import export
from routine.publish.finish import finish


def run(options: argparse.Namespace) -> None:
    """Complete the folder. What has no room is told before anything is written, since a folder is finished once."""
    routine, record, found = load(options.file), editions.of(options.file), asked(options)
    prints = export.pressed(routine, record, found.address, pictures=True)
    finish(routine, record, options.out, found, lambda: prints)
