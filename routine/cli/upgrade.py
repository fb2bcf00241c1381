"""`upgrade`: upgrade an organisation's own site to this version."""

from __future__ import annotations

import argparse

from routine import __version__
from routine.deliver.upgrade import upgrade


def run(options: argparse.Namespace) -> None:
    """Upgrade the site, and print what changed and what is left to do.

    Raises SiteError or RoutineError.
    """
    told, kept = upgrade(options.site)
    print(f"{options.site} använder nu version {__version__}. Läs ändringen i git innan ni sparar den.")
    for line in told:
        print(f"Rutinens form har ändrats: {line}")
    if kept:
        print("Det här är ändrat av er, och ligger kvar. Behövs det inte, ta bort det:")
        print("".join(f"    {path}\n" for path in kept), end="")
    print("Kör make test.")
