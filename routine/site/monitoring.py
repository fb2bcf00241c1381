"""`om/status.json`: the facts that an operator's monitoring asks for.

It says which build the site is, how much is in it, and by which day something needs review. It holds nothing about a
reader, and is made without a clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from routine import __version__
from routine.check.record import Record, current
from routine.disk import indented
from routine.model.model import Routine
from routine.pages.status.status import Due, status
from routine.site.checksums import checksums
from routine.site.json_export import digest


def monitoring_json(routine: Routine, record: Record, files: Mapping[str, bytes], address: str) -> str:
    """Write the status: the same text for the same site.

    `files` is everything else that is published: path → content.

    `engine` is the program's version, `edition` the number and day of the edition in force, `routine` the digest in
    `rutin.json`, `site` the digest of the files as they were built: it identifies the build, and does not tell whether
    a file has been changed since. `address` is the address that the site was built for, empty where it is unknown or is
    the local machine's. `due` has the earliest day first: the program that reads the file knows today's date.
    """
    edition = current(routine, record)
    body = {
        "engine": __version__,
        "edition": {"number": edition.edition, "date": edition.date.isoformat()},
        "routine": digest(routine),
        "site": site_digest(files),
        "address": address,
        "counts": {
            "roles": len(routine.roles),
            "actions": len(routine.actions),
            "questions": len(routine.questions),
            "contacts": len(routine.contacts),
            "guidance": len(routine.guidance),
            "pages": sum(path.endswith("/index.html") or path == "index.html" for path in files),
        },
        "due": [_due(each) for each in status(routine).due],
    }
    return indented(body)


def site_digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of the files' checksum list, as 64 hex digits.

    The list is what `sha256sum` writes: one line a file, sorted by path.
    """
    return hashlib.sha256(checksums(files).encode()).hexdigest()


def _due(each: Due) -> dict[str, Any]:
    return {"last": each.last.isoformat(), "what": each.what, "name": each.name, "address": each.address.lstrip("/")}
