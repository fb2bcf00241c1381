"""`rutin.json`, the whole resolved routine, and its schema.

Both are derived from the model, so neither can lag behind it.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated

from pydantic import ConfigDict, Field

from routine.check.record import Record, current
from routine.disk import indented
from routine.model.about import Revision
from routine.model.model import Routine
from routine.pages import addresses as at

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
