"""`serve`: preview the site while it is being written."""

from __future__ import annotations

import argparse

from routine.cli.preview import serve


def run(options: argparse.Namespace) -> None:
    """Show the preview until the reader stops it."""
    serve(options.file, options.port, lambda line: print(line, flush=True))
