"""Where a case stands: the oracle of the guide, on the small routine and on ours."""

from __future__ import annotations

import itertools

import pytest

from routine.domain import graph as graphs
from routine.domain.case import Case, Place, due, standing
from routine.domain.fields import Answer
from routine.domain.model import Routine


def test_only_the_first_step_is_due_in_a_new_case(small: Routine) -> None:
    graph = graphs.build(small)
    assert due(graph, Case(), "upptackaren") == ("sag-till",)
    assert [id for id, place in standing(graph, Case()).items() if place is Place.NOW] == ["sag-till"]


def test_both_tracks_begin_after_the_alarm(small: Routine) -> None:
    places = standing(graphs.build(small), Case(over={"sag-till"}))
    assert {id for id, place in places.items() if place is Place.NOW} == {"stang-kranen", "flytta-klassen"}


def test_a_question_is_open_until_it_is_answered(small: Routine) -> None:
    graph = graphs.build(small)
    over = {"sag-till", "stang-kranen"}
    assert standing(graph, Case(over=over))["rinner-det"] is Place.NOW
    assert standing(graph, Case(over=over))["mata-flodet"] is Place.LATER
    assert standing(graph, Case({"rinner-det": "ja"}, over))["mata-flodet"] is Place.NOW
    no = standing(graph, Case({"rinner-det": "nej"}, over))
    assert (no["mata-flodet"], no["grav-upp-ledningen"], no["byt-roret"]) == (Place.OUT, Place.OUT, Place.NOW)


def test_an_answer_taken_back_closes_what_it_opened_and_loses_no_tick(small: Routine) -> None:
    graph = graphs.build(small)
    over = {"sag-till", "stang-kranen", "mata-flodet"}
    assert standing(graph, Case({"rinner-det": "ja"}, over))["mata-flodet"] is Place.OVER
    assert standing(graph, Case({}, over))["mata-flodet"] is Place.LATER
    assert standing(graph, Case({"rinner-det": "nej"}, over))["mata-flodet"] is Place.OUT
    assert standing(graph, Case({"rinner-det": "ja"}, over))["mata-flodet"] is Place.OVER


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_way_of_answering_comes_to_an_end(name: str, request: pytest.FixtureRequest) -> None:
    """Whatever is answered: doing what is due, all of it, leaves nothing that waits."""
    routine: Routine = request.getfixturevalue(name)
    graph = graphs.build(routine)
    questions = [question.id for question in routine.questions]
    both: tuple[Answer, Answer] = ("ja", "nej")
    for choice in itertools.product(both, repeat=len(questions)):
        answers = dict(zip(questions, choice, strict=True))
        over: set[str] = set()
        while new := {id for id, place in standing(graph, Case(answers, over)).items() if place is Place.NOW} - over:
            over |= new
        assert set(standing(graph, Case(answers, over)).values()) <= {Place.OVER, Place.OUT}
