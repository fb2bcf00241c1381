"""CycloneDX's own schema, and what it finds wrong in a bill of materials."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

VENDORED = Path(__file__).parent / "vendor"
AT = "http://cyclonedx.org/schema/"
BILL_SCHEMA, *BESIDE = (f"{name}.SNAPSHOT.schema.json" for name in ("bom-1.6", "spdx", "jsf-0.82"))


def unlike(bill: Any) -> list[str]:
    """Each fault with its place; of a part that may be one of several things, what each of them lacks is one."""
    beside = ((AT + name, Resource.from_contents(_schema(name))) for name in BESIDE)
    known: Registry[Any] = Registry().with_resources(beside)
    found = Draft7Validator(_schema(BILL_SCHEMA), registry=known).iter_errors(bill)
    return [f"{error.json_path}: {error.message}" for error in found]


def _schema(name: str) -> Any:
    return json.loads((VENDORED / name).read_text(encoding="utf-8"))
