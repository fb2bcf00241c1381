"""The graph of the small routine, written out, and what the rules and the guide rely on in any graph."""

from __future__ import annotations

from typing import Any

from routine.check.nodes import raw
from routine.check.source import read
from routine.model import graph
from routine.model.graph import Edge, Graph
from routine.model.model import Routine
from tests.kit.broken import SMALL_TEXT

RUNS, FROM_THE_MAINS = ("rinner-det", "ja"), ("ar-det-natet", "ja")


def changed(**steps: dict[str, Any]) -> Graph:
    """The graph of the small routine with keys of some steps changed; an id with hyphens has underscores here."""
    values: Any = raw(read(SMALL_TEXT.encode(), "small.yaml")[1])
    for step in (*values["actions"], *values["questions"]):
        step.update(steps.get(step["id"].replace("-", "_"), {}))
    return graph.build(Routine.model_validate(values))


def condition(question: str, answer: str) -> dict[str, str]:
    return {"question": question, "answer": answer, "text": "om det är så", "basis": "kalla"}


def wait(action: str) -> dict[str, str]:
    return {"action": action, "text": "efter det", "basis": "kalla"}


def test_has_the_steps_of_each_track_in_order(small: Routine) -> None:
    water = "sag-till stang-kranen rinner-det mata-flodet ar-det-natet grav-upp-ledningen byt-roret"
    rooms = "flytta-klassen beratta-for-hemmen torkar-salen hyr-flaktar gor-aterbesok skriv-i-loggen"
    found = [(track, " ".join(step.id for step in steps)) for track, steps in graph.build(small).tracks]
    assert found == [("vatten", water), ("lokaler", rooms)]


def test_has_these_edges_and_no_others(small: Routine) -> None:
    """A condition or a wait each: what stands beside each other in the source is no edge."""
    assert graph.build(small).edges == (
        Edge("rinner-det", "mata-flodet", "ja"),
        Edge("rinner-det", "ar-det-natet", "ja", reading=True),
        Edge("ar-det-natet", "grav-upp-ledningen", "ja", reading=True),
        Edge("stang-kranen", "byt-roret"),
        Edge("flytta-klassen", "torkar-salen", reading=True),
        Edge("torkar-salen", "hyr-flaktar", "nej", reading=True),
        Edge("hyr-flaktar", "gor-aterbesok", reading=True),
        Edge("hyr-flaktar", "skriv-i-loggen", reading=True),
    )


def test_has_these_needs_and_waits(small: Routine) -> None:
    built = graph.build(small)
    assert {id: needs for id, needs in built.needs.items() if needs} == {
        "mata-flodet": {RUNS},
        "ar-det-natet": {RUNS},
        "grav-upp-ledningen": {RUNS, FROM_THE_MAINS},
        "hyr-flaktar": {("torkar-salen", "nej")},
    }
    assert {id: waits for id, waits in built.waits.items() if waits} == {
        "byt-roret": ("stang-kranen",),
        "torkar-salen": ("flytta-klassen",),
        "gor-aterbesok": ("hyr-flaktar",),
        "skriv-i-loggen": ("hyr-flaktar",),
    }
    assert set(built.needs) == set(built.waits) == {step.id for step in built.steps()}


def test_knows_what_opens_the_case_and_who_knows_of_it(small: Routine) -> None:
    opening = graph.build(small).opening
    assert opening is not None
    assert opening.action == "sag-till"
    assert opening.roles == {"upptackaren", "eleven"}
    assert graph.build(small).start == {"rinner-det"}


def test_nothing_loops_and_every_step_can_be_opened(every_routine: Routine) -> None:
    built = graph.build(every_routine)
    assert graph.loops(built) == ()
    assert not any(map(graph.contradictory, built.needs.values()))
    assert {step.id for step in built.steps()} == {question.id for question in every_routine.questions} | {
        action.id for action in every_routine.actions
    }


def test_a_condition_reaches_through_the_questions_conditions() -> None:
    """The action names the inner question alone, and hangs on the outer one as well."""
    inner = {"conditions": [condition("ar-det-natet", "ja")]}
    assert changed(grav_upp_ledningen=inner).needs["grav-upp-ledningen"] == {RUNS, FROM_THE_MAINS}


def test_the_order_of_listing_means_nothing() -> None:
    one, other = condition("rinner-det", "ja"), condition("ar-det-natet", "ja")
    assert (
        changed(grav_upp_ledningen={"conditions": [one, other]}).needs
        == changed(grav_upp_ledningen={"conditions": [other, one]}).needs
    )


def test_a_question_stands_before_the_first_that_hangs_on_it_after_its_own_questions() -> None:
    built = changed(stang_kranen={"conditions": [condition("ar-det-natet", "ja")]})
    ids = [step.id for step in built.steps()]
    assert ids[:4] == ["sag-till", "rinner-det", "ar-det-natet", "stang-kranen"]
    assert len(ids) == len(set(ids))


def test_after_may_name_several_and_point_across_tracks() -> None:
    built = changed(gor_aterbesok={"after": [wait("byt-roret"), wait("hyr-flaktar")]})
    assert built.waits["gor-aterbesok"] == ("byt-roret", "hyr-flaktar")
    assert {edge.source for edge in built.before("gor-aterbesok")} == {"byt-roret", "hyr-flaktar"}


def test_an_answer_that_the_questions_own_condition_forbids_is_contradictory() -> None:
    conditions = [condition("ar-det-natet", "ja"), condition("rinner-det", "nej")]
    assert graph.contradictory(changed(byt_roret={"conditions": conditions}).needs["byt-roret"])


def test_questions_that_no_action_hangs_on_are_a_loop_too() -> None:
    """They stand in no track: `steps` has them not."""
    values: Any = raw(read(SMALL_TEXT.encode(), "small.yaml")[1])
    new = {"text": "Är det så?", "basis": "kalla", "answered_by": ["rektorn"]}
    values["questions"] += [
        {"id": "ena", "conditions": [condition("andra", "ja")], **new},
        {"id": "andra", "conditions": [condition("ena", "nej")], **new},
        {"id": "bakom", "conditions": [condition("ena", "ja")], **new},
    ]
    assert graph.loops(graph.build(Routine.model_validate(values))) == (("ena", "andra"),)


def test_loops_are_groups_of_those_that_wait_for_each_other() -> None:
    built = changed(
        flytta_klassen={"after": [wait("hyr-flaktar")]},
        stang_kranen={"after": [wait("stang-kranen")]},
        rinner_det={"conditions": [condition("ar-det-natet", "nej")]},
    )
    inside = [set(loop) for loop in graph.loops(built)]
    assert {"flytta-klassen", "torkar-salen", "hyr-flaktar"} in inside
    assert {"stang-kranen"} in inside
    assert {"rinner-det", "ar-det-natet"} in inside
    assert len(inside) == 3


def test_a_loop_across_tracks_is_found() -> None:
    built = changed(byt_roret={"after": [wait("gor-aterbesok")]}, flytta_klassen={"after": [wait("byt-roret")]})
    assert set(graph.loops(built)[0]) == {"byt-roret", "flytta-klassen", "torkar-salen", "hyr-flaktar", "gor-aterbesok"}
