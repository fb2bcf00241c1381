"""Sheets that have no room for their texts, as empty files."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from routine.print import export, press
from routine.print.imprint import Imprint
from routine.print.sheet import Printed

# A picture of one white pixel, in place of one that cannot be made.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@contextmanager
def roomy() -> Iterator[None]:
    """For texts that no card has room for, which stop a build: here such a sheet and its pictures are empty files."""
    pdf, pictures = press.pdf, press.pictures

    def whatever(sheet: Printed, imprint: Imprint, *, keep: bool = True) -> bytes:
        try:
            return pdf(sheet, imprint, keep=keep)
        except press.FitError:
            return b""

    def those_with_room(sheet: Printed, imprint: Imprint, count: int) -> list[bytes]:
        return pictures(sheet, imprint, count) if whatever(sheet, imprint) else [DOT] * count

    with patch.object(press, "pdf", whatever), patch.object(press, "pictures", those_with_room):
        try:
            yield
        finally:
            export.pressed.cache_clear()  # An empty file must not be taken for a sheet later on.
