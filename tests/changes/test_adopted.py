"""The adopted document is compared row by row, and what differs in it is told under a heading of its own."""

from __future__ import annotations

from datetime import date

import pytest

from routine.changes.adopted import of_rows
from routine.changes.markdown import markdown
from routine.changes.report import NOTHING, Beside, Report, report
from routine.changes.text import text
from routine.domain.adopted import Row
from routine.domain.decided import Rows
from routine.domain.model import Routine
from routine.editions import stored
from routine.loading.parse import parse_adopted
from routine.publish import stubs
from routine.publish.pages import Given
from tests.kit.broken import ADOPTED_TEXT
from tests.kit.changing import ADOPTED, CHANGES, Told, swapped
from tests.kit.paths import SMALL

RECORD = stored.read(stored.beside(SMALL))


def rows(text: str = ADOPTED_TEXT) -> Rows:
    return parse_adopted(text.encode(), "adopted.yaml").rows


def reported(old: Routine, new: Routine, before: Rows, after: Rows) -> Report:
    calls = stubs.called(old), stubs.called(new)
    return report(Given(old, RECORD), Given(new, RECORD), calls, Beside((before, after)))


@pytest.mark.parametrize("change", ADOPTED, ids=lambda change: change.name)
def test_a_change_of_the_document_is_told_in_these_words(change: Told, small: Routine) -> None:
    said = text(reported(small, small, rows(), rows(swapped(change.swaps, ADOPTED_TEXT))))
    lines = said.split("\n")
    assert [line for line in change.says if line not in lines] == []
    assert [words for words in change.never if words in said] == []


def test_what_says_the_same_is_told_as_nothing(small: Routine) -> None:
    assert text(reported(small, small, rows(), rows())) == NOTHING
    assert markdown(reported(small, small, (), ())) == NOTHING


def test_both_the_routine_and_its_document_are_told_each_under_its_heading(small: Routine) -> None:
    change = next(each for each in CHANGES if each.name == "gränsen flyttas")
    said = text(reported(small, change.new(), rows(), rows(swapped(ADOPTED[0].swaps, ADOPTED_TEXT))))
    assert said.index("Tidsgränser\n") < said.index("Det som källan säger, i adopted.yaml\n  Rad 5\n")


def test_an_id_that_became_another_is_no_change_of_the_document(small: Routine) -> None:
    change = next(each for each in CHANGES if each.name == "ett id byts")
    before = rows(ADOPTED_TEXT.replace("proxy: rektorn", "proxy: eleven"))
    after = rows(ADOPTED_TEXT.replace("proxy: rektorn", "proxy: elevradet"))
    assert before != after
    assert of_rows(small, change.new(), before, after) == ()


def test_a_document_of_the_same_day_that_says_something_else_is_asked_about(small: Routine) -> None:
    """Changed in both files, a limit passes the check: what is decided is written where it is told."""
    after = rows(swapped(ADOPTED[0].swaps, ADOPTED_TEXT))
    asked = (
        "Källan har samma dag, 29 februari 2020, men säger något annat. Är det ett beslut, skriv det under revisions."
    )
    said = text(reported(small, small, rows(), after))
    assert f"  Källan\n    {asked}\n" in said
    source = small.source.model_copy(update={"date": date(2024, 2, 1)})
    later = small.model_copy(update={"source": source})
    for told in (reported(small, later, rows(), after), reported(small, small, (), after)):
        assert "Källan har samma dag" not in text(told)


def test_each_kind_of_fact_of_a_row_is_told(small: Routine) -> None:
    whole = next(row for row in rows() if row.row == 1)
    others: dict[str, object] = {
        "section": "7.2.1",
        "responsible": ["rektorn"],
        "jointly": "ja",
        "consulted": {"mode": "alla", "roles": ["eleven"]},
        "proxy": "eleven",
        "participants": ["rektorn"],
        "conditions": [{"question": "rinner-det", "answer": "ja"}],
        "within": {"count": "3", "unit": "dagar"},
        "groups": "2",
        "says": ["larm"],
    }
    assert {*others, "row"} == set(Row.model_fields)
    for key, value in others.items():
        new = Row.model_validate({"row": "1", "section": "7.1.1", "responsible": ["upptackaren"], key: value})
        assert len(of_rows(small, small, (whole.model_copy(update={"proxy": None}),), (new,))) == 1, key
