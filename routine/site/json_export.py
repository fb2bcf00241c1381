"""`rutin.json`, the whole resolved routine, with its schema, and `om/status.json`, for an operator's monitoring.

The schema is derived from the model, so it cannot lag behind. The status says which build the site is, how much is in
it, and by which day something needs review. It holds nothing about a reader, and is made without a clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from routine import __version__
from routine.check.record import Record, current
from routine.disk import indented
from routine.model.about import Revision
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.status.status import Due, status
from routine.site.folder import checksums

DRAFT = "https://json-schema.org/draft/2020-12/schema"
BESIDE = at.ROUTINE_SCHEMA.lstrip("/")
# The keys that identify the content come first.
HEAD = ("$schema", "edition", "digest")


class Export(Routine):
    """The routine as other programs read it.

    Every key is always there: null or an empty list when nothing is said.
    """

    model_config = ConfigDict(title="Rutinen som data")
    schema_name: str = Field(
        default=BESIDE,
        serialization_alias="$schema",
        description="Schemat som filen följer, intill den.",
        json_schema_extra={"const": BESIDE},
    )
    edition: Revision = Field(description="Utgåvan som gäller: den senaste vars utskrifter har koder.")
    digest: Annotated[str, Field(pattern="^[0-9a-f]{12}$")] = Field(
        description="Innehållets kontrollsumma, utgåvorna undantagna: tolv tecken av SHA-256."
    )


def export_json(routine: Routine, record: Record) -> str:
    """Write `rutin.json`: the same text for the same routine and record."""
    export = Export.model_construct(**dict(routine), edition=current(routine, record), digest=digest(routine))
    body = export.model_dump(mode="json", by_alias=True)
    return indented({name: body[name] for name in HEAD} | body)


def export_schema() -> str:
    """Write the JSON Schema of `rutin.json`."""
    schema = Export.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        # Pydantic uses the English docstring as the description; a reader needs the Swedish one of each field.
        part.pop("description", None)
    return indented({"$schema": DRAFT} | schema)


def digest(routine: Routine) -> str:
    """Return twelve hex digits that identify the content of the routine.

    They begin the SHA-256 of all that the data file says except the revisions.
    """
    said = routine.model_dump(mode="json", exclude={"revisions"}, exclude_computed_fields=True)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


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
