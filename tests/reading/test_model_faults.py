"""Each kind of error that the model raises has a Swedish sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from routine.domain.model import Routine
from routine.reading.model_faults import KINDS, explain
from routine.reading.source import read
from tests.kit.paths import SMALL
from tests.kit.variants import small

WRONG: tuple[Any, ...] = ("", "x", [], ["x"], {}, {"okand": "x"})


def errors(values: Any) -> set[str]:
    """Pydantic's names of what is wrong."""
    try:
        Routine.model_validate(values)
    except ValidationError as error:
        return {detail["type"] for detail in error.errors()}
    return set()


def spoilt(values: Any, node: Any) -> Iterator[Any]:
    """The routine with each of the wrong values in each place, one at a time."""
    for step, child in list(node.items() if isinstance(node, dict) else enumerate(node)):
        for wrong in (*WRONG, child * 3 if isinstance(child, list) else ""):
            node[step] = wrong
            yield values
        node[step] = child
        if isinstance(child, dict | list):
            yield from spoilt(values, child)


def test_the_table_has_the_errors_that_the_model_raises_and_no_others() -> None:
    values = small()
    assert {kind for changed in spoilt(values, values) for kind in errors(changed)} == KINDS.keys()


@pytest.mark.parametrize(
    ("kind", "context", "allowed"),
    [
        ("greater_than_equal", {"ge": 3}, "minst 3"),
        ("string_pattern_mismatch", {"pattern": "^a$"}, "mönstret ^a$"),
        ("string_type", {}, ""),
    ],
)
def test_a_kind_that_nobody_has_words_for_is_told_as_no_more_than_it_is(
    kind: str, context: dict[str, Any], allowed: str
) -> None:
    assert kind not in KINDS
    detail = InitErrorDetails(type=kind, loc=("site", "name"), input="x", ctx=context)
    error = ValidationError.from_exception_data("Routine", [detail])
    text, root = read(SMALL.read_bytes(), "rutin.yaml")
    (problem,) = explain(error, root)
    assert (problem.code, problem.message) == ("M003", "name har ett värde som inte godtas.")
    assert problem.allowed == allowed
    assert kind in problem.hint
    assert text.splitlines()[problem.mark.line - 1].lstrip().startswith("name:")
