"""A reproducible archive: the same bytes whenever and by whomever made."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

# A web server makes a file's ETag from its time and its size. With one time for all, a changed file of the same size,
# as after a new phone number, would have the same ETag, and a browser would keep the old file.
SPREAD = 2**22  # Seconds: some 48 days.


def archive(top: str, files: Mapping[str, bytes], day: date) -> bytes:
    """Pack the files in the folder `top` as `.tar.gz`, reproducibly.

    The entries are sorted and have no owner. Each file has a time that follows from its bytes, in the 48 days before
    midnight (UTC) of `day`. Each folder has an entry too, open to all: where the operator's system closes new folders
    to others, a web server could not read the site.
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
