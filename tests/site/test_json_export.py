"""The machine-readable routine and what monitoring reads: whole, in step with the schema, and silent about people."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from audit.built import Site, find
from routine import __version__
from routine.__main__ import main
from routine.check import record as editions
from routine.check.load import load
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.links import file_of
from routine.pages.status.status import status
from routine.site.json_export import HEAD, digest, export_json, export_schema, monitoring_json, site_digest
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


FILE = at.STATUS_JSON.strip("/")


@pytest.mark.site
def test_it_tells_of_the_site_that_it_lies_in(small_site: Site) -> None:
    found, export = json.loads(small_site.read(FILE)), small_site.export()
    assert {*found} == {"engine", "edition", "routine", "site", "address", "counts", "due"}
    assert (found["engine"], found["routine"]) == (__version__, export["digest"])
    assert [*found["edition"].values()] == [export["edition"]["edition"], export["edition"]["date"]]
    counted = {name: len(export[name]) for name in ("roles", "actions", "questions", "contacts", "guidance")}
    assert found["counts"] == counted | {"pages": len(small_site.pages()) - 1}  # Not that of a wrong address.
    others = sorted({*small_site.files()} - {FILE})
    sums = (f"{hashlib.sha256((small_site.folder / name).read_bytes()).hexdigest()}  {name}\n" for name in others)
    assert found["site"] == hashlib.sha256("".join(sums).encode()).hexdigest()


@pytest.mark.site
def test_what_is_due_comes_in_order_and_is_led_to_and_no_number_stands_there(small_site: Site) -> None:
    due = json.loads(small_site.read(FILE))["due"]
    assert due == sorted(due, key=lambda each: each["last"])
    assert [each["name"] for each in due] == [each.name for each in status(small_site.routine).due]
    for each in due:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", each["last"])
        file, _, id = each["address"].partition("#")
        tree = small_site.tree(file_of(f"/{file}"))
        assert not id or find(tree, id=id)
    numbers = [str(contact.number) for contact in small_site.routine.contacts if contact.number]
    assert [number for number in numbers if number in small_site.read(FILE)] == []


def test_it_says_the_same_however_the_files_came(small: Routine) -> None:
    files = {"index.html": b"a", "om/index.html": b"b", "404.html": b"c"}
    backwards = dict(reversed(files.items()))
    assert monitoring_json(small, (), files, "") == monitoring_json(small, (), backwards, "")
    assert site_digest(files) != site_digest(files | {"index.html": b"c"})
