"""The graph of the small routine, written out, and what the rules and the guide rely on in any graph."""

from __future__ import annotations

from typing import Any

import pytest

from routine.domain import graph
from routine.domain.graph import Edge, Graph
from routine.domain.model import Routine
from routine.reading.nodes import raw
from routine.reading.source import read
from tests.kit.broken import SMALL_TEXT

RUNS, FROM_THE_MAINS = ("rinner-det", "ja"), ("ar-det-natet", "ja")


def changed(**actions: dict[str, Any]) -> Graph:
    """The graph of the small routine with keys of some actions changed; an id with hyphens has underscores here."""
    values: Any = raw(read(SMALL_TEXT.encode(), "small.yaml")[1])
    for action in values["actions"]:
        action.update(actions.get(action["id"].replace("-", "_"), {}))
    return graph.build(Routine.model_validate(values))


def condition(question: str, answer: str) -> dict[str, str]:
    return {"question": question, "answer": answer, "text": "om det är så", "basis": "kalla"}


def test_has_the_steps_of_each_track_in_order(small: Routine) -> None:
    assert [(track, [step.id for step in steps]) for track, steps in graph.build(small).tracks] == [
        (
            "vatten",
            [
                "sag-till",
                "stang-kranen",
                "rinner-det",
                "mata-flodet",
                "ar-det-natet",
                "grav-upp-ledningen",
                "byt-roret",
            ],
        ),
        ("lokaler", ["flytta-klassen", "beratta-for-hemmen", "torkar-salen", "hyr-flaktar", "gor-aterbesok"]),
    ]


def test_has_these_edges_and_no_others(small: Routine) -> None:
    assert sorted(graph.build(small).edges, key=str) == sorted(
        [
            Edge("sag-till", "stang-kranen"),
            Edge("stang-kranen", "rinner-det"),
            Edge("rinner-det", "mata-flodet", "ja"),
            Edge("rinner-det", "byt-roret", "nej"),
            Edge("mata-flodet", "ar-det-natet"),
            Edge("ar-det-natet", "grav-upp-ledningen", "ja"),
            Edge("ar-det-natet", "byt-roret", "nej"),
            Edge("grav-upp-ledningen", "byt-roret"),
            Edge("byt-roret", "slut-vatten"),
            Edge("sag-till", "flytta-klassen"),
            Edge("flytta-klassen", "beratta-for-hemmen"),
            Edge("beratta-for-hemmen", "torkar-salen"),
            Edge("torkar-salen", "hyr-flaktar", "nej"),
            Edge("torkar-salen", "gor-aterbesok", "ja"),
            Edge("hyr-flaktar", "gor-aterbesok"),
            Edge("gor-aterbesok", "slut-lokaler"),
        ],
        key=str,
    )


def test_has_these_guards(small: Routine) -> None:
    guards = graph.build(small).guards
    assert {id: guard for id, guard in guards.items() if guard} == {
        "mata-flodet": {RUNS},
        "ar-det-natet": {RUNS},
        "grav-upp-ledningen": {RUNS, FROM_THE_MAINS},
        "hyr-flaktar": {("torkar-salen", "nej")},
    }
    assert set(guards) == {step.id for step in graph.build(small).steps()}


def test_looks_before_and_after_a_step(small: Routine) -> None:
    built = graph.build(small)
    assert {edge.source for edge in built.before("byt-roret")} == {"rinner-det", "ar-det-natet", "grav-upp-ledningen"}
    assert [(edge.target, edge.answer) for edge in built.following("torkar-salen")] == [
        ("hyr-flaktar", "nej"),
        ("gor-aterbesok", "ja"),
    ]
    assert built.before("sag-till") == ()


def test_the_end_of_a_track_carries_its_name() -> None:
    assert graph.end_of("vatten") == "slut-vatten"


@pytest.mark.parametrize("name", ["small", "real"])
def test_every_question_has_both_ways_out_and_everything_else_goes_on(
    name: str, request: pytest.FixtureRequest
) -> None:
    routine: Routine = request.getfixturevalue(name)
    built = graph.build(routine)
    questions = {question.id for question in routine.questions}
    for step in built.steps():
        answers = {edge.answer for edge in built.following(step.id)}
        assert answers == ({"ja", "nej"} if step.id in questions else {None})


@pytest.mark.parametrize("name", ["small", "real"])
def test_everything_is_reached_from_the_first_step_and_nothing_loops(name: str, request: pytest.FixtureRequest) -> None:
    routine: Routine = request.getfixturevalue(name)
    built = graph.build(routine)
    ends = {graph.end_of(track.id) for track in routine.tracks}
    assert graph.reachable(built, routine.actions[0].id) == {step.id for step in built.steps()} | ends
    assert graph.loops(built) == ()


