"""How a part is written, shown to whoever wrote it in another way: lines that can stand in the file as they are."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from routine.domain import fields
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.domain.steps import AskedAt
from routine.reading.filled import SOME, TEXTS, Filler
from routine.reading.model_paths import annotation_at, hints, part_of, parts_of
from routine.reading.nodes import Path, raw
from routine.reading.source import read
from routine.reading.written import written
from tests.kit.broken import AFTER, SMALL_TEXT, TOLD, WITHIN
from tests.kit.variants import leaves, small

VALUES: Any = small()
# Every place of the small routine that has a part within a thing of its lists.
PARTS = sorted(
    {path[:at] for path, _ in leaves(VALUES) for at in range(3, len(path)) if part_of(annotation_at(path[:at]))},
    key=str,
)


def lines(text: str, *path: str | int) -> list[str]:
    return [*written(read(text.encode(), "rutin.yaml")[1], path, Routine)]


def swapped(old: str, new: str) -> str:
    assert SMALL_TEXT.count(old) == 1
    return SMALL_TEXT.replace(old, new)


PLACE: Path = next(("actions", i) for i, each in enumerate(VALUES["actions"]) if each["row"] == "5")


@pytest.mark.parametrize(
    "said",
    ["3 dagar", "tre dagar", "Inom 3 dagar", "[tre, dagar]", "{tid: 3 dagar}", "{count: tre, unit: dygn}", "3 dygn."],
)
def test_a_limit_is_written_with_what_the_editor_said(said: str) -> None:
    found = lines(swapped(WITHIN, f"    within: {said}\n"), *PLACE, "within")
    assert found == ["    within:", "      count: 3", "      unit: dagar", "      basis: tolkning"]


@pytest.mark.parametrize(
    ("said", "count", "unit"),
    [
        ("inom 24 h", "24", "timmar"),
        ("24h", "24", "timmar"),
        ("ett dygn", "1", "dagar"),
        ("2v", "2", "veckor"),
        ("två veckor efter händelsen", "2", "veckor"),
        ("en månad", "…", "…"),
        ("30 minuter", "…", "…"),
        ("en halvtimme", "…", "…"),
        ("omgående", "…", "…"),
        ("1-2 veckor", "…", "…"),
        ("2 arbetsdagar", "…", "…"),
        ("3 dagar efter samtalet", "…", "…"),
        ("{count: 3}", "3", "…"),
        ("{antal: 3}", "3", "…"),
        ("", "…", "…"),
    ],
)
def test_a_limit_that_is_not_understood_is_left_open(said: str, count: str, unit: str) -> None:
    """A likely amount would be published as it stands in the message: days for hours, or three for none."""
    found = lines(swapped(WITHIN, f"    within: {said}\n"), *PLACE, "within")
    assert found == ["    within:", f"      count: {count}", f"      unit: {unit}", "      basis: tolkning"]


def test_what_she_has_written_stays_and_what_cannot_stand_does_not() -> None:
    found = lines(
        swapped(WITHIN, "    within:\n      count: två\n      unit: veckor\n      basis: kalla\n"), *PLACE, "within"
    )
    assert found == ["    within:", "      count: 2", "      unit: veckor", "      basis: kalla"]


def test_a_list_is_written_item_by_item_with_the_ids_of_the_file() -> None:
    found = lines(swapped(TOLD, "    informs: [rektorn, eleven]\n"), "actions", 0, "informs")
    assert found[:3] == ["    informs:", "      - role: rektorn", "        basis: tolkning"]
    assert found[3:] == ["      - role: eleven", "        basis: tolkning"]
    first = swapped(AFTER, "    after:\n      - text: efter kranen\n        basis: kalla\n    x:\n      - x: x\n")
    at = next(i for i, each in enumerate(VALUES["actions"]) if each.get("after") and each["row"] == "5")
    assert lines(first, "actions", at, "after", 0) == [
        "      - action: …",
        "        text: efter kranen",
        "        basis: kalla",
    ]


def test_an_item_within_brackets_is_shown_with_its_whole_list() -> None:
    found = lines(swapped(TOLD, "    informs: [{role: rektorn}]\n"), "actions", 0, "informs", 0)
    assert found == ["    informs:", "      - role: rektorn", "        basis: tolkning"]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: ".".join(map(str, path)))
def test_the_lines_of_what_is_right_say_the_same(path: Path) -> None:
    """Put on lines of its own it is read as it was; what stands within brackets is shown with all that they hold."""
    shown = lines(SMALL_TEXT, *path)
    plain = "\n".join(line[len(shown[0]) - len(shown[0].lstrip()) :] for line in shown)
    found: Any = raw(read((plain if plain[0] != "-" else f"x:\n{plain}").encode(), "x.yaml")[1])
    (inner,) = found.values()
    around = [value(path[:end]) for end in range(3, len(path) + 1)]
    assert (inner[0] if plain[0] == "-" else inner) in around


def value(path: Path) -> Any:
    here: Any = VALUES
    for step in path:
        here = here[step]
    return here


@pytest.mark.parametrize("part", sorted(parts_of(Routine) | parts_of(Adopted), key=str))
def test_an_example_of_any_part_says_nothing_that_the_model_takes_as_it_stands(part: type[Part]) -> None:
    """Whoever pastes it is stopped until it is filled in, and then every key is right."""
    example = Filler(VALUES).filled(part, None)
    if part is AskedAt:  # It has one word to choose from, and a basis.
        assert part.model_validate(example)
        return
    with pytest.raises(ValidationError) as raised:
        part.model_validate(example)
    assert {error["type"] for error in raised.value.errors()} <= {"refused", "literal_error", "too_short"}


def test_no_part_within_a_thing_is_shown_without_its_words() -> None:
    """Each text has an example of how it is worded, after the mark that it is to be replaced."""
    within = {part for path in PARTS if (part := part_of(annotation_at(path)))}
    examples = [(part, Filler(VALUES).filled(part, None)) for part in within]
    bare = {
        f"{part.__name__}.{name}"
        for part, example in examples
        for name, value in (example.items() if isinstance(example, dict) else ())
        if value == SOME and hints(part)[name] in (fields.Line, fields.Text)
    }
    assert bare == set()


def test_every_text_of_the_table_is_of_a_field_that_is_there() -> None:
    for part, texts in TEXTS.items():
        assert set(texts) <= set(part.model_fields), part.__name__
