"""Everything that is printed, as files in a folder."""

from __future__ import annotations

from pathlib import Path

from routine.model import Routine
from routine.print import press
from routine.print.matter import printed


def write(routine: Routine, folder: Path) -> None:
    """Write every PDF of the routine into `folder`, which is made if it is not there. What has no room, `check` finds before."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in printed(routine):
        (folder / sheet.file).write_bytes(press.pdf(routine, sheet))


def check(routine: Routine) -> None:
    """Raises FitError when something has no room on its page."""
    press.check(routine, printed(routine))
