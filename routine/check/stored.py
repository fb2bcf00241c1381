"""The record of editions as a file beside the routine's."""

from __future__ import annotations

from pathlib import Path

from routine.check.record import EditionError, Record, parse


def beside(data: Path) -> Path:
    """Return the path of the record of a routine.

    `rutin.editions.json` beside `rutin.yaml`.
    """
    return data.with_suffix(".editions.json")


def read(file: Path) -> Record:
    """Read the record in a file; empty when there is none yet.

    Raises EditionError, also for a file that exists and cannot be read: if that counted as no record, all the sheets
    that people carry would be drafts.
    """
    try:
        if file.is_file():
            return parse(file.read_bytes(), file.as_posix())
        if not file.exists() and not file.is_symlink():
            return ()
        found = "Där filen med utgåvornas koder ska ligga är ingen fil."
    except OSError as error:
        found = f"Filen med utgåvornas koder går inte att läsa ({error.strerror})."
    hint = "se till att filen får läsas, eller hämta den så som den var senast."
    raise EditionError(
        "E001", found, "en fil som python -m routine edition har skrivit", hint, f"{file.as_posix()}:1:1"
    )


def of(data: Path) -> Record:
    """Read the record beside the routine's file. Raises EditionError."""
    return read(beside(data))