@pytest.mark.parametrize("name", ["small", "real"])
def test_a_walk_by_any_answers_meets_exactly_what_the_guards_allow(name: str, request: pytest.FixtureRequest) -> None:
    """The edges and the guards are two ways to say who does what when: they must say the same."""
    routine: Routine = request.getfixturevalue(name)
    built = graph.build(routine)
    questions = [question.id for question in routine.questions]
    for number in range(2 ** len(questions)):
        answers = {id: "ja" if number >> i & 1 else "nej" for i, id in enumerate(questions)}
        walked, todo = set(), [routine.actions[0].id]
        while todo:
            id = todo.pop()
            walked.add(id)
            todo += [
                edge.target
                for edge in built.following(id)
                if edge.target not in walked and edge.answer in (None, answers.get(id))
            ]
        allowed = {
            step.id
            for step in built.steps()
            if all(answers[question] == answer for question, answer in built.guards[step.id])
        }
        assert walked - {graph.end_of(track.id) for track in routine.tracks} == allowed


def test_a_step_that_may_be_needed_is_passed_by_as_well() -> None:
    """A question asked in the one track is not known in the other: the edge goes past what depends on it."""
    built = changed(beratta_for_hemmen={"conditions": [condition("rinner-det", "ja")]})
    assert Edge("flytta-klassen", "beratta-for-hemmen") in built.edges
    assert Edge("flytta-klassen", "torkar-salen") in built.edges


def test_after_replaces_the_step_before() -> None:
    built = changed(byt_roret={"after": ["stang-kranen"]})
    assert built.before("byt-roret") == (Edge("stang-kranen", "byt-roret"),)


def test_after_the_step_that_is_before_anyway_changes_nothing(small: Routine) -> None:
    built = changed(stang_kranen={"after": ["sag-till"]}, beratta_for_hemmen={"after": ["flytta-klassen"]})
    assert built.edges == graph.build(small).edges


def test_after_may_wait_for_several() -> None:
    built = changed(gor_aterbesok={"after": ["byt-roret", "hyr-flaktar"]})
    assert {edge.source for edge in built.before("gor-aterbesok")} == {"byt-roret", "hyr-flaktar"}


def test_after_nothing_begins_anew() -> None:
    built = changed(flytta_klassen={"after": []})
    assert built.before("flytta-klassen") == ()
    assert "flytta-klassen" not in graph.reachable(built, "sag-till")
    assert "gor-aterbesok" not in graph.reachable(built, "sag-till")


def test_after_leads_to_the_question_of_a_conditional_action() -> None:
    built = changed(flytta_klassen={"conditions": [condition("torkar-salen", "nej")]})
    assert built.before("torkar-salen") == (Edge("sag-till", "torkar-salen"),)
    assert built.before("flytta-klassen") == (Edge("torkar-salen", "flytta-klassen", "nej"),)


def test_the_same_question_is_asked_once() -> None:
    built = changed(gor_aterbesok={"conditions": [condition("torkar-salen", "ja")]})
    assert [step.id for step in built.steps()].count("torkar-salen") == 1
    assert built.before("gor-aterbesok") == (Edge("torkar-salen", "gor-aterbesok", "ja"),)
    assert {edge.source for edge in built.before("slut-lokaler")} == {"hyr-flaktar", "gor-aterbesok"}


def test_both_answers_at_once_are_contradictory() -> None:
    assert graph.contradictory(frozenset({("a", "ja"), ("a", "nej")}))
    assert not graph.contradictory(frozenset({("a", "ja"), ("b", "nej")}))
    assert not graph.contradictory(frozenset())


def test_a_contradictory_step_is_never_reached() -> None:
    built = changed(hyr_flaktar={"conditions": [condition("torkar-salen", "nej"), condition("torkar-salen", "ja")]})
    reached = graph.reachable(built, "sag-till")
    assert "hyr-flaktar" not in reached
    assert "gor-aterbesok" in reached


def test_a_loop_holds_only_those_that_wait_for_each_other() -> None:
    built = changed(beratta_for_hemmen={"after": ["hyr-flaktar"]})
    assert graph.loops(built) == (("beratta-for-hemmen", "torkar-salen", "hyr-flaktar"),)


def test_a_step_may_not_wait_for_itself() -> None:
    assert graph.loops(changed(byt_roret={"after": ["byt-roret"]})) == (("byt-roret",),)


def test_a_loop_across_tracks_is_found() -> None:
    built = changed(byt_roret={"after": ["gor-aterbesok"]}, flytta_klassen={"after": ["byt-roret"]})
    assert set(graph.loops(built)[0]) == {
        "byt-roret",
        "flytta-klassen",
        "beratta-for-hemmen",
        "torkar-salen",
        "hyr-flaktar",
        "gor-aterbesok",
    }
