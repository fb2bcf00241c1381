"""The schema that editors' programs read: it knows the model and the routine's ids, and marks what `check` refuses."""

from __future__ import annotations

import json
import re
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import TypeAdapter, ValidationError

from routine.__main__ import main
from routine.commands.schema import BEHIND
from routine.domain import fields
from routine.domain.model import Routine
from routine.loading.load import beside, load, values_of
from routine.publish.editor_schema import NAMES, adopted_schema, editor_schema
from routine.reading.nodes import raw
from routine.reading.problems import RoutineError
from routine.reading.source import read
from routine.rules.references import named
from tests.kit.broken import CASES, SMALL_TEXT, Case
from tests.kit.editing import as_read, marked
from tests.kit.paths import PROJECT, REAL, SMALL, SMALL_ADOPTED
from tests.kit.variants import name, put, small
from tests.kit.views import one_in

PLAIN = json.dumps(Routine.model_json_schema())  # What Pydantic says of the model takes the longest.
SCHEMA = json.loads(editor_schema(values_of(SMALL)))
# A schema can know what the model refuses, but for a number that an editor's program reads as another.
KNOWN = [case for case in CASES if case.code[0] == "M" and case.name not in ("oktaltal", "decimaltal")]


@pytest.mark.parametrize("case", one_in(4, KNOWN))
def test_a_broken_routine_is_marked_when_a_schema_can_know_it(case: Case) -> None:
    assert marked(SCHEMA, as_read(case.file()))


def test_the_table_is_long() -> None:
    assert len(KNOWN) >= 35


@pytest.mark.parametrize(
    ("file", "routine", "of"),
    [
        (REAL, REAL, editor_schema),
        (SMALL, SMALL, editor_schema),
        (beside(REAL), REAL, adopted_schema),
        (SMALL_ADOPTED, SMALL, adopted_schema),
    ],
    ids=["routine", "small", "adopted", "small.adopted"],
)
def test_what_check_accepts_is_not_marked(file: Path, routine: Path, of: Any) -> None:
    schema = json.loads(of(values_of(routine)))
    Draft202012Validator.check_schema(schema)
    assert marked(schema, as_read(file.read_bytes())) == []


def test_an_edition_may_be_written_as_a_number() -> None:
    text = SMALL_TEXT.replace('edition: "2"', "edition: 2")
    assert text != SMALL_TEXT
    assert marked(SCHEMA, as_read(text)) == []


# --- One value --------------------------------------------------------------------------------------------------------

TEXTS = (
    *(
        "ja",
        "En text.",
        "åäö",
        "2",
        '"2"',
        "0",
        "112",
        "10000",
        "010-555 01 00",
        "+46 10",
        "+46 10 555 01 00",
        "0046 010-555 01 00",
        "12",
        "112 eller 113",
        "12a",
        "1_000",
        "12:30",
    ),
    *(
        "7.1",
        "7.1.2",
        "7.1.",
        "7.1.b",
        "3.1.2 a",
        "§ 7",
        "§",
        "–",
        "Kapitel 12 och 13",
        "Kapitel 12 och 1",
        "sag-till",
        "Sag",
        "sag till",
        "sag--till",
        "-sag",
        "två",
    ),
    *("2024-02-29", "2023-02-29", "2000-02-29", "1900-02-29", "2026-11-31", "2026-11-30", "2026-13-01", "20261130"),
    *("0000-01-01", "2026-1-1", "https://www.example.com/", "http://www.example.com/", "https://", "https://a b.se"),
    *('""', '" "', "null", "~", "", "|\n  En rad.\n", "|\n  En rad.\n  En till.\n", "[a]", "{a: b}", '"0012"', '"00"'),
)
# Such a program reads a number that begins with 0 as one without.
WITHOUT_ZERO = ("Phone", "20261130")
KINDS = ("Text", "Line", "Keyword", "Id", "Label", "Date", "Count", "Url", "Phone")


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_is_marked_when_the_model_refuses_it_and_else_not(kind: str) -> None:
    adapter = TypeAdapter[object](getattr(fields, kind))
    schema, unlike = adapter.json_schema(), []
    for text in TEXTS:
        line = f"x: {text}\n"
        # What is written as nothing at all is refused before the model sees it.
        written: Any = {"x": ""} if text in ("null", "~") else raw(read(line.encode(), "x")[1])
        if (kind, text) != WITHOUT_ZERO and bool(marked(schema, as_read(line)["x"])) is taken(adapter, written["x"]):
            unlike.append(text)
    assert unlike == []


