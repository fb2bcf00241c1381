"""Everything that is printed, as files in a folder."""

from __future__ import annotations

from pathlib import Path

from routine.model import Routine
from routine.print.matter import printed
from routine.print.press import pdf


def write(routine: Routine, folder: Path) -> None:
    """Write every PDF of the routine into `folder`, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in printed(routine):
        (folder / sheet.file).write_bytes(pdf(routine, sheet))
