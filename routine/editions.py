"""The codes of what each edition prints: kept beside the routine, so that a sheet can be asked later whether it still holds.

No editor types a code: `python -m routine edition` writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from routine import wording
from routine.model import Routine

Codes = Mapping[str, str]  # A printed file's name → its code.
_FILE = TypeAdapter(dict[str, dict[str, str]])


@dataclass(frozen=True, slots=True)
class Issued:
    """An edition, by its number, and the codes of what it printed."""

    edition: str
    codes: Codes


Record = tuple[Issued, ...]  # The latest first.


class EditionError(Exception):
    """The record cannot be read, or an edition cannot be entered. The message is whole."""


def beside(data: Path) -> Path:
    """Where the record of a routine lies: `rutin.editions.json` beside `rutin.yaml`."""
    return data.with_suffix(".editions.json")


def read(file: Path) -> Record:
    """The record in the file; empty when there is none yet. Raises EditionError."""
    if not file.is_file():
        return ()
    try:
        found = _FILE.validate_json(file.read_bytes(), strict=True)
    except ValidationError:
        raise EditionError(
            f"{file.as_posix()}:1:1: Utgåvornas koder går inte att läsa.\n"
            "    Tillåtet: det som python -m routine edition har skrivit\n"
            "    Gör så här: hämta filen så som den var senast. Ändra den aldrig för hand."
        ) from None
    return tuple(Issued(edition, codes) for edition, codes in found.items())


def text(record: Record) -> str:
    """The record as the text of its file."""
    return json.dumps({issued.edition: dict(issued.codes) for issued in record}, ensure_ascii=False, indent=1) + "\n"


def in_force(routine: Routine, record: Record, codes: Codes) -> Codes:
    """The codes that the latest edition was entered with. A routine without any record has what it says now."""
    return next((issued.codes for issued in record if issued.edition == routine.edition.edition), {} if record else codes)


def drafts(routine: Routine, record: Record, codes: Codes) -> frozenset[str]:
    """The files that say something else than the latest edition did when it was entered."""
    valid = in_force(routine, record, codes)
    return frozenset(file for file, code in codes.items() if valid.get(file) != code)


def notices(routine: Routine, record: Record, codes: Codes) -> list[str]:
    """What an editor should know before the routine is published, in Swedish."""
    found = []
    if changed := drafts(routine, record, codes):
        found.append(
            f"{wording.capital(wording.count(len(changed), 'utskrift', 'utskrifter'))} säger något annat än utgåva {routine.edition.edition} och märks Utkast.\n"
            '    Gör så här när texten är klar: python -m routine edition --summary "det som är nytt"'
        )
    known = {revision.edition for revision in routine.revisions}
    if lost := [issued.edition for issued in record if issued.edition not in known]:
        found.append(f"Utgåva {wording.series(lost)} har koder men står inte under revisions.\n    Gör så här: skriv in utgåvan igen.")
    return found


def entered(record: Record, edition: str, codes: Codes) -> Record:
    """The record with an edition's codes first, in place of those that it may have had."""
    return (Issued(edition, codes), *(issued for issued in record if issued.edition != edition))


def next_number(editions: Iterable[str]) -> str | None:
    """The number after the largest, when editions are numbered 1, 2, 3."""
    numbers = [edition for edition in editions if edition.isascii() and edition.isdigit()]
    return str(max(map(int, numbers)) + 1) if numbers else None
