"""Export of all printed sheets as files: names in a folder, and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from msgspec.structs import replace

from routine.check.finding import Finding
from routine.check.record import Record
from routine.model import wording
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.paper import press
from routine.paper.imprint import Imprint, imprinted
from routine.paper.names import Holders, filled
from routine.paper.press import FitError
from routine.paper.sheet import Printed

Files = Mapping[str, bytes]
PRESSES = 2  # Typst works outside Python's lock.


@lru_cache(maxsize=2)
def pressed(routine: Routine, record: Record = (), address: str = "", *, pictures: bool = False) -> Files:
    """Set every PDF of the routine, and on request pictures of the sheets.

    With `pictures` the files include the first page of each role's sheets, such as `bilder/checklista-ombud.png`. They
    are made once in a process, however many steps of a build ask for them.

    Raises FitError with everything that does not fit, from all the sheets.
    """
    return _made(imprinted(routine, record, address), pictures=pictures)


def private(routine: Routine, record: Record, address: str, who: Holders, day: date) -> Files:
    """Set the same PDFs with names that are not published.

    They are made anew each time and never cached. A sheet with names says on what `day` it got them, since its code
    tells only whether the routine's words are still valid.

    Raises FitError.
    """
    given = ((sheet, filled(sheet, who), imprint) for sheet, imprint in imprinted(routine, record, address))
    told = f"Namn och nummer sattes in {wording.long_date(day)}"
    dated = (
        (named, imprint if named == sheet else replace(imprint, issue=f"{imprint.issue}. {told}"))
        for sheet, named, imprint in given
    )
    return _made(dated, keep=False)


def _made(sheets: Iterable[tuple[Printed, Imprint]], *, pictures: bool = False, keep: bool = True) -> Files:
    faults, files = list[Finding](), dict[str, bytes]()
    with ThreadPoolExecutor(PRESSES) as presses:
        waiting = [presses.submit(_of, *each, pictures=pictures, keep=keep) for each in sheets]
    for made in waiting:
        try:
            files |= made.result()
        except FitError as error:
            faults += error.findings
    if faults:
        raise FitError(faults)
    return MappingProxyType(files)


def _of(sheet: Printed, imprint: Imprint, *, pictures: bool, keep: bool) -> dict[str, bytes]:
    """Set one sheet, and its picture while Typst remembers the setting."""
    made = {sheet.file: press.pdf(sheet, imprint, keep=keep)}
    if pictures and sheet.owner:
        made[at.picture(sheet.file).removeprefix(at.PRINTS)] = press.picture(sheet, imprint)
    return made
