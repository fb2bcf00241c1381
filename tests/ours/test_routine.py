"""What our own routine has besides the facts of its document, which `python -m routine check` holds it to.

Structure, never wording. That data/routine.yaml passes the check is in tests/test_main.py.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from routine.model import graph
from routine.model.beginning import in_turn
from routine.model.fields import Answer
from routine.model.model import Routine
from routine.model.steps import Action
from tests.kit.oracle import places
from tests.ours.adopted import (
    DIRECTOR,
    DOCUMENT,
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
    """The file is written by hand, and nothing else holds it: the rows, and who owns how many of them.
    No decision changes it."""
    rows = DOCUMENT.rows
    assert [row.row for row in rows] == list(range(1, 20))
    alone = Counter(row.responsible for row in rows)
    assert alone == {(OFFICER,): 11, (STRATEGIST,): 2, (DIRECTOR,): 3, (PERSON,): 2, (OFFICER, STRATEGIST): 1}
    assert [row.row for row in rows if row.consulted] == [18]
    assert [row.row for row in rows if row.within] == [15]
    assert [row.row for row in rows if row.conditions] == [3, 5]


def test_those_who_only_appear_own_nothing(real: Routine) -> None:
    owners = {id for action in real.actions for id in action.responsible}
    assert owners == {PERSON, OFFICER, STRATEGIST, DIRECTOR}
    assert {role.id for role in real.roles} - owners == {PROXY, FIRST_SUPPORT, SUPPORT_PERSON}


def test_the_decision_is_the_exposed_persons_and_the_director_hears_it(real: Routine) -> None:
    decision = real.question("ska-polisanmalas")
    heard = [item.role for item in decision.heard_by]
    assert (decision.answered_by, heard, decision.basis) == ((PERSON,), [DIRECTOR], "kalla")
    assert {question.id for question in real.questions if question.basis == "kalla"} == {"ska-polisanmalas"}


def test_what_the_decision_means_is_true_of_the_steps(real: Routine) -> None:
    """Yes brings the director's three rows and nothing else, no brings nothing, and no step of support hangs on it,
    not even through another question."""
    decision = real.question("ska-polisanmalas")
    yes, no = decision.means
    assert (yes.answer, yes.then, no.answer, len(no.then)) == ("ja", (), "nej", 2)
    built = graph.build(real)
    hanging = {each.row: built.needs[each.id] for each in real.actions}
    assert [row for row, needs in hanging.items() if (decision.id, "ja") in needs] == [5, 6, 7]
    assert not any((decision.id, "nej") in needs for needs in hanging.values())
    support = [each for each in real.actions if real.section(each.section).track == "stod-och-uppfoljning"]
    assert [each.row for each in support] == list(range(8, 20))
    assert not any(question == decision.id for each in support for question, _ in built.needs[each.id])
    assert [each.id for each in real.questions if each.means] == [decision.id]


def test_what_an_answer_means_and_which_number_to_ring_is_nowhere_in_the_source(real: Routine) -> None:
    means = [one for each in real.questions for one in each.means]
    told = [*(one.basis for one in means), *(claim.basis for one in means for claim in one.then)]
    assert set(told) == {"tolkning"}
    rung = {each.row: (each.call.number, each.call.basis) for each in real.actions if each.call}
    assert rung == dict.fromkeys((4, 5), (real.emergency[1].number, "tolkning"))


def test_those_who_take_part_have_words_where_they_speak_to_somebody(real: Routine) -> None:
    found = {
        (each.row, told.role): {claim.basis for claim in told.say} for each in real.actions for told in each.invited
    }
    assert {place for place, bases in found.items() if bases} == {
        (1, PROXY),
        (8, FIRST_SUPPORT),
        (9, FIRST_SUPPORT),
        (12, SUPPORT_PERSON),
    }
    assert {basis for bases in found.values() for basis in bases} == {"tolkning"}


def test_those_who_help_are_all_told_what_is_not_theirs(real: Routine) -> None:
    """They own no row, the decision is the exposed person's, and row 14 the officer's: so says the source."""
    helpers = [real.role(id) for id in (PROXY, FIRST_SUPPORT, SUPPORT_PERSON)]
    assert len({role.limits for role in helpers}) == 1
    assert [limit.basis for limit in helpers[0].limits] == ["kalla"] * 3
    assert next(row.responsible for row in ROWS if row.row == 14) == (OFFICER,)


def test_waits_for_what_the_source_says_or_is_marked_and_for_nothing_else(real: Routine) -> None:
    """16 follows 15 in the source; that 17 does, and that the need of 19 is asked after 18, are readings."""
    waits = {found.row: [(real.action(one.action).row, one.basis) for one in found.after] for found in real.actions}
    assert {row: after for row, after in waits.items() if after} == {16: [(15, "kalla")], 17: [(15, "tolkning")]}
    asked = {question.id: [real.action(one.action).row for one in question.after] for question in real.questions}
    assert {id: after for id, after in asked.items() if after} == {"behovs-professionellt-stod": [18]}


def test_hangs_on_what_the_source_says_or_is_marked_and_on_nothing_else(real: Routine) -> None:
    found = {one.row: [(c.question, c.basis) for c in one.conditions] for one in real.actions if one.conditions}
    assert found == {
        3: [("behovs-strategen", "kalla")],
        5: [("ska-polisanmalas", "kalla")],
        6: [("ska-polisanmalas", "tolkning")],
        7: [("ska-polisanmalas", "tolkning")],
        10: [("behovs-vard", "tolkning")],
        19: [("behovs-professionellt-stod", "tolkning")],
    }
    assert not any(question.conditions for question in real.questions)


def test_each_has_at_once_what_waits_for_nothing(real: Routine) -> None:
    """At the start: rows by number, questions by id, the first thing first. Who owns which row is the document's."""
    built = graph.build(real)

    def due(role: str, *done: str, **answers: Answer) -> list[int | str]:
        given = {id.replace("_", "-"): answer for id, answer in answers.items()}
        now = [id for id, place in places(real, given, done, (), role).items() if place == "nu"]
        ids = in_turn(built, role, now)
        rows = {found.id: found.row or 0 for found in real.actions}
        return [rows.get(id, id) for id in ids]

    def owned(role: str, *but: int) -> list[int | str]:
        return [row.row for row in ROWS if role in row.responsible and row.row not in but]

    assert due(PERSON) == [1, "ska-polisanmalas"]
    assert due(PERSON, "beratta", ska_polisanmalas="nej") == [18]
    assert due(OFFICER) == [2, "behovs-vard", "behovs-strategen", *owned(OFFICER, 2, 3, 10, 16, 17)]
    assert due(STRATEGIST) == owned(STRATEGIST, 19)
    assert due(DIRECTOR) == ["ska-polisanmalas"]
    assert due(DIRECTOR, ska_polisanmalas="ja") == owned(DIRECTOR)


