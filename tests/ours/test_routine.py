"""What our own routine has besides the facts of its document, which `python -m routine check` holds it to.

Structure, never wording. That data/routine.yaml passes the check is in tests/test_main.py.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from routine.domain import graph
from routine.domain.model import Action, Routine
from tests.ours.adopted import (
    DIRECTOR,
    FIRST_SUPPORT,
    OFFICER,
    PERSON,
    PROXY,
    ROWS,
    STRATEGIST,
    SUPPORT_PERSON,
)


def action(routine: Routine, row: int) -> Action:
    """The one action that carries the row's number."""
    (found,) = (action for action in routine.actions if action.row == row)
    return found


def test_the_adopted_document_has_the_rows_and_owners_that_were_counted_in_the_scan() -> None:
    """The file is written by hand, and nothing else holds it: the rows, and who owns how many of them."""
    assert [row.row for row in ROWS] == list(range(1, 20))
    alone = Counter(row.responsible for row in ROWS)
    assert alone == {(OFFICER,): 11, (STRATEGIST,): 2, (DIRECTOR,): 3, (PERSON,): 2, (OFFICER, STRATEGIST): 1}
    assert [row.row for row in ROWS if row.consulted] == [18]
    assert [row.row for row in ROWS if row.within] == [15]
    assert [row.row for row in ROWS if row.conditions] == [3, 5]


def test_those_who_only_appear_own_nothing(real: Routine) -> None:
    owners = {id for action in real.actions for id in action.responsible}
    assert owners == {PERSON, OFFICER, STRATEGIST, DIRECTOR}
    assert {role.id for role in real.roles} - owners == {PROXY, FIRST_SUPPORT, SUPPORT_PERSON}


def test_names_no_one_but_its_roles_as_the_one_who_answers(real: Routine) -> None:
    answers = {question.id: question.answered_by for question in real.questions}
    assert answers["ska-polisanmalas"] == (PERSON,)
    stated = {condition.question for row in ROWS for condition in row.conditions}
    assert {question.id for question in real.questions if question.basis == "kalla"} == stated


def test_the_tracks_stand_side_by_side_after_the_alarm(real: Routine) -> None:
    first = {
        track: next(step.id for step in steps if isinstance(step, Action)) for track, steps in graph.build(real).tracks
    }
    alarm, support = (action(real, 1).id, action(real, 8).id)
    assert list(first.values()) == [alarm, support]
    assert action(real, 8).after == (alarm,)
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
    told = {row: [item.role for item in action(real, row).informs] for row in (1, 3)}
    assert told == {1: [OFFICER], 3: [STRATEGIST]}
