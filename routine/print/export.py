"""Everything that is printed, as files: their names in a folder, and their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from routine.domain.model import Routine
from routine.editions.record import Record
from routine.print import press
from routine.print.imprint import Imprint, imprinted
from routine.print.names import Holders, filled
from routine.print.press import FitError
from routine.print.sheet import Printed
from routine.views import addresses as at

Files = Mapping[str, bytes]
PICTURED = ("booklet", "wallet", "checklist", "log")
PRESSES = 2  # Typst works outside Python's lock.


def pressed(routine: Routine, record: Record = (), address: str = "", *, pictures: bool = False) -> Files:
    """Every PDF of the routine, and with `pictures` what a sheet of each kind looks like, as `bilder/booklet-1.png`.

    Made once in a process, however many steps of a build ask for it.
    Raises FitError with everything that has no room, of all the sheets.
    """
    return _pressed(routine, record, address, pictures, press.templates())


@lru_cache(maxsize=2)  # A template that changes during a preview makes them anew.
def _pressed(routine: Routine, record: Record, address: str, pictures: bool, _: bytes) -> Files:
    sheets = list(imprinted(routine, record, address))
    with ThreadPoolExecutor(PRESSES) as presses:
        files = _made(presses, sheets)
        shown = list(presses.map(_pictures, _first(sheets))) if pictures else []
    return MappingProxyType(files | dict(chain.from_iterable(shown)))


def private(routine: Routine, record: Record, address: str, who: Holders) -> Files:
    """The same PDFs with names that are not published: made anew each time, and kept nowhere.

    Raises FitError.
    """
    sheets = [(filled(sheet, who), imprint) for sheet, imprint in imprinted(routine, record, address)]
    with ThreadPoolExecutor(PRESSES) as presses:
        return MappingProxyType(_made(presses, sheets, keep=False))


def _made(presses: Executor, sheets: list[tuple[Printed, Imprint]], *, keep: bool = True) -> dict[str, bytes]:
    made = list(presses.map(partial(_guarded, keep=keep), sheets))
    # A booklet page by page has the same faults as the one that is folded.
    if findings := dict.fromkeys(found for result in made if isinstance(result, FitError) for found in result.findings):
        raise FitError(findings)
    return {sheet.file: result for (sheet, _), result in zip(sheets, made, strict=True) if isinstance(result, bytes)}


forget = _pressed.cache_clear  # For whoever measures how long it takes, or makes them otherwise.


def write(files: Files, folder: Path) -> None:
    """Write the files into `folder`, which is made if it is not there."""
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _guarded(given: tuple[Printed, Imprint], *, keep: bool) -> bytes | FitError:
    """So that the faults of all sheets are told at once."""
    sheet, imprint = given
    try:
        return press.pdf(sheet, imprint, keep=keep)
    except FitError as error:
        return error


def _first(sheets: list[tuple[Printed, Imprint]]) -> Iterator[tuple[Printed, Imprint]]:
    """A sheet of each kind, of the first role that there is; one card, and not ten of them."""
    seen = set()
    for sheet, imprint in sheets:
        if sheet.template in PICTURED and sheet.template not in seen:
            seen.add(sheet.template)
            yield replace(sheet, linear=sheet.template == "wallet"), imprint


def _pictures(given: tuple[Printed, Imprint]) -> list[tuple[str, bytes]]:
    sheet, imprint = given
    return [
        (at.picture(f"{sheet.template}-{number}").removeprefix(at.PRINTS), picture)
        for number, picture in enumerate(press.pictures(sheet, imprint), 1)
    ]
