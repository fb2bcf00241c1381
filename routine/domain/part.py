"""What every part of the data is, of the routine as of the adopted document."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A part of the routine. Unknown keys are refused, so that a misspelt one never disappears.

    A computed field is what follows from the others: it is in the JSON export and its schema, never in the data file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
