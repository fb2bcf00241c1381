"""Who learns what, against the rows of the adopted document: to whom, by whom, and whether the source says it."""

from __future__ import annotations

import pytest

from routine.model import wording
from routine.model.adopted import Row
from routine.model.fields import Basis
from routine.model.model import Routine
from routine.model.steps import Action
from routine.model.telling import Telling, tellings
from routine.pages.learns.learns import learns
from tests.ours.adopted import DIRECTOR, FIRST_SUPPORT, OFFICER, PERSON, ROWS, STRATEGIST, SUPPORT_PERSON

POLICE, MEDIA, GROUPS, HEALTH = "Polisen", "Massmedia", "Valda målgrupper", "Kommunens företagshälsovård"

# Row → who tells, who is told, whose word that is. That the requests of rows 6 and 7 go to the police, and the order of
# row 19 to the health service and not only through it, is our reading; so is what follows from the need in row 18.
TOLD: dict[int, list[tuple[set[str], str, Basis]]] = {
    1: [({PERSON}, OFFICER, "kalla")],
    3: [({OFFICER}, STRATEGIST, "kalla")],
    4: [({STRATEGIST}, POLICE, "kalla")],
    5: [({DIRECTOR}, POLICE, "kalla")],
    6: [({DIRECTOR}, POLICE, "tolkning")],
    7: [({DIRECTOR}, POLICE, "tolkning")],
    9: [({FIRST_SUPPORT}, SUPPORT_PERSON, "kalla")],
    13: [({OFFICER, STRATEGIST}, GROUPS, "kalla")],
    14: [({OFFICER}, MEDIA, "kalla")],
    18: [({PERSON}, STRATEGIST, "tolkning")],
    19: [({STRATEGIST}, HEALTH, "tolkning")],
}


def of(routine: Routine, row: int) -> list[Telling]:
    return [told for told in tellings(routine) if isinstance(told.step, Action) and told.step.row == row]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"rad-{row.row}")
def test_each_row_tells_those_whom_the_source_names_and_nobody_else(real: Routine, row: Row) -> None:
    found = [(set(told.tellers), told.role or told.name, told.basis) for told in of(real, row.row)]
    assert found == TOLD.get(row.row, [])


def test_the_words_that_the_source_wants_said_stand_in_what_they_are_told(real: Routine) -> None:
    """Only what is necessary, the link to the office, the protection: the page must not lose them."""
    says = {row.row: row.says for row in ROWS}
    told = {row: " ".join(each.what for each in of(real, row) if each.outside).casefold() for row in says}
    tried = {row: said for row, said in told.items() if said and says[row]}
    assert set(tried) == {4, 6, 7, 13, 14}
    assert {row: word for row, said in tried.items() for word in says[row] if word.casefold() not in said} == {}


def test_only_the_exposed_person_chooses_the_support_person(real: Routine) -> None:
    chosen = {told.role or told.name: told.chosen_by for told in tellings(real) if told.chosen_by}
    assert chosen == {SUPPORT_PERSON: PERSON}


def test_both_owners_of_row_13_stand_over_the_chosen_groups(real: Routine) -> None:
    names = wording.together(real.role(id).name for id in (OFFICER, STRATEGIST))
    over = [one.teller for _, learners in learns(real).parts for one in learners if one.name == GROUPS]
    assert over == [f"{wording.inside(names)}, {wording.JOINTLY}"]


def test_whether_she_is_asked_and_what_is_told_is_left_open(real: Routine) -> None:
    """No answer of ours: each is an open question of the page."""
    shown = {question.id for question in real.open_questions if question.short}
    wanted = {"vem-valjer-grupper", "fragas-om-medier", "fragas-om-polisen", "vad-de-far-veta", "var-dokumentation"}
    assert shown >= wanted | {"vem-fragar-om-anmalan", "utan-parti", "polis-utan-strateg"}
