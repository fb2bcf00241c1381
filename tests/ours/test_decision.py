"""What editors are shown could be entered: the example of a decided change is one of our own document's rows, and each
recipe leads to what the check accepts. A change is entered so, and the routine must then follow.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from routine.__main__ import main
from routine.check.load import beside, load
from routine.check.nodes import raw
from routine.check.problems import RoutineError
from routine.check.rules import decided
from routine.check.rules.core import Held
from routine.check.source import read
from routine.model.model import Routine
from routine.pages.editors.editors import decision
from tests.kit.paths import PROJECT, REAL, SMALL, SMALL_ADOPTED
from tests.kit.variants import values_of
from tests.ours.adopted import DOCUMENT

GUIDE = PROJECT / "handbok/rutinens-fil.md"
ENTRY = GUIDE.read_text(encoding="utf-8").partition("    revisions:\n")[2].partition("\n\n")[0]
EXAMPLES = {
    "the handbook": re.sub("^    ", "", ENTRY, flags=re.MULTILINE),
    "the editors' page": re.sub(r" +#.*", "", decision(load(REAL))),
}


@pytest.mark.parametrize("entry", EXAMPLES.values(), ids=EXAMPLES)
@pytest.mark.parametrize(
    "rule",
    [
        *(decided.decides_another_row, decided.decides_nothing),
        *(decided.decides_what_is_not_there, decided.new_row_incomplete),
    ],
    ids=lambda rule: rule.__name__,
)
def test_the_example_changes_what_stands_in_our_document(entry: str, rule: Held) -> None:
    """As the first decision of all, whatever has been decided since."""
    entered: Any = raw(read(f"revisions:\n{entry}\n".encode(), "x", ())[1])
    routine = Routine.model_validate({**values_of(REAL), **entered})
    assert len(routine.decisions) == 1
    assert list(rule(routine, DOCUMENT)) == []


RECIPE = re.compile(r"^### ([^\n]+)\n(?:(?!#)[^\n]*\n)*?```diff\n(.*?)```", re.MULTILINE | re.DOTALL)
RECIPES = dict(RECIPE.findall((PROJECT / "handbok/redigera.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_recipe_fits_our_routine_and_is_accepted(
    recipe: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where it stands twice, it is the first that is meant."""
    file = shutil.copytree(REAL.parent, tmp_path / "data") / REAL.name
    text = file.read_text(encoding="utf-8")
    for part in recipe.split("…\n"):
        lines = part.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] != sign) for sign in "+-")
        assert f"\n{old}" in text
        text = text.replace(f"\n{old}", f"\n{new}", 1)
    file.write_text(text, encoding="utf-8")
    assert (main(["check", str(file)]), capsys.readouterr().err) == (0, "")


def test_most_recipes_have_a_before_and_an_after() -> None:
    assert len(RECIPES) >= 9


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
