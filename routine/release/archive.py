"""One archive, with the same bytes whenever and by whomever it is made."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath

MODE, OPEN = 0o644, 0o755
EPOCH = date(1970, 1, 1)
# A web server makes a file's ETag of its time and its size. With one time for all, another file of the same size would
# be taken for the one that a browser has, and the browser would keep the old one, as a number that has been changed.
SPREAD = 2**22  # Seconds: some 48 days.


def archive(top: str, files: Mapping[str, bytes], day: date) -> bytes:
    """A `.tar.gz` with all files in the folder `top`, in order, and owned by nobody.

    Each has a time of its own, which follows from its bytes: in the 48 days before midnight (UTC) of `day`, which must
    be 1971 or later. Each folder has an entry too, with the time of `day`: where who unpacks lets nobody else into new
    folders, as hardened servers do, the web server could not read the site.
    """
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for folder in _folders(f"{top}/{path}" for path in files):
            tar.addfile(_folder(folder, day))
        for path in sorted(files):
            tar.addfile(_entry(f"{top}/{path}", files[path], day), io.BytesIO(files[path]))
    return gzip.compress(packed.getvalue(), compresslevel=9, mtime=0)


def _folders(paths: Iterable[str]) -> list[str]:
    """All that something lies in, each after the one that it lies in."""
    return sorted({str(folder) for path in paths for folder in PurePosixPath(path).parents} - {"."})


def _folder(name: str, day: date) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.mtime = tarfile.DIRTYPE, OPEN, _midnight(day)
    return entry


def _entry(name: str, data: bytes, day: date) -> tarfile.TarInfo:
    """Without a name, a number or a time of who makes it."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = len(data), MODE, _changed(data, day)
    return entry


def _changed(data: bytes, day: date) -> int:
    """Seconds since 1970: the same for the same bytes and day, another for others, but once in four million."""
    back = int.from_bytes(hashlib.sha256(data).digest()) % SPREAD
    return _midnight(day) - back


def _midnight(day: date) -> int:
    return (day - EPOCH).days * 86_400
