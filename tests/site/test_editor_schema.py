"""The schema that editors' programs read: it knows the model and the routine's ids, and marks what `check` refuses."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from routine.__main__ import main
from routine.check.load import beside, load, values_of
from routine.check.rules.names import named
from routine.site.editor_schema import NAMES, adopted_schema, editor_schema
from tests.kit.broken import SMALL_TEXT
from tests.kit.editing import as_read, marked
from tests.kit.paths import PROJECT, REAL, SMALL, SMALL_ADOPTED
from tests.kit.variants import name, put, small

SCHEMA = json.loads(editor_schema(values_of(SMALL)))


@pytest.mark.parametrize(
    ("file", "routine", "of"),
    [(REAL, REAL, editor_schema), (beside(REAL), REAL, adopted_schema), (SMALL_ADOPTED, SMALL, adopted_schema)],
    ids=["routine", "adopted", "small.adopted"],
)
def test_what_check_accepts_is_not_marked(file: Path, routine: Path, of: Any) -> None:
    schema = json.loads(of(values_of(routine)))
    Draft202012Validator.check_schema(schema)
    assert marked(schema, as_read(file.read_bytes())) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "txt"), "Ett okänt fält."),
        (("actions", 0, "row"), "ett"),
        (("actions", 0, "id"), "Sag till"),
        (("revisions", 0, "date"), "2026-02-30x"),
        (("actions", 0, "responsible"), []),
        (("emergency", 0, "number"), "12a"),
    ],
)
def test_what_the_model_refuses_is_marked(path: tuple[str | int, ...], value: Any) -> None:
    values = as_read(SMALL_TEXT)
    assert marked(SCHEMA, values) == []
    put(values, path, value)
    assert marked(SCHEMA, values)


def test_a_misspelt_id_is_marked_wherever_it_stands() -> None:
    lists = [*((each,) for each in NAMES), ("actions", "questions"), ("roles", "contacts")]
    places = [path for each in lists for path, _ in named(load(SMALL), *each)]
    assert len(places) > 50
    for path in places[::4]:
        values = deepcopy(as_read(SMALL_TEXT))
        put(values, path, "felskrivet-id")
        assert [mark.partition(":")[0] for mark in marked(SCHEMA, values)] == [name(path)]


def test_what_the_routine_has_no_id_for_is_not_offered() -> None:
    values: Any = small() | {"roles": []}
    assert SCHEMA["$defs"]["roles"]["enum"]
    assert json.loads(editor_schema(values))["$defs"]["roles"]["enum"] == []


def test_every_key_is_explained_in_swedish_and_no_completion_writes_null() -> None:
    parts = [part for part in (SCHEMA, *SCHEMA["$defs"].values()) if "properties" in part]
    fields = [(key, field) for part in parts for key, field in part["properties"].items()]
    assert len(fields) > 200
    for key, field in fields:
        assert field["description"].endswith((".", "…")), key
        assert field["title"] != key.replace("_", " ").title(), key
        assert "null" not in json.dumps(field), key


@pytest.mark.parametrize(("stem", "of"), [("routine", editor_schema), ("adopted", adopted_schema)])
def test_the_schema_is_in_step_with_the_model(stem: str, of: Any) -> None:
    """Its ids apart: those follow the content, and are renewed with each edition."""
    committed = json.loads((PROJECT / f"data/{stem}.schema.json").read_text(encoding="utf-8"))
    assert without_ids(committed) == without_ids(json.loads(of(values_of(REAL)))), "kör make schema"


def without_ids(schema: Any) -> Any:
    if isinstance(schema, dict):
        ids = {"examples"} | (set() if "title" in schema else {"enum"})
        return {key: without_ids(value) for key, value in schema.items() if key not in ids}
    return [without_ids(each) for each in schema] if isinstance(schema, list) else schema


def test_the_command_writes_the_schema_of_the_file_and_its_ids(tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL_TEXT.replace("mogel", "fukt"), encoding="utf-8")
    assert main(["schema", str(file)]) == 0
    assert '"fukt"' in file.with_suffix(".schema.json").read_text(encoding="utf-8")
