"""The base model of the routine's and the adopted document's data."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A frozen part of the data that refuses unknown keys.

    Thus a misspelt key never disappears. A computed field is derived from the others: it is in the JSON export and its
    schema, never in the data file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
