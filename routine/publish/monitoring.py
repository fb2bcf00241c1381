"""`om/status.json`: what a keeper's monitoring asks of a site. Which build it is, how much is in it, and by which day
something is to be looked at again. It holds nothing about a reader, and no clock has been asked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from routine import __version__
from routine.disk.json_text import indented
from routine.domain.model import Routine
from routine.editions.record import Record, current
from routine.publish.checksums import checksums
from routine.publish.json_export import digest
from routine.views.status import Due, status


def monitoring_json(routine: Routine, record: Record, files: Mapping[str, bytes], address: str) -> str:
    """The same text for the same site, always. `files` is all else that is published: path → content.

    `engine` is the program's version, `edition` the number and day of the one in force, `routine` the digest that
    `rutin.json` has, `site` the digest of the files as they were built: it tells which build it is, not
    whether a file has been changed since. `address` is where the site was built to lie, empty where nobody has said, or
    where it is the machine's own. `due` has the first day first: whoever reads it knows what day it is.
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
    """SHA-256, 64 hex digits, of what `sha256sum` writes of the files, sorted by path: one line a file."""
    return hashlib.sha256(checksums(files).encode()).hexdigest()


def _due(each: Due) -> dict[str, Any]:
    return {"last": each.last.isoformat(), "what": each.what, "name": each.name, "address": each.address.lstrip("/")}
