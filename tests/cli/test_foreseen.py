"""What stops a command is told with its place to a person and to a program, whichever kind of error it is."""

from __future__ import annotations

from typing import get_args

import pytest

from routine.check.finding import Finding
from routine.check.problems import StopError, as_annotations, as_json
from routine.check.record import EditionError
from routine.cli.ending import FORESEEN, Foreseen, placed, report
from routine.paper.press import FitError
from tests.kit.paths import SMALL

ROOM = FitError([Finding("G001", ("actions", 0, "text"))])
CODES = EditionError("E001", "Koderna går inte att läsa.", "de som fanns", "hämta filen.", "rutin.editions.json:1:1")


def test_each_kind_that_is_caught_can_be_told() -> None:
    assert get_args(Foreseen) == FORESEEN


@pytest.mark.parametrize("error", [ROOM, CODES], ids=["room", "codes"])
def test_a_fault_of_a_file_has_its_place_in_every_form(error: Foreseen) -> None:
    found, said = placed(error, SMALL, "rutin.yaml"), report(error, SMALL, "rutin.yaml")
    assert found
    (problem,) = found.problems
    assert f"{found.name}:{problem.mark.line}:{problem.mark.column}: {problem.code} {problem.message}" in said
    assert [form for form in (as_json(found), as_annotations(found)) if problem.message not in form] == []


def test_what_is_no_fault_of_a_file_is_told_as_it_is() -> None:
    assert report(StopError("Porten är upptagen."), SMALL, "rutin.yaml") == "Porten är upptagen."
    assert placed(StopError("Porten är upptagen."), SMALL, "rutin.yaml") is None
