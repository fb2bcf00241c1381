"""The machine-readable routine: whole, in step with its schema, and named by its content. And the editors' schema."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from audit.built import Site
from routine.domain import wording
from routine.load import load
from routine.publish.json_export import editor_schema
from routine.reading.nodes import Raw, raw
from routine.reading.source import read
from tests.kit.paths import PROJECT, REAL, SMALL
from tests.kit.variants import put, small, write

pytestmark = pytest.mark.site


def faults(schema: Any, value: object) -> list[str]:
    return sorted(
        f"{'.'.join(str(step) for step in error.path)}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(value)
    )


# --- rutin.json ------------------------------------------------------------------------------------------------------


def test_the_twin_follows_the_schema_beside_it(any_site: Site) -> None:
    twin = any_site.twin()
    schema = json.loads(any_site.read(twin["$schema"]))
    Draft202012Validator.check_schema(schema)
    assert faults(schema, twin) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "id"), None),
        (("actions", 0, "section"), 3),
        (("actions", 0, "row"), 0),
        (("actions", 0, "responsible"), []),
        (("actions", 0, "shared"), "ja"),
        (("actions", 0, "consulted"), {"mode": "kanske", "roles": []}),
        (("actions", 0, "limit"), {"days": 0, "text": "x"}),
        (("actions", 0, "conditions"), [{"question": "x"}]),
        (("actions", 0, "okand"), 1),
        (("digest",), "x"),
        (("roles", 0, "id"), None),
    ],
)
def test_the_schema_refuses_what_the_twin_never_is(
    small_site: Site, path: tuple[str | int, ...], value: object
) -> None:
    schema = json.loads(small_site.read("rutin.schema.json"))
    twin = deepcopy(small_site.twin())
    put(twin, path, value)  # type: ignore[arg-type]
    assert faults(schema, twin)


def test_the_twin_holds_every_action_as_the_routine_has_it(any_site: Site) -> None:
    routine = any_site.routine
    assert [
        (
            item["id"],
            item["section"],
            item["row"],
            item["text"],
            item["responsible"],
            item["shared"],
            item["groups"],
            item["participants"],
            item["proxy"],
        )
        for item in any_site.twin()["actions"]
    ] == [
        (
            action.id,
            action.section,
            action.row,
            action.text,
            list(action.responsible),
            len(action.responsible) > 1,
            list(action.groups),
            [told.role for told in action.participants],
            action.proxy and action.proxy.role,
        )
        for action in routine.actions
    ]
    for item, action in zip(any_site.twin()["actions"], routine.actions, strict=True):
        assert item["consulted"] == (
            action.consulted and {"mode": action.consulted.mode, "roles": list(action.consulted.roles)}
        ), action.id
        assert [(one["question"], one["answer"], one["text"], one["basis"]) for one in item["conditions"]] == [
            (one.question, one.answer, one.text, one.basis) for one in action.conditions
        ]
        assert (item["limit"] or {}).get("days") == (action.within and wording.days(action.within)), action.id


def test_every_reference_in_the_twin_holds(any_site: Site) -> None:
    twin = any_site.twin()
    known = {name: {item["id"] for item in twin[name]} for name in ("roles", "tracks", "sections", "questions")}
    for section in twin["sections"]:
        assert section["track"] in known["tracks"]
    for action in twin["actions"]:
        assert action["section"] in known["sections"]
        assert {
            *action["responsible"],
            *action["participants"],
            *((action["consulted"] or {}).get("roles", [])),
        } <= known["roles"]
        assert {one["question"] for one in action["conditions"]} <= known["questions"]


def test_the_twin_is_linked_from_the_page_about_the_site(any_site: Site) -> None:
    assert 'href="../rutin.json"' in any_site.read("om/index.html")


def test_the_command_writes_the_same_twin(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    from routine.__main__ import main

    assert main(["export", str(REAL)]) == 0
    assert capsys.readouterr().out == site.read("rutin.json")


# --- The digest ------------------------------------------------------------------------------------------------------


def digest(values: dict[str, Raw], folder: Path) -> str:
    from routine.publish.json_export import digest as of

    return of(load(write(values, folder / "rutin.yaml")))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "text"), "Säg till någon annan"),
        (("actions", 2, "responsible"), ["rektorn"]),
        (("actions", 4, "within", "count"), "4"),
        (("actions", 8, "row"), "12"),
        (("emergency", 1, "number"), "010-555 01 01"),
        (("terms", 0, "meaning"), "En annan kran."),
        (("source", "date"), "2020-03-01"),
        (("organisation", "name"), "En annan kommun"),
        (("open_questions", 0, "detail"), "Något annat."),
    ],
)
def test_the_digest_changes_with_the_content(path: tuple[str | int, ...], value: Raw, tmp_path: Path) -> None:
    values = small()
    before = digest(values, tmp_path)
    put(values, path, value)
    assert re.fullmatch(r"[0-9a-f]{12}", before)
    assert digest(values, tmp_path) != before


def test_the_digest_stays_when_only_the_revisions_change(tmp_path: Path) -> None:
    values = small()
    before = digest(values, tmp_path)
    values["revisions"] = [{"edition": "3", "date": "2030-01-01", "summary": "Ny."}, *values["revisions"]]
    assert digest(values, tmp_path) == before


def test_the_digest_stays_when_only_the_files_form_changes(small_site: Site, tmp_path: Path) -> None:
    """Comments, quotation marks and the order of keys are not content."""
    values = raw(read(SMALL.read_bytes(), SMALL.name)[1])
    assert isinstance(values, dict)
    assert digest(dict(reversed(values.items())), tmp_path) == small_site.twin()["digest"]


# --- The schema that editors' programs read --------------------------------------------------------------------------


def test_the_editors_schema_is_in_step_with_the_model() -> None:
    committed = (PROJECT / "data/routine.schema.json").read_text(encoding="utf-8")
    assert committed == editor_schema(), "kör make schema"


@pytest.mark.parametrize("file", [REAL, SMALL], ids=lambda file: file.stem)
def test_the_routine_follows_the_editors_schema(file: Path) -> None:
    """Every scalar is text here, and numbers are numbers to an editor's program: those two kinds are read as it reads them."""
    schema = json.loads(editor_schema())
    Draft202012Validator.check_schema(schema)
    _, root = read(file.read_bytes(), file.name)
    assert faults(schema, numbers(raw(root))) == []


def numbers(value: Raw, key: str = "") -> object:
    """The values with counts as numbers."""
    if isinstance(value, dict):
        return {name: numbers(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [numbers(item) for item in value]
    return int(value) if key in {"row", "count", "pages"} else value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "resposible"), ["rektorn"]),
        (("actions", 0, "text"), ["en lista"]),
        (("actions", 0, "id"), "Stora Bokstäver"),
        (("actions", 2, "conditions", 0, "answer"), "kanske"),
        (("emergency",), []),
        (("site", "leave"), "http://osaker.example"),
    ],
)
def test_the_editors_schema_refuses_what_the_model_refuses(path: tuple[str | int, ...], value: Raw) -> None:
    values = small()
    put(values, path, value)
    assert faults(json.loads(editor_schema()), numbers(values))


def test_every_key_of_the_editors_schema_is_explained_in_swedish() -> None:
    schema = json.loads(editor_schema())
    for part in (schema, *schema["$defs"].values()):
        for key, field in part["properties"].items():
            assert field.get("description", "").endswith((".", "…")), f"{part['title']}.{key}"
