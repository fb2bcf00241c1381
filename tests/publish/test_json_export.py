"""The machine-readable routine: whole, in step with its schema, and named by its content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from audit.built import Site
from routine.domain.adopted import Adopted, Row
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.editions import stored
from routine.loading.load import load
from routine.publish.json_export import HEAD, Export, export_json, export_schema
from routine.reading.nodes import Raw
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import UPHELD_UNTIL, leaves, put, small, values_of, withdrawn_file, write

pytestmark = pytest.mark.site


def faults(schema: Any, value: object) -> list[str]:
    return sorted(
        f"{'.'.join(str(step) for step in error.path)}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(value)
    )


# --- rutin.json ------------------------------------------------------------------------------------------------------

EACH = pytest.mark.parametrize("file", [REAL, SMALL], ids=lambda file: file.stem)

# Of the adopted document's own parts nothing is exported.


def every(part: type[Part]) -> Iterator[type[Part]]:
    """All kinds of part, also those that are made of another."""
    for other in part.__subclasses__():
        yield other
        yield from every(other)


PARTS = [part for part in every(Part) if part not in (Adopted, Row, Export)]


def exported(file: Path) -> Any:
    return json.loads(export_json(load(file), stored.of(file)))


def keys(part: type[Part]) -> set[str]:
    """What a part says: its fields, and what follows from them."""
    return {*part.model_fields, *part.model_computed_fields}


def pairs(part: Part, body: Any) -> Iterator[tuple[Part, Any]]:
    """Each part of the routine with what the export has in its place."""
    yield part, body
    for name in keys(type(part)):
        value = getattr(part, name)
        found = [(value, body[name])] if isinstance(value, Part) else []
        found += zip(value, body[name], strict=True) if isinstance(value, tuple) else []
        for item, item_body in found:
            if isinstance(item, Part):
                yield from pairs(item, item_body)


def test_the_export_follows_the_schema_beside_it(every_site: Site) -> None:
    export = every_site.export()
    schema = json.loads(every_site.read(export["$schema"]))
    Draft202012Validator.check_schema(schema)
    assert faults(schema, export) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("actions", 0, "id"), None),
        (("actions", 0, "section"), 3),
        (("actions", 0, "row"), 0),
        (("actions", 0, "responsible"), None),
        (("actions", 0, "shared"), "ja"),
        (("actions", 0, "consulted"), {"mode": "kanske", "roles": []}),
        (("actions", 4, "within", "days"), "21"),
        (("actions", 0, "conditions"), [{"question": "x"}]),
        (("actions", 0, "okand"), 1),
        (("contacts", 0, "number"), 112),
        (("emergency",), []),
        (("edition",), "2"),
        (("digest",), "x"),
        (("$schema",), "annat.json"),
        (("roles", 0, "id"), None),
    ],
)
def test_the_schema_refuses_what_the_export_never_is(path: tuple[str | int, ...], value: object) -> None:
    schema, export = json.loads(export_schema()), exported(SMALL)
    put(export, path, value)  # type: ignore[arg-type]
    assert faults(schema, export)


@EACH
def test_every_value_of_the_file_stands_in_the_export_under_its_own_keys(file: Path) -> None:
    export = exported(file)
    for path, text in leaves(values_of(file)):
        found = export
        for step in path:
            found = found[step]
        assert str(found) == text, path


def test_every_field_of_every_part_is_in_the_export(tmp_path: Path) -> None:
    file = withdrawn_file(tmp_path / "rutin.yaml")
    seen, routine = set(), load(file)
    for part, body in pairs(routine, exported(file)):
        seen.add(type(part))
        named = {*HEAD} if part is routine else set()
        assert set(body) - named == keys(type(part)), type(part).__name__
    assert seen == set(PARTS)


def test_that_the_routine_is_withdrawn_stands_in_the_export_and_nothing_where_it_holds(tmp_path: Path) -> None:
    export = exported(withdrawn_file(tmp_path / "rutin.yaml"))
    assert export["withdrawn"] == UPHELD_UNTIL
    assert exported(SMALL)["withdrawn"] is None
    assert faults(json.loads(export_schema()), export) == []


def test_every_field_of_every_part_is_in_the_schema_and_always_there() -> None:
    schema = json.loads(export_schema())
    parts = {part.__name__: part for part in PARTS if part is not Routine}
    assert schema["$defs"].keys() == parts.keys()
    assert set(schema["properties"]) == keys(Routine) | {*HEAD}
    for name, part in parts.items():
        assert set(schema["$defs"][name]["properties"]) == keys(part), name
    for group in (schema, *schema["$defs"].values()):
        assert set(group["required"]) == set(group["properties"]), group["title"]


def test_no_docstring_stands_in_for_the_explanation_of_what_follows() -> None:
    """Pydantic would take it, and it is English."""
    infos = [info for part in every(Part) for info in part.model_computed_fields.values()]
    assert infos
    assert [info.description for info in infos if info.description == info.wrapped_property.__doc__] == []


@EACH
def test_the_export_holds_what_follows_from_the_rest(file: Path) -> None:
    values: Any = values_of(file)
    export = exported(file)
    assert export["edition"] == export["revisions"][0]
    assert export["edition"]["edition"] == values["revisions"][0]["edition"]
    assert [action["shared"] for action in export["actions"]] == [
        len(action.get("responsible", [])) > 1 for action in values["actions"]
    ]
    limits = [action["within"] for action in export["actions"] if action["within"]]
    assert limits
    days = {"timmar": None, "dagar": 1, "veckor": 7}
    for limit in limits:
        day = days[limit["unit"]]
        assert limit["days"] == (limit["count"] * day if day else None)
        assert limit["hours"] == limit["count"] * (24 * day if day else 1)
    assert all(limit["text"].startswith("inom ") for limit in limits)


def test_what_names_the_content_stands_first() -> None:
    assert list(exported(SMALL))[:3] == ["$schema", "edition", "digest"]


@EACH
def test_every_reference_in_the_export_holds(file: Path) -> None:
    export = exported(file)
    known = {name: {item["id"] for item in export[name]} for name in ("roles", "tracks", "sections", "questions")}
    guidance, numbers = (
        {item[key] for item in export[name]} for name, key in (("guidance", "id"), ("emergency", "number"))
    )
    for question in export["questions"]:
        assert {id for meaning in question["means"] for id in meaning["guidance"]} <= guidance
    for section in export["sections"]:
        assert section["track"] in known["tracks"]
    for action in export["actions"]:
        assert action["section"] in known["sections"]
        others = [
            *action["participants"],
            *action["helps"],
            *action["informs"],
            *([action["proxy"]] if action["proxy"] else []),
        ]
        assert {
            *action["responsible"],
            *(other["role"] for other in others),
            *((action["consulted"] or {}).get("roles", [])),
        } <= known["roles"]
        assert {one["question"] for one in action["conditions"]} <= known["questions"]
        assert action["call"] is None or action["call"]["number"] in numbers


def test_the_export_is_linked_from_the_page_about_the_site(every_site: Site) -> None:
    assert 'href="../rutin.json"' in every_site.read("om/index.html")


def test_the_command_writes_the_same_export(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
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
        (("actions", 0, "text"), "Säg till rektorn om läckan genast"),
        (("actions", 2, "responsible"), ["rektorn"]),
        (("actions", 4, "within", "count"), "4"),
        (("actions", 9, "row"), "12"),
        (("emergency", 1, "label"), "En annan jour"),
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
    assert digest(dict(reversed(small().items())), tmp_path) == small_site.export()["digest"]


def test_every_key_of_the_schema_is_explained_in_swedish() -> None:
    schema = json.loads(export_schema())
    for part in (schema, *schema["$defs"].values()):
        for key, field in part["properties"].items():
            assert field.get("description", "").endswith((".", "…")), f"{part['title']}.{key}"
