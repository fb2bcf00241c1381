"""Everything that is printed, as files in a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from routine.editions import Record
from routine.model import Routine
from routine.print import press
from routine.print.imprint import Imprint, imprinted
from routine.print.matter import Printed

PICTURES = "bilder"
PICTURED = ("booklet", "wallet", "checklist", "log")
# Room for the code to scan is kept also where no address is known, so that giving one changes no page.
SOME_ADDRESS = "https://kommun.example/rutinguiden/"


def write(routine: Routine, folder: Path, record: Record = (), address: str = "") -> None:
    """Write every PDF of the routine into `folder`, which is made if it is not there. What has no room, `check` finds before."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, imprint in imprinted(routine, record, address):
        (folder / sheet.file).write_bytes(press.pdf(sheet, imprint))


def write_pictures(routine: Routine, folder: Path, record: Record = (), address: str = "") -> None:
    """Write what a sheet of each kind looks like into `folder`: `booklet-1.png`, of the first role that there is."""
    folder.mkdir(parents=True, exist_ok=True)
    first: dict[str, tuple[Printed, Imprint]] = {}
    for sheet, imprint in imprinted(routine, record, address):
        if sheet.template in PICTURED:
            # One card, and not ten of them.
            first.setdefault(sheet.template, (replace(sheet, linear=sheet.template == "wallet"), imprint))
    for kind, (sheet, imprint) in first.items():
        for number, picture in enumerate(press.pictures(sheet, imprint), 1):
            (folder / f"{kind}-{number}.png").write_bytes(picture)


def check(routine: Routine) -> None:
    """Raises FitError when something has no room on its page."""
    press.check(imprinted(routine, address=SOME_ADDRESS))
