"""The adopted rows after what has been decided: one decision after the other, and nothing but what they say."""

from __future__ import annotations

from typing import Any

import pytest

from routine.check.parse import parse_adopted
from routine.model import decided
from routine.model.adopted import Adopted, Change, Decision, Row
from routine.model.model import Routine
from tests.kit.paths import SMALL_ADOPTED


@pytest.fixture(scope="module")
def adopted() -> Adopted:
    return parse_adopted(SMALL_ADOPTED.read_bytes(), "adopted.yaml")


def decision(*changes: dict[str, Any]) -> Decision:
    """What somebody decided one day."""
    body = {"body": "Nämnden", "date": "2024-01-01", "reference": "1"}
    return Decision.model_validate({**body, "changes": list(changes)})


def test_without_a_decision_the_rows_are_the_adopted_ones(adopted: Adopted) -> None:
    assert decided.in_force(adopted, []) == adopted.rows


def test_a_change_replaces_what_it_gives_and_leaves_the_rest(adopted: Adopted) -> None:
    before, after = adopted.rows, decided.in_force(adopted, [decision({"row": "5", "responsible": ["vaktmastaren"]})])
    assert after[4] == before[4].model_copy(update={"responsible": ("vaktmastaren",)})
    assert (*after[:4], *after[5:]) == (*before[:4], *before[5:])


def test_what_is_removed_is_gone(adopted: Adopted) -> None:
    facts = {1: "proxy", 4: "conditions", 5: "within", 6: "says", 7: "groups", 9: "consulted"}
    after = decided.in_force(adopted, [decision(*({"row": str(row), "removed": [facts[row]]} for row in facts))])
    for before, now in zip(adopted.rows, after, strict=True):
        gone = facts.get(before.row)
        assert not gone or getattr(before, gone)
        assert now == before.model_copy(update={gone: decided.none_of(gone)} if gone else {})


def test_a_row_comes_and_goes(adopted: Adopted) -> None:
    new = {"row": "8", "row_is": "ny", "section": "7.2.1", "responsible": ["rektorn"], "groups": "2"}
    rows = decided.in_force(adopted, [decision(new, {"row": "12", "row_is": "borttagen"})])
    assert [row.row for row in rows] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 8]
    assert (rows[-1].section, rows[-1].responsible, rows[-1].groups) == ("7.2.1", ("rektorn",), 2)
    assert (rows[-1].within, rows[-1].participants, rows[-1].says) == (None, (), ())


def test_the_last_word_is_the_latest_decisions(adopted: Adopted) -> None:
    one, two = (decision({"row": "9", "within": {"count": count, "unit": "veckor"}}) for count in "12")
    for decisions, weeks in (([one, two], 2), ([two, one], 1)):
        row = decided.row_of(decided.in_force(adopted, decisions), 9)
        assert row
        assert row.within
        assert row.within.count == weeks


def test_the_routine_gives_its_decisions_with_the_oldest_first(small: Routine) -> None:
    assert [(i, each.reference) for i, each in small.decisions] == [(1, "punkt 40"), (0, "punkt 8")]


def test_a_decision_that_is_not_later_than_the_source_is_history(small: Routine) -> None:
    old, new = small.revisions[1].decision, small.revisions[0].decision
    assert old
    assert new
    for day, left in ((old.date, [new]), (new.date, [])):
        source = small.source.model_copy(update={"date": day})
        later = small.model_copy(update={"source": source})
        assert [each for _, each in later.decisions] == left


def test_every_kind_of_fact_of_a_row_can_be_decided() -> None:
    assert (
        decided.FACTS.keys()
        == Row.model_fields.keys() - {"row"}
        == Change.model_fields.keys() - {"row", "row_is", "removed"}
    )


def test_a_decision_is_told_in_words() -> None:
    """Each row by its number, with as many of its facts as are decided."""
    new = {"row": "20", "row_is": "ny", "section": "1", "responsible": ["a"]}
    facts = {"row": "15", "responsible": ["a"], "section": "1.2", "removed": ["within"]}
    rows = decided.in_words(decision(facts, {"row": "3", "row_is": "borttagen"}, new)).split("; ")
    assert [row.split()[1].rstrip(",") for row in rows] == ["15", "3", "20"]
    assert rows[0].count(",") == 2
