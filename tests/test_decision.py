"""A change that has been decided is entered as the editors' page shows it, and the routine must then follow."""

from __future__ import annotations

import shutil
from pathlib import Path

from routine.check.load import beside, load
from routine.check.problems import RoutineError
from routine.pages.editors.editors import decision
from tests.kit.paths import SMALL, SMALL_ADOPTED


def told(file: Path) -> list[str]:
    try:
        load(file)
    except RoutineError as error:
        return [problem.code for problem in error.problems]
    return []


def test_what_a_decision_changes_is_asked_of_the_routine_and_only_that(tmp_path: Path) -> None:
    shutil.copy(SMALL_ADOPTED, beside(tmp_path / SMALL.name))
    file = Path(shutil.copy(SMALL, tmp_path))
    assert told(file) == []
    entry = decision(load(SMALL)).rstrip().replace('edition: "2"', 'edition: "3"')  # The newest.
    words = SMALL.read_text(encoding="utf-8")
    file.write_text(words.replace("\nrevisions:\n", f"\nrevisions:\n{entry}\n"), "utf-8")
    assert told(file) == ["K006", "K008", "K002"], "who may stand in, a limit, and a row that is gone"
