"""An action may have no row, share its row with others, or be the body's own: none of it renumbers anything."""

from __future__ import annotations

import re
from typing import Any

from routine.domain.model import Routine
from routine.html.render import render
from routine.print.sheets.whole import whole_table
from routine.rules import check
from routine.views.about import about
from routine.views.accessibility import accessibility
from routine.views.checklist import checklist
from routine.views.whole import whole
from tests.kit.broken import small_adopted
from tests.kit.variants import small

OWN = {
    "id": "ring-forsakringen",
    "section": "7.1.2",
    "responsible": ["rektorn"],
    "text": "Ring försäkringsbolaget",
    "others": "ringer försäkringsbolaget",
}


def with_action(at: int, **more: str) -> Any:
    values: Any = small()
    values["actions"].insert(at, OWN | more)
    return values


def codes(values: dict[str, Any], *, held: bool = False) -> list[tuple[str, tuple[str | int, ...]]]:
    document = small_adopted() if held else None
    return [(one.code, one.path) for one in check(Routine.model_validate(values), frozenset(), document)]


def test_an_own_action_stands_anywhere_and_the_rest_keeps_its_rows() -> None:
    for held in (False, True):
        assert codes(with_action(3, basis="egen"), held=held) == []
        assert codes(with_action(10, basis="egen", section="7.2.1"), held=held) == []


def test_held_to_the_source_it_says_that_it_is_own() -> None:
    assert codes(with_action(3)) == []
    assert codes(with_action(3), held=True) == [("K002", ("actions", 3))]
    assert codes(with_action(3, row="4", basis="egen")) == [("R093", ("actions", 3, "row"))]


def test_several_stem_from_one_row_and_what_the_source_says_of_it_stands_at_one_of_them() -> None:
    values = with_action(7, row="7", section="7.2.1")
    values["actions"][7]["responsible"] = ["rektorn", "vaktmastaren"]
    values["actions"][7]["done"] = "ringt försäkringsbolaget"
    assert codes(values) == []
    assert codes(values, held=True) == []
    del values["actions"][6]["groups"]
    assert codes(values, held=True)[0] == ("K009", ("actions", 6, "groups"))


def test_of_a_source_without_rows_nothing_is_said_to_be_one() -> None:
    values: Any = small()
    for action in values["actions"]:
        action.pop("row", None)
    for routine, said, other in ((small(), "Raderna", "Stegen"), (values, "Stegen", "Raderna")):
        view = Routine.model_validate(routine)
        for text in (str(render("whole", whole(view), str)), whole_table(view).lead):
            assert f"{said} står i källans ordning" in text
            assert other not in text
    assert "Alla steg i" in str(render("whole", whole(Routine.model_validate(values)), str))


def test_a_missing_row_is_told_where_it_should_come() -> None:
    values = with_action(3, basis="egen")
    del values["actions"][5]
    assert ("K001", ("actions", 4)) in codes(values, held=True)


def test_it_is_said_to_be_own_and_bears_no_number() -> None:
    routine = Routine.model_validate(with_action(3, basis="egen"))
    page = str(render("whole", whole(routine), str))
    row = re.search(r'<tr id="ring-forsakringen".*?</tr>', page, re.DOTALL)
    assert row is not None
    assert "eget steg, inte ur källan" in row[0].lower()
    assert "data-row" not in row[0]
    assert "None" not in row[0]
    assert "None" not in str(render("checklist", checklist(routine, "rektorn"), str))
    printed = [each for track in whole_table(routine).tracks for each in track.rows if each.number is None]
    assert [each.text for each in printed] == ["Ring försäkringsbolaget"]


def test_without_numbers_at_all_nothing_speaks_of_them() -> None:
    values: Any = small()
    for action in values["actions"]:
        del action["row"]
    routine = Routine.model_validate(values)
    assert codes(values) == []
    assert "data-row" not in str(render("whole", whole(routine), str))


def test_what_a_body_need_not_have_is_not_shown() -> None:
    values: Any = small()
    del values["source"]["part_of"], values["accessibility"]["complaint"]
    routine = Routine.model_validate(values)
    assert "None" not in str(render("about", about(routine, ""), str))
    assert "bristande tillgänglighet" not in str(render("accessibility", accessibility(routine), str))
