"""A row that a text names by its number is there, or was taken away by a decision."""

from __future__ import annotations

import re
from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.nodes import Path
from tests.kit.variants import put, small

POINT: Path = ("guidance", 0, "points", 0)


def told(text: str, path: Path = POINT, **changes: Any) -> list[tuple[str, Path, str]]:
    """What is advised of the small routine with this text in it: where, and of which row."""
    values = small() | changes
    put(values, path, text)
    routine = Routine.model_validate(values)
    return [(one.code, one.path, *re.findall(r"rad (\d+)", one.message)) for one in rules.advise(routine)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Läs rad 25.", "25"),
        ("Rad 25 säger det.", "25"),
        ("Det står på raden 11, och raden 5.", "11"),
        ("Läs raderna 3, 4 och 17.", "17"),
        ("Läs raderna 3 till 11.", "11"),
        ("Läs rad 9–11.", "11"),
        ("Läs rader 9-11.", "11"),
        ("Läs rad\u00a014 först.", "14"),
        ("Läs rad 25, rad 26 och rad 25.", "25"),
    ],
)
def test_a_row_that_no_action_has_is_told_once_in_each_text(text: str, row: str) -> None:
    assert told(text) == [("V021", POINT, row)]


@pytest.mark.parametrize(
    "text",
    [
        "Läs rad 2 och rad 10, raderna 1–3, raderna 4, 5 och 7.",
        "Rad 12 togs bort av nämnden.",
        "Läs rad 3 och 24 timmar senare rad 4, 30 personer fick plats.",
        "Gör så två gånger i rad 2024, och rad 1.25 meter.",
        "Stå i rad 30 minuter. Sätt bord i rader 40 cm isär.",
        "Parad 25, radhus 30, en rad på 40 meter, radera 50.",
    ],
)
def test_a_row_that_is_there_or_was_decided_of_and_other_numbers_are_let_alone(text: str) -> None:
    assert told(text) == []


def test_what_an_edition_says_of_its_own_time_stands() -> None:
    assert told("Rad 25 är borttagen.", ("revisions", 1, "summary")) == []
    assert told("Rad 25 är borttagen.", ("open_questions", 0, "detail")) == [
        ("V021", ("open_questions", 0, "detail"), "25")
    ]


def test_a_source_without_numbers_has_no_rows_to_hold_to() -> None:
    values: Any = small()
    actions = [{key: value for key, value in action.items() if key != "row"} for action in values["actions"]]
    assert told("Läs rad 25 på blanketten.", actions=actions) == []
