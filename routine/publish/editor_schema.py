"""The schemas of `data/routine.yaml` and `data/adopted.yaml`: completion, hover help and marks in editors' programs.

Made from the model and from what the routine itself names, so that a misspelt id is marked where it is written. What
they refuse `check` refuses too; what takes the whole routine to see is left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from routine.disk.json_text import indented
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.domain.referring import REFERS
from routine.reading.nodes import Raw

# What each list holds, as a message names it.
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


def editor_schema(values: Raw, plain: Schema | None = None) -> str:
    """The JSON Schema of a routine, with the ids that its values have. `plain` is what Pydantic says of the model, from
    whoever has asked before: it is changed."""
    return _text(plain or Routine.model_json_schema(), values)


def adopted_schema(values: Raw, plain: Schema | None = None) -> str:
    """The same of the adopted document that lies beside the routine with these values."""
    return _text(plain or Adopted.model_json_schema(), values)


def _text(schema: Schema, values: Raw) -> str:
    known: dict[str, Schema] = {}
    parts = schema.pop("$defs")
    for part in (schema, *parts.values()):
        # Pydantic takes an English docstring for the description; what an editor needs is the Swedish of each field.
        part.pop("description", None)
        # A list that may not be empty may not be left out, whatever the model says: then a rule asks for it.
        held = [key for key, field in part["properties"].items() if "minItems" in field and field.get("default") == []]
        part["required"] = [key for key in part["properties"] if key in (*part.get("required", ()), *held)]
        part["properties"] = {key: _field(field, values, known) for key, field in part["properties"].items()}
    return indented(schema | {"$defs": parts | dict(sorted(known.items()))})


def _field(field: Schema, values: Raw, known: dict[str, Schema]) -> Schema:
    """What an editor's program is to know of a field. `known` collects the ids that fields refer to."""
    # Nothing is written as null here: a key is left out. So is a completion that would write one, or an empty list.
    value, *_ = field.pop("anyOf", [{}])
    field = _value(value | field, values, known)
    if not isinstance(field.get("default"), str):
        field.pop("default", None)
    if "items" in field:
        field |= {"items": _value(field["items"], values, known), "errorMessage": "Här ska stå en lista."}
    return field | {"title": _heading(field.get("description", ""), _choices(field))}


def _value(value: Schema, values: Raw, known: dict[str, Schema]) -> Schema:
    """The same of a field's value, or of one of its values."""
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
    # Not instead of its type, without which a completion of the whole part leaves the key out.
    return {key: value[key] for key in ("type", "description") if key in value} | {
        "allOf": [{"$ref": f"#/$defs/{name}"}]
    }


def _choices(value: Schema) -> list[str]:
    """The words to choose from, where there are such."""
    return value.get("enum") or ([value["const"]] if "const" in value else [])


def _heading(description: str, choices: list[str]) -> str:
    """The first words of the explanation; of one that begins with a word to choose, those words."""
    first = re.split(r"[.,:;(]", description, maxsplit=1)[0].strip()
    return " eller ".join(choices) if first.split(" ")[0] in choices else f"{first[:1].upper()}{first[1:]}"


def _ids(values: Raw, name: str, key: str) -> list[str]:
    """What the items of a list are called, as far as they can be read: the rest of the file may be broken."""
    items = values.get(name) if isinstance(values, Mapping) else None
    found = [item.get(key) for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    return [id for id in found if isinstance(id, str)]


def _forms(id: str) -> list[str | int | float]:
    """An id as an editor's program may read it: 112 without quotation marks is a number there."""
    if re.fullmatch(r"[0-9]+", id):
        return [id, int(id)]
    return [id, float(id)] if re.fullmatch(r"[0-9]+\.[0-9]+", id) else [id]
