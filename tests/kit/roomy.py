"""Sheets that have no room for their texts, as empty files."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from unittest.mock import patch

from routine.print import export, press
from routine.print.imprint import Imprint
from routine.print.sheet import Printed
from routine.print.sheets.bundle import Bundle

# A picture of one white pixel, in place of one that cannot be made.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@contextmanager
def roomy() -> Iterator[None]:
    """For texts that no card has room for, which stop a build: here such a sheet and its pictures are empty files."""
    pdf, pictures, together = press.pdf, press.pictures, press.together

    def whatever(sheet: Printed, imprint: Imprint, *, fit: str = "", keep: bool = True) -> bytes:
        try:
            return pdf(sheet, imprint, fit=fit, keep=keep)
        except press.FitError:
            return b""

    def those_with_room(sheet: Printed, imprint: Imprint, count: int, fit: str = "") -> list[bytes]:
        return pictures(sheet, imprint, count, fit) if whatever(sheet, imprint, fit=fit) else [DOT] * count

    def in_one(bundle: Bundle, imprints: Sequence[Imprint], *, fits: Mapping[str, str], keep: bool = True) -> bytes:
        have_room = all(map(whatever, bundle.sheets, imprints))
        return together(bundle, imprints, fits=fits, keep=keep) if have_room else b""

    with (
        patch.object(press, "pdf", whatever),
        patch.object(press, "pictures", those_with_room),
        patch.object(press, "together", in_one),
    ):
        try:
            yield
        finally:
            export.forget()  # An empty file must not be taken for a sheet later on.
