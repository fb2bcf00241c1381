"""One archive, with the same bytes whenever and by whomever it is made."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Mapping
from datetime import date

MODE = 0o644
EPOCH = date(1970, 1, 1)


def archive(top: str, files: Mapping[str, bytes], day: date) -> bytes:
    """A `.tar.gz` with all files in the folder `top`, in order, owned by nobody and changed at midnight (UTC) of `day`.

    The day must be 1970 or later. Folders have no entries: what unpacks makes them.
    """
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(files):
            tar.addfile(_entry(f"{top}/{path}", len(files[path]), day), io.BytesIO(files[path]))
    return gzip.compress(packed.getvalue(), compresslevel=9, mtime=0)


def _entry(name: str, size: int, day: date) -> tarfile.TarInfo:
    """Without a name, a number or a time of who makes it."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = size, MODE, (day - EPOCH).days * 86_400
    return entry
