"""A sheet's code follows all that stands on it."""

from __future__ import annotations

import pytest
from msgspec import json

from routine.domain.model import Routine
from routine.print.codes import code
from routine.print.sheets import printed
from routine.reading.nodes import Raw
from tests.kit.texts import json_strings
from tests.kit.variants import kind, leaves, put, small
from tests.kit.views import one_in

VALUES = dict(leaves(small()))
PLACES = {".".join(map(str, path)): path for path in VALUES if kind(path) in ("line", "text", "count")}


def coded(values: dict[str, Raw]) -> dict[str, tuple[str, str]]:
    """File → code, and the letters of all that stands on it, wherever a line of a drawing ends."""
    found = {}
    for sheet in printed(Routine.model_validate(values)):
        every = "".join(json_strings(json.decode(json.encode(sheet.matter)))).casefold()
        found[sheet.file] = code(sheet), "".join(sign for sign in every if sign.isalnum())
    return found


@pytest.mark.parametrize("place", one_in(16, [*PLACES]))
def test_no_sheet_says_something_else_under_the_code_that_it_had(place: str) -> None:
    """Also where that stands in a drawing alone."""
    values, path = small(), PLACES[place]
    before = coded(values)
    put(values, path, str(int(VALUES[path]) + 1) if kind(path) == "count" else f"{VALUES[path]} ändrad")
    after = coded(values)
    assert [file for file in before if before[file][0] == after[file][0] and before[file] != after[file]] == []


def test_what_is_tried_are_texts_that_stand_on_sheets() -> None:
    every = "".join(text for _, text in coded(small()).values())
    seen = [path for path in PLACES.values() if "".join(filter(str.isalnum, VALUES[path].casefold())) in every]
    assert len(seen) > len(PLACES) / 2
