"""Whatever the model refuses, something that it takes can stand in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_origin

import pytest
from pydantic import TypeAdapter

from routine import rules
from routine.domain import fields
from routine.domain.fields import Placeholder
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.loading.parse import parse
from routine.reading.finding import Finding
from routine.reading.model_paths import hints
from routine.reading.nodes import Path
from routine.reading.placeholders import least, placeholder
from routine.reading.problems import RoutineError
from tests.kit.paths import SMALL
from tests.kit.variants import small

KINDS = {name: kind for name, kind in vars(fields).items() if get_origin(kind) is Annotated}
FIELDS = [
    pytest.param(hint, id=f"{part.__name__}.{name}")
    for part in Part.__subclasses__()
    if part.__module__.startswith("routine.domain.")
    for name, hint in hints(part).items()
    if name in part.model_fields
]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_value_has_one_placeholder_that_it_takes(kind: Any) -> None:
    (mark,) = (mark for mark in kind.__metadata__ if isinstance(mark, Placeholder))
    TypeAdapter(kind).validate_python(mark.at(("open_questions", 12, "id")))


@pytest.mark.parametrize("hint", FIELDS)
def test_every_field_of_the_model_has_a_placeholder_that_it_takes(hint: Any) -> None:
    """Also those that may be left out, which no routine of ours need have."""
    value = least(hint, ("actions", 3, "requirement"))
    assert value is not None
    TypeAdapter(hint).validate_python(value)


def test_a_placeholder_is_told_from_those_of_other_places() -> None:
    word, number = KINDS["Line"].__metadata__[-1], KINDS["Phone"].__metadata__[-1]
    assert word.at(("open_questions", 2, "question")) == "saknas-open-questions-2-question"
    assert number.at(("contacts", 2, "number")) == "+999 00 00 002"
    assert number.at(("number",)) == "+999 00 00 000"


def test_a_placeholder_is_taken_by_the_routine_in_every_place() -> None:
    values: Any = small()

    def each(node: Any, path: Path) -> None:
        for step, child in list(node.items() if isinstance(node, dict) else enumerate(node)):
            kept, new = node[step], placeholder((*path, step))
            if new is not None:
                node[step] = new
                Routine.model_validate(values)
                node[step] = kept
            if isinstance(child, dict | list):
                each(child, (*path, step))

    each(values, ())
    Routine.model_validate(placeholder(()))


def test_what_a_rule_says_of_a_placeholder_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever rule it is: a net below what each rule says that it needs."""

    def found(*_: object) -> Iterator[Finding]:
        yield Finding("R026", ("easy",), "Steget ”saknas-actions-0-text” saknas.")
        yield Finding("R026", ("easy",), "Steget ”sag-till” saknas.")

    monkeypatch.setattr(rules, "check", found)
    text = SMALL.read_text(encoding="utf-8").replace("text: Säg till rektorn om läckan", "text: …", 1)
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    assert "saknas-actions" not in raised.value.report()
    assert "sag-till" in raised.value.report()
