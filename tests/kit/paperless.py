"""Builds for what reads pages alone: to set the sheets takes most of a build."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from routine.paper import export, press

# A picture of one white pixel.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@contextmanager
def paperless() -> Iterator[None]:
    """Every sheet is an empty file, also one without room for its texts."""
    export.pressed.cache_clear()
    with (
        patch.object(press, "pdf", lambda *_, **__: b""),
        patch.object(press, "pictures", lambda *given: [DOT] * given[-1]),
    ):
        try:
            yield
        finally:
            export.pressed.cache_clear()  # An empty file must not be taken for a sheet later on.


def unprinted(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """The same, of what puts a site in a folder."""
    return paperless()(make)
