"""`finish`: the last step, over a folder that Zensical has built."""

from __future__ import annotations

import argparse

from routine.commands.export import settings_of
from routine.editions import stored
from routine.loading.load import load
from routine.print import export
from routine.publish.finish import finish


def run(options: argparse.Namespace) -> None:
    """Complete the folder. What has no room is told before anything is written, since a folder is finished once."""
    routine, record, found = load(options.file), stored.of(options.file), settings_of(options)
    prints = export.pressed(routine, record, found.address, pictures=True)
    finish(routine, record, options.out, found, lambda: prints)
