"""A change that has been decided, entered in our own routine as editors are told to do it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.load import beside, load
from routine.reading.problems import RoutineError
from routine.views.editors import editors
from tests.kit.paths import PROJECT, REAL


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Our routine with its document beside it, free to be changed."""
    shutil.copy(beside(REAL), beside(tmp_path / REAL.name))
    return Path(shutil.copy(REAL, tmp_path))


def put(file: Path, old: str, new: str) -> None:
    """Replace what stands once in the file."""
    words = file.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    file.write_text(words.replace(old, new), encoding="utf-8")


def told(file: Path) -> list[str]:
    """The messages of what is wrong with the routine, without places."""
    try:
        load(file)
    except RoutineError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return []


WEEKS = "    within:\n      count: 2\n      unit: veckor\n"
ENTRY = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("    revisions:\n")[2].partition("\n\n")[0]


def test_a_limit_changed_by_itself_is_told_with_what_the_source_says(copied: Path) -> None:
    put(copied, WEEKS, WEEKS.replace("2", "3"))
    assert told(copied) == ["K008 Källan säger två veckor, här står tre veckor."]


def test_a_decided_change_is_entered_as_contributing_shows(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = re.sub("^    ", "", ENTRY, flags=re.MULTILINE)
    put(copied, "\nrevisions:\n", f"\nrevisions:\n{entry}\n")
    assert told(copied) == ["K008 Beslutet § 12 säger tre veckor, här står två veckor."]
    put(copied, WEEKS, WEEKS.replace("2", "3"))
    assert told(copied) == []
    assert main(["edition", str(copied)]) == 0
    assert main(["check", str(copied)]) == 0
    assert capsys.readouterr().err == ""


def test_the_example_on_the_editors_page_can_be_entered_as_it_stands(copied: Path) -> None:
    """But for its comments. The routine must then follow: a limit, and a row that is gone."""
    example = re.sub(r" +#.*", "", editors().decision)
    put(copied, "\nrevisions:\n", f"\nrevisions:\n{example}")
    assert told(copied) == [
        "K008 Beslutet § 12 säger tre veckor, här står två veckor.",
        "K002 Källan har ingen rad 17.",
    ]


def test_the_document_is_not_edited_for_a_decision_but_a_new_one_makes_it_history(copied: Path) -> None:
    example = re.sub(r" +#.*", "", editors().decision)
    put(copied, "\nrevisions:\n", f"\nrevisions:\n{example}")
    put(copied, "  date: 2018-06-13\n", "  date: 2027-12-01\n")
    assert told(copied) == []