def taken(adapter: TypeAdapter[object], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


# --- What names something ---------------------------------------------------------------------------------------------


def test_a_misspelt_id_is_marked_wherever_it_stands() -> None:
    lists = [*((each,) for each in NAMES), ("actions", "questions"), ("roles", "contacts")]
    places = [path for each in lists for path, _ in named(load(SMALL), *each)]
    whole = as_read(SMALL_TEXT)
    for path in places:
        values = deepcopy(whole)
        put(values, path, "felskrivet-id")
        assert [mark.partition(":")[0] for mark in marked(SCHEMA, values)] == [name(path)]
    assert {re.sub(r"\d+", "*", name(path)) for path in places} == named_in_the_schema()


def named_in_the_schema() -> set[str]:
    """Every place of the small routine whose schema leads to the routine's ids."""
    return {re.sub(r"\d+", "*", name(path)) for path in walked(SCHEMA, as_read(SMALL_TEXT), ())}


def walked(schema: Any, value: Any, here: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    if "allOf" in schema:
        return [here]
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict):
        return [at for key, item in value.items() for at in walked(schema["properties"][key], item, (*here, key))]
    if isinstance(value, list):
        return [at for i, item in enumerate(value) for at in walked(schema["items"], item, (*here, i))]
    return []


@pytest.mark.parametrize("key", NAMES)
def test_what_the_routine_has_no_id_for_is_not_offered(key: str) -> None:
    values = small()
    found = json.loads(editor_schema(values))["$defs"][key]["enum"]
    values[key] = []
    assert found
    assert json.loads(editor_schema(values))["$defs"][key]["enum"] == []


def test_what_may_be_history_is_offered_and_not_marked() -> None:
    text = SMALL_TEXT.replace("proxy: eleven}", "proxy: eleven-som-slutade}")
    assert marked(SCHEMA, as_read(text)) == []
    assert "eleven" in SCHEMA["$defs"]["Change"]["properties"]["proxy"]["examples"]


# --- What is said and written -----------------------------------------------------------------------------------------


def every_field() -> list[tuple[str, dict[str, Any]]]:
    schemas = SCHEMA, json.loads(adopted_schema(values_of(SMALL)))
    parts = [part for schema in schemas for part in (schema, *schema["$defs"].values()) if "properties" in part]
    return [(f"{part['title']}.{key}", field) for part in parts for key, field in part["properties"].items()]


@pytest.mark.parametrize(("place", "field"), every_field())
def test_every_key_has_a_heading_and_an_explanation_in_swedish(place: str, field: dict[str, Any]) -> None:
    key = place.partition(".")[2]
    assert field["description"].endswith((".", "…"))
    assert field["title"][0] not in "(–"
    # What the key itself would have given is English.
    assert field["title"] != key.replace("_", " ").title()
    first = " ".join(field["title"].split(" ")[:2]).casefold()
    assert first in field["description"].casefold() or " eller " in field["title"] or field["title"] in ("ja", "start")


@pytest.mark.parametrize(("place", "field"), every_field())
def test_no_completion_writes_null_or_an_empty_list(place: str, field: dict[str, Any]) -> None:
    assert "null" not in json.dumps(field), place
    assert isinstance(field.get("default", ""), str), place
    assert field.get("default") in ("kalla", None)


def test_whoever_owns_an_action_must_be_written() -> None:
    """A rule asks for it in kinder words; an editor's program knows it too."""
    assert "responsible" in SCHEMA["$defs"]["Action"]["required"]


# --- The files in data/ -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stem", "of"), [("routine", editor_schema), ("adopted", adopted_schema)])
def test_the_schema_is_in_step_with_the_model(stem: str, of: Any) -> None:
    """Its ids apart: those follow the content, and `check` advises when they lag."""
    committed = (PROJECT / f"data/{stem}.schema.json").read_text(encoding="utf-8")
    assert without_ids(json.loads(committed)) == without_ids(json.loads(of(values_of(REAL)))), "kör make schema"


def without_ids(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: without_ids(value)
            for key, value in schema.items()
            if key != "examples" and not (key == "enum" and "title" not in schema)
        }
    return [without_ids(each) for each in schema] if isinstance(schema, list) else schema


def test_check_advises_and_does_not_refuse_when_the_schema_lags(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(shutil.copy(SMALL, tmp_path / "rutin.yaml"))
    assert main(["schema", str(file)]) == 0
    assert main(["check", str(file)]) == 0
    assert BEHIND not in capsys.readouterr().out
    file.write_text(SMALL_TEXT.replace("mogel", "fukt"), encoding="utf-8")
    assert main(["check", str(file)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert f"Obs! {BEHIND}\n" in out
    assert "Det rör bara förslagen: du behöver inte göra något." in BEHIND
    assert main(["schema", str(file)]) == 0
    assert main(["check", str(file)]) == 0
    assert BEHIND not in capsys.readouterr().out


def test_a_schema_can_be_written_while_the_routine_is_half_mended(tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL_TEXT.replace("role: rektorn\n", "role: rektor\n", 1), encoding="utf-8")
    with pytest.raises(RoutineError):
        load(file)
    assert main(["schema", str(file)]) == 0
    assert "upptackaren" in (tmp_path / "rutin.schema.json").read_text(encoding="utf-8")


def test_no_schema_is_written_of_what_is_no_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    assert main(["schema", str(file)]) == 2
    file.write_text("site: [\n", encoding="utf-8")
    assert main(["schema", str(file)]) == 2
    assert "S011" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["rutin.yaml"]
