"""Each kind of error that the model raises has a Swedish sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from routine.domain.model import Routine
from routine.reading.model_faults import KINDS
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
