"""Each kind of error that the model raises has a Swedish sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from routine.check.model_faults import KINDS
from routine.model.model import Routine
from tests.kit.variants import small

Path = tuple[str, ...]

WRONG: tuple[Any, ...] = ("", "x", [], ["x"], {}, {"okand": "x"})


def errors(values: Any) -> set[str]:
    """Pydantic's names of what is wrong."""
    try:
        Routine.model_validate(values)
    except ValidationError as error:
        return {detail["type"] for detail in error.errors()}
    return set()


def spoilt(values: Any, node: Any, path: Path, met: set[Path]) -> Iterator[Any]:
    """The routine with each of the wrong values in one place of each kind, one at a time."""
    for step, child in list(node.items() if isinstance(node, dict) else enumerate(node)):
        here = (*path, step if isinstance(step, str) else "")
        if here not in met:
            met.add(here)
            for wrong in (*WRONG, child * 3 if isinstance(child, list) else ""):
                node[step] = wrong
                yield values
            node[step] = child
        if isinstance(child, dict | list):
            yield from spoilt(values, child, here, met)


def test_the_table_has_the_errors_that_the_model_raises_and_no_others() -> None:
    values = small()
    assert {kind for changed in spoilt(values, values, (), set()) for kind in errors(changed)} == KINDS.keys()
