"""The files of a release, beside its archive and inside it."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from routine.deliver.hosting import Hosting, environment, kit
from routine.model import wording
from routine.model.about import Revision
from routine.model.model import Routine
from routine.site.folder import CHECKSUMS, checksums

NOTES = "las-mig.md"
TEMPLATES = environment(Path(__file__).parent)


def release(
    routine: Routine,
    edition: Revision,
    site: Mapping[str, bytes],
    digest: str,
    place: Hosting,
    licences: Mapping[str, bytes],
    commit: str = "",
    changes: str = "",
) -> tuple[str, dict[str, bytes]]:
    """Return the release's name and its files, path → content.

    The release is made for a built site and the place where it will lie. `edition` is the one in force, `digest` the
    site's; `commit` is empty where git gives none, and `changes` where nobody has asked for them.
    """
    # The edition's day, and the digest that identifies this site.
    name = f"{place.slug}-{edition.date.isoformat()}-{digest[:12]}"
    said = {NOTES: _notes(routine, edition, place, name=name, digest=digest, commit=commit, changes=changes).encode()}
    inside = said | {f"site/{path}": data for path, data in site.items()}
    inside |= {f"kit/{path}": text.encode() for path, text in kit(place, routine.site.name).items()}
    inside |= {f"licenser/{path}": data for path, data in licences.items()}
    inside[CHECKSUMS] = checksums(inside).encode()
    files = said | {f"{name}.tar.gz": archive(name, inside, edition.date)}
    return name, files | {CHECKSUMS: checksums(files).encode()}


def _notes(routine: Routine, edition: Revision, place: Hosting, **told: str) -> str:
    """Describe how to install a version, take it back, and verify it."""
    withdrawn = routine.withdrawn and wording.recalled(routine.withdrawn.until)
    day = wording.long_date(edition.date)
    template = TEMPLATES.get_template(NOTES)
    return template.render(routine=routine, edition=edition, day=day, place=place, withdrawn=withdrawn, **told)


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
