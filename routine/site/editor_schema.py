"""JSON Schemas of the routine and the adopted document, for editors.

They give completion, hover help and error marks for `data/routine.yaml` and `data/adopted.yaml` in editors' programs.
They are made from the model and from the ids in the routine, so that a misspelt id is marked where it is written.
`check` refuses everything that they refuse; faults that need the whole routine to be seen are left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from routine.check.model_paths import ALSO
from routine.check.nodes import Raw
from routine.disk import indented
from routine.model.adopted import Adopted
from routine.model.model import Routine
from routine.model.referring import REFERS

# List → one of its items, as a message names it.
NAMES = {
    "roles": "en roll",
    "tracks": "ett spår",
    "sections": "ett avsnitt",
    "questions": "en fråga",
    "actions": "en åtgärd",
    "open_questions": "en öppen fråga",
    "contacts": "en kontakt",
    "guidance": "en vägledning",
    "emergency": "ett av nödnumren",
}
Schema = dict[str, Any]


def editor_schema(values: Raw) -> str:
    """Return the JSON Schema of a routine, with the ids in its values."""
    return _text(Routine.model_json_schema(), values)


def adopted_schema(values: Raw) -> str:
    """Return the JSON Schema of the adopted document beside a routine.

    `values` are those of the routine.
    """
    return _text(Adopted.model_json_schema(), values)


def _text(schema: Schema, values: Raw) -> str:
    known: dict[str, Schema] = {}
    parts = schema.pop("$defs")
    for part in (schema, *parts.values()):
        # Pydantic uses the English docstring as the description; an editor needs the Swedish one of each field.
        part.pop("description", None)
        # A list that may not be empty is required, even where the model has a default and a rule asks for it.
        held = [key for key, field in part["properties"].items() if "minItems" in field and field.get("default") == []]
        part["required"] = [key for key in part["properties"] if key in (*part.get("required", ()), *held)]
        part["properties"] = {
            key: _field(field, values, known) for key, field in part["properties"].items() if key != ALSO
        }
    return indented(schema | {"$defs": parts | dict(sorted(known.items()))})


def _field(field: Schema, values: Raw, known: dict[str, Schema]) -> Schema:
    """Complete the schema of a field for editors' programs.

    `known` collects the ids that fields refer to.
    """
    # The data has no null: a key is left out. So drop defaults that a completion would write as null or an empty list.
    value, *_ = field.pop("anyOf", [{}])
    field = _value(value | field, values, known)
    if not isinstance(field.get("default"), str):
        field.pop("default", None)
    if "items" in field:
        field |= {"items": _value(field["items"], values, known), "errorMessage": "Här ska stå en lista."}
    return field | {"title": _heading(field.get("description", ""), _choices(field))}


def _value(value: Schema, values: Raw, known: dict[str, Schema]) -> Schema:
    """Complete the schema of a field's value, or of an item in its list."""
    if choices := _choices(value):
        return value | {"errorMessage": f"Välj {' eller '.join(choices)}."}
    refers = value.pop(REFERS, None)
    if not refers:
        return value
    ids = [id for name in refers["to"] for id in _ids(values, name, refers["key"])]
    if refers["past"]:
        return value | {"examples": ids}
    name, what = "-".join(refers["to"]), " eller ".join(NAMES[each] for each in refers["to"])
    known[name] = {
        "enum": [form for id in ids for form in _forms(id)],
        "errorMessage": f"Här ska stå {what} som finns.",
    }
    # Keep the type: without it a completion of the whole part leaves the key out.
    return {key: value[key] for key in ("type", "description") if key in value} | {
        "allOf": [{"$ref": f"#/$defs/{name}"}]
    }


def _choices(value: Schema) -> list[str]:
    """Return the words to choose from, if there are any."""
    return value.get("enum") or ([value["const"]] if "const" in value else [])


def _heading(description: str, choices: list[str]) -> str:
    """Return the first words of the description.

    If it begins with one of the choices, return the choices instead.
    """
    first = re.split(r"[.,:;(]", description, maxsplit=1)[0].strip()
    return " eller ".join(choices) if first.split(" ")[0] in choices else f"{first[:1].upper()}{first[1:]}"


def _ids(values: Raw, name: str, key: str) -> list[str]:
    """Return the ids of the items in a list, as far as they can be read.

    The rest of the file may be broken.
    """
    items = values.get(name) if isinstance(values, Mapping) else None
    found = [item.get(key) for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    return [id for id in found if isinstance(id, str)]


def _forms(id: str) -> list[str | int | float]:
    """Return an id in each form that an editor's program may read.

    Without quotation marks, 112 is a number there.
    """
    if re.fullmatch(r"[0-9]+", id):
        return [id, int(id)]
    return [id, float(id)] if re.fullmatch(r"[0-9]+\.[0-9]+", id) else [id]
