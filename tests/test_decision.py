"""A change that has been decided, entered in a routine as editors are told to do it: in CONTRIBUTING.md and on their
page. The example there is of our own routine's rows; here it is entered in the small one, in the row that is most
alike. That on the page is of each routine's own. That both fit our own document is in tests/ours/."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.loading.load import beside, load
from routine.reading.problems import RoutineError
from routine.views.deciding import decision
from tests.kit.paths import PROJECT, SMALL, SMALL_ADOPTED

WEEKS = "    within:\n      count: 3\n      unit: dagar\n"
ENTRY = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("    revisions:\n")[2].partition("\n\n")[0]
# Our row with a limit, one with a word that must be said, and one that can go; the newest edition.
ALIKE = {"row: 15": "row: 5", "row: 16": "row: 6", "row: 17": "row: 10", 'edition: "2"': 'edition: "3"'}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The small routine with its document beside it, free to be changed."""
    shutil.copy(SMALL_ADOPTED, beside(tmp_path / SMALL.name))
    return Path(shutil.copy(SMALL, tmp_path))


def put(file: Path, old: str, new: str) -> None:
    """Replace what stands once in the file."""
    words = file.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    file.write_text(words.replace(old, new), encoding="utf-8")


def enter(file: Path, entry: str) -> None:
    """Put the entry first under the revisions."""
    for ours, its in ALIKE.items():
        entry = re.sub(rf"{ours}\b" if ours[-1].isdigit() else ours, its, entry)
    put(file, "\nrevisions:\n", f"\nrevisions:\n{entry.rstrip()}\n")


def example() -> str:
    """The example on the editors' page, with its comments."""
    return decision(load(SMALL))


def told(file: Path) -> list[str]:
    """The messages of what is wrong with the routine, without places."""
    try:
        load(file)
    except RoutineError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return []


def test_a_limit_changed_by_itself_is_told_with_what_the_source_says(copied: Path) -> None:
    put(copied, WEEKS, WEEKS.replace("dagar", "veckor"))
    assert told(copied) == ["K008 Källan säger tre dagar, här står tre veckor."]


def test_a_decided_change_is_entered_as_contributing_shows(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = ENTRY.replace("2027-03-03", "2024-06-03").replace("2027-03-15", "2024-06-15")  # A day that has come.
    enter(copied, re.sub("^    ", "", entry, flags=re.MULTILINE))
    assert told(copied) == ["K008 Beslutet § 12 säger tre veckor, här står tre dagar."]
    put(copied, WEEKS, WEEKS.replace("dagar", "veckor"))
    assert told(copied) == []
    assert main(["edition", str(copied)]) == 0
    assert main(["check", str(copied)]) == 0
    assert capsys.readouterr().err == ""


def test_the_example_on_the_editors_page_can_be_entered_as_it_stands(copied: Path) -> None:
    """The routine must then follow: who may stand in, a limit, and a row that is gone."""
    enter(copied, example())
    assert told(copied) == [
        "K006 Efter beslutet § 12 finns ingen som kan göra det i stället, här står eleven.",
        "K008 Beslutet § 12 säger fem timmar, här står fyra timmar.",
        "K002 Beslutet § 12 tar bort rad 10, men åtgärden ”Skriv i loggen hur salen ser ut” står kvar.",
    ]


def test_a_new_row_stands_in_its_section_with_the_next_number_that_is_free(copied: Path) -> None:
    """Not last, since what is told there may be another section; and only once it has been decided."""
    action = (
        "  - id: las-dorren\n    section: 7.1.2\n    row: 11\n    responsible: [vaktmastaren]\n"
        "    text: Lås dörren\n    others: låser dörren\n    done: låst dörren\n"
    )
    put(copied, "  - id: flytta-klassen\n", f"{action}  - id: flytta-klassen\n")
    assert told(copied) == ["K002 Källan har ingen rad 11 i adopted.yaml."]
    head, _, _ = example().partition("        - row: ")
    enter(copied, f"{head}        - {{row: 11, row_is: ny, section: 7.1.2, responsible: [vaktmastaren]}}\n")
    assert told(copied) == []


def test_the_document_is_not_edited_for_a_decision_but_a_new_one_makes_it_history(copied: Path) -> None:
    """Whatever has been decided before the source's own day changes nothing."""
    put(copied, "  date: 2020-02-29\n", "  date: 2027-12-01\n")
    before = told(copied)
    enter(copied, example())
    assert told(copied) == before


def test_a_slip_in_the_year_is_told_of_the_decision_and_not_of_the_routine(copied: Path) -> None:
    enter(copied, example().replace("2027-03-03", "2017-03-03"))
    assert told(copied) == ["R033 Beslutet § 12 är äldre än beslutet punkt 8 i en äldre utgåva."]
