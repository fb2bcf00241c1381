"""One archive, with the same bytes whenever and by whomever it is made."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

# A web server makes a file's ETag of its time and its size. With one time for all, another file of the same size would
# be taken for the one that a browser has, and the browser would keep the old one, as a number that has been changed.
SPREAD = 2**22  # Seconds: some 48 days.


def archive(top: str, files: Mapping[str, bytes], day: date) -> bytes:
    """Pack all files in the folder `top`, in order, owned by nobody, as `.tar.gz`.

    Each has a time that follows from its bytes, in the 48 days before midnight (UTC) of `day`. Each folder has an entry
    too, open to all: where who unpacks lets nobody else into new folders, a web server could not read the site.
    """
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    paths = {f"{top}/{path}": data for path, data in files.items()}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in sorted({str(each) for path in paths for each in PurePosixPath(path).parents} - {"."}):
            entry = tarfile.TarInfo(name)
            entry.type, entry.mode, entry.mtime = tarfile.DIRTYPE, 0o755, midnight
            tar.addfile(entry)
        for name, data in sorted(paths.items()):
            entry = tarfile.TarInfo(name)
            back = int.from_bytes(hashlib.sha256(data).digest()) % SPREAD
            entry.size, entry.mode, entry.mtime = len(data), 0o644, midnight - back
            tar.addfile(entry, io.BytesIO(data))
    return gzip.compress(packed.getvalue(), compresslevel=9, mtime=0)
