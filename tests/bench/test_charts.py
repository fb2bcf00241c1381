"""The chart that others draw is ours: the same boxes, arrows and words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bench.charts import dot, mermaid
from routine.domain.model import Routine
from routine.layout import Drawing
from routine.views.flowchart import flowchart

Language = Callable[[list[Drawing]], str]


@pytest.fixture
def drawings(small: Routine) -> list[Drawing]:
    view = flowchart(small)
    assert view
    return [part.drawing for part in view.parts]


@pytest.mark.parametrize(("language", "arrow"), [(dot, " -> "), (mermaid, " --> | -->\\|| --- ")])
def test_every_box_and_arrow_is_given_with_its_words(drawings: list[Drawing], language: Language, arrow: str) -> None:
    said = language(drawings)
    boxes = [box for drawing in drawings for box in drawing.boxes]
    edges = [edge for drawing in drawings for edge in drawing.edges]
    assert len(re.findall(arrow, said)) == len(edges) > 3
    assert len(re.findall(r"^\w+ ?\[(?:label=)?\"", said, re.MULTILINE)) == len(boxes) > 3
    for words in (" ".join(line.text for line in box.lines) for box in boxes):
        assert words in said.replace("#quot;", '"').replace('\\"', '"')
    assert all(edge.label in said for edge in edges)


@pytest.mark.parametrize("language", [dot, mermaid])
def test_every_arrow_leads_between_boxes_that_are_there(drawings: list[Drawing], language: Language) -> None:
    said = language(drawings)
    named = set(re.findall(r"^(\w+) ?\[", said, re.MULTILINE))
    ends = set(re.findall(r"^(del\w+) -", said, re.MULTILINE))
    assert ends
    assert ends <= named
    assert set(re.findall(r"(?:->|>|-|\|) (del\w+)", said)) <= named
