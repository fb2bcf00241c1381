"""The published routine says what the source document says: structure, never wording."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from routine.domain import graph
from routine.domain.model import Action, Routine
from tests.ours.rows import (
    DIRECTOR,
    FIRST_SUPPORT,
    OFFICER,
    PERSON,
    PROXY,
    ROWS,
    STRATEGIST,
    SUPPORT_PERSON,
    Condition,
    Row,
)

EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"rad-{row.row}")


def action(routine: Routine, row: Row) -> Action:
    """The one action that carries the row's number."""
    (found,) = (action for action in routine.actions if action.row == row.row)
    return found


def test_has_the_nineteen_rows_in_the_order_of_the_source(real: Routine) -> None:
    assert [(action.section, action.row) for action in real.actions] == [(row.section, row.row) for row in ROWS]
    assert [row.row for row in ROWS] == list(range(1, 20))


@EACH_ROW
def test_has_the_owners_of_the_row(real: Routine, row: Row) -> None:
    assert action(real, row).responsible == row.owners
    assert action(real, row).shared == (len(row.owners) == 2)


@EACH_ROW
def test_consults_whom_the_row_says(real: Routine, row: Row) -> None:
    consulted = action(real, row).consulted
    assert (consulted and (consulted.mode, frozenset(consulted.roles))) == row.consulted


@EACH_ROW
def test_depends_on_what_the_row_says(real: Routine, row: Row) -> None:
    found = tuple(Condition(one.question, one.basis == "kalla", one.answer) for one in action(real, row).conditions)
    assert found == row.conditions


@EACH_ROW
def test_has_the_limit_of_the_row(real: Routine, row: Row) -> None:
    within = action(real, row).within
    assert (within and within.days) == row.days


@EACH_ROW
def test_takes_in_the_others_of_the_row(real: Routine, row: Row) -> None:
    found = action(real, row)
    assert {told.role for told in found.participants} == row.participants
    assert (found.proxy and found.proxy.role) == row.proxy
    assert len(found.groups) == row.groups


@EACH_ROW
def test_keeps_what_the_row_requires_of_the_one_who_acts(real: Routine, row: Row) -> None:
    assert bool(action(real, row).requirement) == row.required


def test_counts_of_owners_are_those_of_the_source(real: Routine) -> None:
    alone = Counter(action.responsible[0] for action in real.actions if not action.shared)
    assert alone == {OFFICER: 11, STRATEGIST: 2, DIRECTOR: 3, PERSON: 2}
    assert [action.row for action in real.actions if action.shared] == [13]


def test_those_who_only_appear_own_nothing(real: Routine) -> None:
    owners = {id for action in real.actions for id in action.responsible}
    assert owners == {PERSON, OFFICER, STRATEGIST, DIRECTOR}
    assert {role.id for role in real.roles} - owners == {PROXY, FIRST_SUPPORT, SUPPORT_PERSON}


def test_names_no_one_but_its_roles_as_the_one_who_answers(real: Routine) -> None:
    answers = {question.id: question.answered_by for question in real.questions}
    assert answers["ska-polisanmalas"] == (PERSON,)
    assert {question.id for question in real.questions if question.basis == "kalla"} == {
        "behovs-strategen",
        "ska-polisanmalas",
    }


def test_the_tracks_stand_side_by_side_after_the_alarm(real: Routine) -> None:
    first = {
        track: next(step.id for step in steps if isinstance(step, Action)) for track, steps in graph.build(real).tracks
    }
    alarm, support = (action(real, ROWS[0]).id, action(real, ROWS[7]).id)
    assert list(first.values()) == [alarm, support]
    assert action(real, ROWS[7]).after == (alarm,)
    assert {track.basis for track in real.tracks} == {"tolkning"}


def test_sections_belong_to_the_track_whose_number_they_carry(real: Routine) -> None:
    numbers = {track.id: track.number for track in real.tracks}
    assert all(section.id.startswith(numbers[section.track] + ".") for section in real.sections)
    assert [section.id for section in real.sections] == list(dict.fromkeys(row.section for row in ROWS))


def test_says_that_the_titles_of_sections_are_ours(real: Routine) -> None:
    assert {section.basis for section in real.sections} == {"tolkning"}


def test_names_its_source(real: Routine) -> None:
    assert real.source.date == date(2018, 6, 13)
    assert real.source.pages == 2


def test_rows_that_the_source_leaves_open_carry_a_question(real: Routine) -> None:
    """Rows 2 and 3 repeat each other, 4 hangs on 3, 5 on a decision, 16–18 on a place to keep the notes, 19 on 18."""
    asked = {found.row for found in real.actions if found.open_questions}
    assert asked >= {1, 2, 3, 4, 5, 16, 17, 18, 19}


def test_every_open_question_of_the_source_is_asked(real: Routine) -> None:
    assert len(real.open_questions) >= 9


def test_the_alarm_reaches_whom_it_should(real: Routine) -> None:
    told = {row.row: [item.role for item in action(real, row).informs] for row in (ROWS[0], ROWS[2])}
    assert told == {1: [OFFICER], 3: [STRATEGIST]}
