"""Everything that is printed, as files: their names in a folder, and their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType

from routine.domain import wording
from routine.domain.model import Routine
from routine.editions.record import Record
from routine.print import memory, press
from routine.print.imprint import Imprint, imprinted
from routine.print.named import Holders, filled
from routine.print.press import FitError
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.bundle import Bundle, bundles
from routine.views import addresses as at

Files = Mapping[str, bytes]
Given = tuple[Printed, Imprint]
Fits = Mapping[tuple[str, str], str]
# How many pages of a sheet are shown as pictures, by its template.
PICTURED = {"checklist": 1, "large": 1, "booklet": 1, "wallet": 2, "log": 1, "form": 1}
PRESSES = 2  # Typst works outside Python's lock. What is long is set alone: another press would only wait for its turn.
# Characters of data of a long routine's longest file. Ours has 28 000: a sheet may be long where the routine is not.
LONG = 40_000
_BESIDE = ThreadPoolExecutor(2)  # In a preview one text may come while the one before it is set.


@dataclass(slots=True)
class StandIn:
    """Files of the text before, for a preview: to set what has been changed takes longer than to make all pages."""

    files: Files
    asked: tuple[Routine, Record, str] | None = None
    served: bool = False

    def due(self) -> Files:
        """What was asked for, as it should be. Raises FitError."""
        return _made_whole(*self.asked, pictures=True) if self.asked else self.files

    def serves(self, routine: Routine) -> bool:
        """Not when the text has sheets that the one before did not have: pages lead to each."""
        sheets = printed(routine)
        together = {each.file for each in bundles(routine, sheets)}
        return together | {each.file for each in sheets} <= self.files.keys()


_STAND_IN: ContextVar[StandIn | None] = ContextVar("stand-in", default=None)


@contextmanager
def standing_in(files: Files) -> Iterator[StandIn]:
    """Meanwhile these files are what `pressed` gives, with what should have been asked for afterwards."""
    found = StandIn(files)
    token = _STAND_IN.set(found)
    try:
        yield found
    finally:
        _STAND_IN.reset(token)


def _for(routine: Routine, record: Record, address: str) -> StandIn | None:
    if found := _STAND_IN.get():
        found.asked = routine, record, address
        found.served = found.serves(routine)
    return found if found and found.served else None


def fitting(routine: Routine, record: Record = ()) -> None:
    """Raises FitError with everything that has no room, of all the sheets."""
    _make_room(routine, record, "")
    _alone(routine, record, "", False, press.templates())


def pressed(routine: Routine, record: Record = (), address: str = "", *, pictures: bool = False) -> Files:
    """Every PDF of the routine, and with `pictures` what the sheets look like, as `bilder/checklista-ombud-1.png`.

    Made once in a process, however many steps of a build ask for it.
    Raises FitError with everything that has no room, of all the sheets.
    """
    if found := _for(routine, record, address):
        return found.files
    return _made_whole(routine, record, address, pictures=pictures)


def _made_whole(routine: Routine, record: Record, address: str, *, pictures: bool) -> Files:
    try:
        return _begun(routine, record, address, pictures, press.templates()).result()
    except BaseException:  # Also of what Typst itself broke by.
        _begun.cache_clear()  # Whoever asks again tries again.
        raise


@contextmanager
def beside(routine: Routine, record: Record, address: str, *, pictures: bool) -> Iterator[None]:
    """Meanwhile they are made, ahead of whoever asks for them, who is told then of what has no room. When something
    fails the presses are waited for, so that nothing is kept by halves.

    When a sheet is long all are made before, since pages and they together need too much memory: then FitError is
    raised here."""
    if _for(routine, record, address):
        yield
        return
    if _is_long(routine, record, address):
        _made_whole(routine, record, address, pictures=pictures)
    made = _begun(routine, record, address, pictures, press.templates())
    try:
        yield
    except Exception:
        wait([made])
        if made.exception():
            _begun.cache_clear()
        raise


@lru_cache(maxsize=2)  # A template that changes during a preview makes them anew.
def _begun(routine: Routine, record: Record, address: str, pictures: bool, templates: bytes) -> Future[Files]:
    _make_room(routine, record, address)
    return _BESIDE.submit(_all, routine, record, address, pictures, templates)


def _all(routine: Routine, record: Record, address: str, pictures: bool, templates: bytes) -> Files:
    """Each sheet, and then the files with several of them, which have room when each sheet has."""
    files = _alone(routine, record, address, pictures, templates)
    with _presses(routine, record, address) as presses:
        return MappingProxyType(files | _bundled(presses, routine, list(imprinted(routine, record, address)), files))


def _make_room(routine: Routine, record: Record, address: str) -> None:
    """What is long takes so much memory that the presses share a store, for which they have to wait: asked for before
    any thread has one of its own."""
    if _is_long(routine, record, address):
        memory.in_one_place()


def _presses(routine: Routine, record: Record, address: str) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1 if _is_long(routine, record, address) else PRESSES)


@lru_cache(maxsize=2)
def _is_long(routine: Routine, record: Record, address: str) -> bool:
    """Whether any file of it is: those with several sheets are the longest."""
    lengths = {sheet.file: press.length(sheet, imprint) for sheet, imprint in imprinted(routine, record, address)}
    together = bundles(routine, printed(routine))
    return max([*lengths.values(), *(sum(lengths[sheet.file] for sheet in each.sheets) for each in together)]) >= LONG


@lru_cache(maxsize=2)
def _alone(routine: Routine, record: Record, address: str, pictures: bool, _: bytes) -> dict[str, bytes]:
    with _presses(routine, record, address) as presses:
        return _made(presses, list(imprinted(routine, record, address)), pictures=pictures)


def private(routine: Routine, record: Record, address: str, who: Holders, day: date) -> Files:
    """The same PDFs with names that are not published: made anew each time, and kept nowhere. A sheet that has some
    says on what `day` it got them: a code tells only whether the routine's words hold.

    Raises FitError.
    """
    sheets = [_with_names(*given, who, day) for given in imprinted(routine, record, address)]
    _make_room(routine, record, address)
    with _presses(routine, record, address) as presses:
        files = _made(presses, sheets, keep=False)
        return MappingProxyType(files | _bundled(presses, routine, sheets, files, keep=False))


def _with_names(sheet: Printed, imprint: Imprint, who: Holders, day: date) -> Given:
    named = filled(sheet, who)
    told = f"Namn och nummer sattes in {wording.long_date(day)}"
    return named, imprint if named == sheet else imprint.adding(told)


def _made(presses: Executor, sheets: list[Given], *, pictures: bool = False, keep: bool = True) -> dict[str, bytes]:
    """What is read page by page comes after what is folded, which tells in what its letters have room."""
    files: dict[str, bytes] = {}
    for linear in (False, True):
        each = [(sheet, imprint) for sheet, imprint in sheets if sheet.linear == linear]
        fits = _fits(sheets, files)
        made = list(presses.map(partial(_guarded, fits=fits, pictures=pictures, keep=keep), each))
        if findings := [found for result in made if isinstance(result, FitError) for found in result.findings]:
            raise FitError(findings)
        files |= {name: data for result in made if isinstance(result, dict) for name, data in result.items()}
    return {sheet.file: files[sheet.file] for sheet, _ in sheets} | files


def _fits(sheets: list[Given], files: Files) -> Fits:
    """In what those that are made have room, by whose they are and what they are."""
    return {_key(sheet): press.fit_of(files[sheet.file]) for sheet, _ in sheets if sheet.file in files}


def _key(sheet: Printed) -> tuple[str, str]:
    return sheet.owner, sheet.template


def _bundled(
    presses: Executor, routine: Routine, sheets: list[Given], files: Files, *, keep: bool = True
) -> dict[str, bytes]:
    """Every role's sheets in one file."""
    imprints = {sheet.file: imprint for sheet, imprint in sheets}
    fits = _fits([given for given in sheets if not given[0].linear], files)
    found = bundles(routine, [sheet for sheet, _ in sheets])

    def made(bundle: Bundle) -> bytes:
        own = {sheet.template: fits[_key(sheet)] for sheet in bundle.sheets}
        return press.together(bundle, [imprints[sheet.file] for sheet in bundle.sheets], fits=own, keep=keep)

    return dict(zip((bundle.file for bundle in found), presses.map(made, found), strict=True))


def forget() -> None:
    """For whoever measures how long it takes, or makes them otherwise."""
    for each in (_begun, _alone, _is_long):
        each.cache_clear()


def _guarded(given: Given, *, fits: Fits, pictures: bool, keep: bool) -> dict[str, bytes] | FitError:
    """So that the faults of all sheets are told at once. A picture comes right after its PDF, while Typst remembers how
    it was set."""
    sheet, imprint = given
    fit = fits.get(_key(sheet), "")
    try:
        made = {sheet.file: press.pdf(sheet, imprint, fit=fit, keep=keep)}
    except FitError as error:
        return error
    return made | _pictures(sheet, imprint, fit) if pictures and _is_pictured(sheet) else made


def _is_pictured(sheet: Printed) -> bool:
    """One card and not ten, and a booklet as it is folded."""
    return sheet.template in PICTURED and sheet.linear == (sheet.template == "wallet")


def _pictures(sheet: Printed, imprint: Imprint, fit: str) -> dict[str, bytes]:
    pages = press.pictures(sheet, imprint, PICTURED[sheet.template], fit)
    return {at.picture(sheet.file, page).removeprefix(at.PRINTS): made for page, made in enumerate(pages, 1)}
