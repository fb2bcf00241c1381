"""`build`: build the whole site in a folder."""

from __future__ import annotations

import argparse

from routine.check.problems import StopError
from routine.site.build import BuildError, build


def run(options: argparse.Namespace) -> None:
    """Build the site, and print where it lies. Raises StopError."""
    try:
        build(options.file, options.out, address=options.address, style=options.links)
    except BuildError as error:
        raise StopError(f"{error}\nBygget stoppades. {options.out} är som det var.") from error
    print(f"Webbplatsen ligger i {options.out}/. Öppna {options.out}/index.html.")
