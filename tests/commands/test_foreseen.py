"""What stops a command is told in the same words to a person and to a program, whichever kind of error it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from routine.commands.foreseen import FORESEEN, Foreseen, placed, report
from routine.editions.record import EditionError
from routine.loading.load import load
from routine.loading.reports import as_annotations, as_json
from routine.print.press import FitError
from routine.reading.finding import Finding
from routine.reading.problems import RoutineError, StopError
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import SMALL


def refused(folder: Path) -> RoutineError:
    """As of a routine that names nobody."""
    file = folder / "rutin.yaml"
    file.write_text(SMALL_TEXT.replace("[vaktmastaren]", "[vakten]"), encoding="utf-8")
    with pytest.raises(RoutineError) as raised:
        load(file)
    return raised.value


ROOM = FitError([Finding("G001", ("actions", 0, "text"), "Texten får inte plats.", "en rad", "skriv kortare.")])
CODES = EditionError("E001", "Koderna går inte att läsa.", "de som fanns", "hämta filen.", "rutin.editions.json:1:1")


def test_each_kind_that_is_caught_can_be_told() -> None:
    assert get_args(Foreseen) == FORESEEN


@pytest.mark.parametrize("kind", ["the routine", "what has no room", "an edition's codes"])
def test_a_fault_of_a_file_has_its_place_in_every_form(kind: str, tmp_path: Path) -> None:
    errors: dict[str, Foreseen] = {
        "the routine": refused(tmp_path),
        "what has no room": ROOM,
        "an edition's codes": CODES,
    }
    found, said = placed(errors[kind], SMALL, "rutin.yaml"), report(errors[kind], SMALL, "rutin.yaml")
    assert found
    assert found.problems
    for problem in found.problems:
        head = f"{found.name}:{problem.mark.line}:{problem.mark.column}: {problem.code} {problem.message}"
        for form in (said, as_json(found), as_annotations(found)):
            assert problem.message in form
        assert head in said
        assert f"Gör så här: {problem.hint}" in said


def test_what_has_no_room_is_told_where_the_text_stands_in_the_file_as_it_is_called() -> None:
    stands = f"    text: {load(SMALL).actions[0].text}"
    text = SMALL_TEXT.splitlines().index(stands) + 1
    assert report(ROOM, SMALL, "en/rutin.yaml").startswith(f"en/rutin.yaml:{text}:")


@pytest.mark.parametrize("said", ["Porten är upptagen.", ""])
def test_what_is_no_fault_of_a_file_is_told_as_it_is_and_what_has_been_told_is_not_told_again(said: str) -> None:
    assert report(StopError(said), SMALL, "rutin.yaml") == said
    assert placed(StopError(said), SMALL, "rutin.yaml") is None
