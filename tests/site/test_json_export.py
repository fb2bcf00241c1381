"""The machine-readable routine: whole, in step with its schema, and named by its content."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from audit.built import Site
from routine.__main__ import main
from routine.check import record as editions
from routine.check.load import load
from routine.site.json_export import HEAD, digest, export_json, export_schema
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import UPHELD_UNTIL, leaves, put, small, values_of, withdrawn_file, write

SCHEMA = json.loads(export_schema())


def exported(file: Path) -> Any:
    return json.loads(export_json(load(file), editions.of(file)))


def faults(value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(value)]


@pytest.mark.parametrize("file", [REAL, SMALL], ids=["real", "small"])
def test_it_follows_its_schema_and_has_every_value_of_the_file_under_its_own_keys(file: Path) -> None:
    export = exported(file)
    assert faults(export) == []
    assert tuple(export)[: len(HEAD)] == HEAD
    for path, text in leaves(values_of(file)):
        found = export
        for step in path:
            found = found[step]
        assert str(found) == text, path


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "responsible"), None),
        (("actions", 4, "within", "days"), "21"),
        (("actions", 0, "okand"), 1),
        (("emergency",), []),
        (("edition",), "2"),
        (("digest",), "x"),
    ],
)
def test_the_schema_refuses_what_the_export_never_is(path: tuple[str | int, ...], value: object) -> None:
    export = exported(SMALL)
    put(export, path, value)  # type: ignore[arg-type]
    assert faults(export)


def test_every_key_of_the_schema_is_always_there_and_explained() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        assert {*part["required"]} == {*part["properties"]}, part["title"]
        for key, field in part["properties"].items():
            assert field.get("description", "").endswith((".", "…")), f"{part['title']}.{key}"


def test_it_holds_what_follows_from_the_rest(tmp_path: Path) -> None:
    export = exported(SMALL)
    assert export["edition"] == export["revisions"][0]
    limits = [action["within"] for action in export["actions"] if action["within"]]
    assert limits
    for limit in limits:
        hours = limit["count"] * {"timmar": 1, "dagar": 24, "veckor": 168}[limit["unit"]]
        assert limit["hours"] == hours
        assert limit["days"] == (None if limit["unit"] == "timmar" else hours // 24)
    assert export["withdrawn"] is None
    assert exported(withdrawn_file(tmp_path / "rutin.yaml"))["withdrawn"] == UPHELD_UNTIL


@pytest.mark.site
def test_the_site_and_the_command_have_the_same(small_site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(SMALL)]) == 0
    assert capsys.readouterr().out == small_site.read("rutin.json")
    assert json.loads(small_site.read(small_site.export()["$schema"])) == SCHEMA
    assert 'href="../rutin.json"' in small_site.read("om/index.html")


def test_the_digest_follows_the_content_and_neither_its_form_nor_the_revisions(tmp_path: Path) -> None:
    values = small()

    def of(values: Any) -> str:
        return digest(load(write(values, tmp_path / "rutin.yaml")))

    before = of(values)
    assert re.fullmatch(r"[0-9a-f]{12}", before)
    revisions = [{"edition": "3", "date": "2030-01-01", "summary": "Ny."}, *values["revisions"]]
    assert of(dict(reversed(values.items()))) == of(values | {"revisions": revisions}) == before
    put(values, ("actions", 0, "text"), "Säg till rektorn om läckan genast")
    assert of(values) != before
