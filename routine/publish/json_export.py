"""The machine-readable twin: the resolved routine as JSON, and its schema. The digest names the content, edition apart."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from routine.domain import wording
from routine.domain.model import Action, Routine
from routine.views import addresses as at


def twin(routine: Routine) -> str:
    """`rutin.json`: the same text for the same routine, always."""
    body: dict[str, Any] = {
        "$schema": at.ROUTINE_SCHEMA.lstrip("/"),
        "edition": {"number": routine.edition.edition, "date": routine.edition.date.isoformat()},
        "digest": digest(routine),
        "organisation": routine.organisation.name,
        "source": routine.source.model_dump(mode="json", exclude_none=True),
        "roles": [{"id": role.id, "name": role.name} for role in routine.roles],
        "tracks": [track.model_dump(mode="json") for track in routine.tracks],
        "sections": [section.model_dump(mode="json") for section in routine.sections],
        "questions": [question.model_dump(mode="json", exclude_none=True) for question in routine.questions],
        "actions": [_action(action) for action in routine.actions],
        "emergency": [number.model_dump(mode="json") for number in routine.emergency],
        "open_questions": [question.model_dump(mode="json") for question in routine.open_questions],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "section": action.section,
        "row": action.row,
        "text": action.text,
        "responsible": list(action.responsible),
        "shared": action.shared,
        "consulted": action.consulted.model_dump(mode="json") if action.consulted else None,
        "proxy": action.proxy.role if action.proxy else None,
        "participants": [told.role for told in action.participants],
        "conditions": [condition.model_dump(mode="json") for condition in action.conditions],
        "limit": {"days": wording.days(action.within), "text": wording.limit(action.within)} if action.within else None,
        "groups": list(action.groups),
    }


def digest(routine: Routine) -> str:
    """Twelve hex signs of the SHA-256 of everything but the revisions."""
    body = json.dumps(routine.model_dump(mode="json", exclude={"revisions"}), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()[:12]


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _loose(*required: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "required": list(required)}}


def twin_schema() -> str:
    """The JSON Schema of `rutin.json`."""
    text, number, flag = {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "boolean"}
    texts = {"type": "array", "items": text}
    condition = _object(question=text, answer={"enum": ["ja", "nej"]}, text=text, basis={"enum": ["kalla", "tolkning"]})
    consulted = _object(mode={"enum": ["alla", "nagon"]}, roles=texts)
    action = _object(
        id=text,
        section=text,
        row=number,
        text=text,
        responsible={**texts, "minItems": 1},
        shared=flag,
        consulted={"anyOf": [consulted, {"type": "null"}]},
        proxy={"type": ["string", "null"]},
        participants=texts,
        conditions={"type": "array", "items": condition},
        limit={"anyOf": [_object(days=number, text=text), {"type": "null"}]},
        groups=texts,
    )
    body = _object(
        edition=_object(number=text, date=text),
        digest={"type": "string", "pattern": "^[0-9a-f]{12}$"},
        organisation=text,
        source={"type": "object", "required": ["title", "date"]},
        roles={"type": "array", "items": _object(id=text, name=text)},
        tracks=_loose("id", "title"),
        sections=_loose("id", "title", "track"),
        questions=_loose("id", "text", "basis", "answered_by"),
        actions={"type": "array", "items": action},
        emergency=_loose("number", "label"),
        open_questions=_loose("id", "question"),
    )
    body["properties"]["$schema"] = text
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rutinen som data", **body},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def editor_schema() -> str:
    """The JSON Schema of `data/routine.yaml`, for completion and hover help in editors."""
    schema = Routine.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        # Pydantic takes an English docstring for the description; the editor's help is the Swedish of each field.
        part.pop("description", None)
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