def test_the_report_is_one_contact(real: Routine) -> None:
    assert {found.row: found.group.basis for found in real.actions if found.group} == dict.fromkeys(
        (5, 6, 7), "tolkning"
    )


def test_the_case_begins_with_the_alarm(real: Routine) -> None:
    assert [(found.row, found.opens) for found in real.actions if found.opens] == [(1, "tolkning")]
    reached = {role.id: role.reached_by for role in real.roles if role.reached_by}
    assert {id: (real.action(by.action).row, by.basis) for id, by in reached.items()} == {
        OFFICER: (1, "kalla"),
        STRATEGIST: (3, "tolkning"),
    }


def test_the_tracks_stand_side_by_side(real: Routine) -> None:
    first = [next(step for step in steps if isinstance(step, Action)).row for _, steps in graph.build(real).tracks]
    assert first == [1, 8]
    assert {track.basis for track in real.tracks} == {"tolkning"}


def test_sections_belong_to_the_track_whose_number_they_carry(real: Routine) -> None:
    numbers = {track.id: f"{track.number}." for track in real.tracks}
    assert all(section.id.startswith(numbers[section.track or ""]) for section in real.sections)
    assert [section.id for section in real.sections] == list(dict.fromkeys(row.section for row in ROWS))


def test_says_that_the_titles_of_sections_are_ours(real: Routine) -> None:
    assert {section.basis for section in real.sections} == {"tolkning"}


def test_names_its_source(real: Routine) -> None:
    assert real.source.date == date(2018, 6, 13)
    assert real.source.pages == 2


def test_rows_that_the_source_leaves_open_carry_a_question(real: Routine) -> None:
    """Rows 2 and 3 repeat each other, 4 hangs on 3, 5 on a decision, 13 on a choice of groups, 16–18 on a place to keep
    the notes, 19 on 18; whether the person is asked before 14, and who is meant in 15, is not said."""
    asked = {found.row for found in real.actions if found.open_questions}
    assert asked >= {1, 2, 3, 4, 5, 13, 14, 15, 16, 17, 18, 19}


def test_every_open_question_of_the_source_is_asked(real: Routine) -> None:
    assert len(real.open_questions) >= 14


def test_the_alarm_reaches_whom_it_should(real: Routine) -> None:
    told = {row: [item.role for item in action(real, row).informs] for row in (1, 3)}
    assert told == {1: [OFFICER], 3: [STRATEGIST]}


def test_each_situation_leads_to_what_the_routine_lets_it_be(real: Routine) -> None:
    """What happens now is a number. What has happened to the reader is the exposed person's. To have been told fits
    whoever an action informs, an answer may be told to or the person may choose to stand in for her; to be with
    somebody fits those who take part in an action and own none. The one who has no party has a gap, with help."""
    told = {item.role for each in real.actions for item in each.informs}
    told |= {item.role for each in real.questions for item in each.heard_by}
    told |= {each.proxy.role for each in real.actions if each.proxy}
    owners = {id for each in real.actions for id in each.responsible}
    beside = {item.role for each in real.actions for item in each.participants} - owners
    urgent, mine, heard, near, apart = real.situations
    assert urgent.emergency
    assert mine.roles == (PERSON,)
    assert set(heard.roles) == told == {OFFICER, STRATEGIST, DIRECTOR, PROXY}
    assert set(near.roles) == beside == {FIRST_SUPPORT, SUPPORT_PERSON}
    assert apart.open_question == real.role(OFFICER).reached_by.open_question  # type: ignore[union-attr]


def test_who_cannot_turn_to_the_party_is_not_sent_back_to_it(real: Routine) -> None:
    (apart,) = (situation for situation in real.situations if situation.open_question)
    asked = [real.contact(id).role for id in apart.contacts]
    assert asked
    assert OFFICER not in asked
    assert [id for id in asked if id] == [STRATEGIST]


def test_the_situations_together_lead_to_every_role(real: Routine) -> None:
    led = [id for situation in real.situations for id in situation.roles]
    assert sorted(led) == sorted(role.id for role in real.roles)
