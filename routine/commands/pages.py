"""`pages`: the Markdown pages that the roles need."""

from __future__ import annotations

import argparse

from routine.loading.load import load
from routine.publish import stubs
from routine.publish.settings import PROJECT


def run(options: argparse.Namespace) -> None:
    """Write them, and take away those of roles that are gone."""
    stubs.write(load(options.file), PROJECT / "docs")
