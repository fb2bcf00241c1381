"""Where a case stands, as the rules say it in words: each example is put before the second opinion, which the guide's
script is held to in far more cases than anybody could write down (tests/browser/test_guide.py)."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from routine.model.fields import Answer
from routine.model.model import Routine
from routine.model.steps import ActionAfter, Consulted, Group, Participant
from tests.kit.oracle import deadlines, places, uncalled
from tests.kit.random_routines import random_routine, random_states
from tests.kit.states import State, ways_of_answering

# Action → what else is said of it.
Changes = dict[str, dict[str, Any]]


def changed(routine: Routine, changes: Changes) -> Routine:
    actions = [each.model_copy(update=changes.get(each.id, {})) for each in routine.actions]
    return routine.model_copy(update={"actions": tuple(actions)})


def after(action: str, **values: Any) -> dict[str, Any]:
    return {"after": (ActionAfter(action=action, text="efteråt", basis="kalla", **values),)}


CONTACT: Changes = {id: {"group": Group(id="natet", basis="kalla")} for id in ("mata-flodet", "grav-upp-ledningen")}
BESIDE: Changes = {
    "sag-till": {
        "participants": (Participant(role="rektorn", text="Var med", basis="kalla"),),
        "consulted": Consulted(mode="alla", roles=("va-ingenjoren",), basis="kalla"),
    }
}
FANS_AFTER_MOVE: Changes = {"hyr-flaktar": after("flytta-klassen")}
BUILDS_ON: Changes = {"byt-roret": after("stang-kranen", only_if_done="ja")}
TAP_AFTER_ALARM: Changes = {"stang-kranen": after("sag-till")}
UNOPENED: Changes = {"sag-till": {"opens": None}}
WET, NET, DAMP, DRY = "rinner-det=ja", "ar-det-natet=ja", "torkar-salen=nej", "torkar-salen=ja"


def state_of(said: str) -> State:
    """As one writes it: an answer `rinner-det=ja`, a step that is done `+sag-till` or left out `-sag-till`, who reads
    `@rektorn`."""
    words = said.split()
    answers: dict[str, Answer] = {}
    for word in words:
        if "=" in word:
            question, answer = word.split("=")
            answers[question] = "ja" if answer == "ja" else "nej"
    by = {sign: tuple(word[1:] for word in words if word[0] == sign) for sign in "+-@"}
    return State(answers, by["+"], by["-"], "".join(by["@"]))


# Changes, what has been said and done, and where some steps stand then.
STANDS: list[tuple[Changes, str, dict[str, str]]] = [
    # Conditions
    ({}, "+sag-till", {"sedan": "mata-flodet ar-det-natet", "nu": "stang-kranen flytta-klassen beratta-for-hemmen"}),
    ({}, f"+sag-till {WET}", {"nu": "mata-flodet"}),
    ({}, f"+sag-till {WET} {NET}", {"nu": "grav-upp-ledningen"}),
    ({}, "+sag-till ar-det-natet=nej", {"utgar": "grav-upp-ledningen"}),
    ({}, f"+sag-till {NET} rinner-det=nej", {"utgar": "ar-det-natet grav-upp-ledningen"}),
    ({}, f"+sag-till {NET}", {"sedan": "ar-det-natet grav-upp-ledningen"}),
    # Waits
    ({}, "+sag-till", {"sedan": "byt-roret torkar-salen hyr-flaktar gor-aterbesok skriv-i-loggen"}),
    ({}, "+sag-till +stang-kranen +flytta-klassen", {"nu": "byt-roret torkar-salen"}),
    ({}, "+sag-till -stang-kranen -flytta-klassen", {"nu": "byt-roret torkar-salen"}),
    ({}, f"+sag-till {DRY}", {"utgar": "hyr-flaktar", "nu": "gor-aterbesok skriv-i-loggen"}),
    ({}, f"+sag-till {DAMP}", {"klart": "torkar-salen", "nu": "flytta-klassen hyr-flaktar"}),
    (FANS_AFTER_MOVE, f"+sag-till +hyr-flaktar {DAMP}", {"nu": "gor-aterbesok"}),
    (BUILDS_ON, "+sag-till", {"sedan": "byt-roret"}),
    (BUILDS_ON, "+sag-till +stang-kranen", {"nu": "byt-roret"}),
    (BUILDS_ON, "+sag-till -stang-kranen", {"utgar": "byt-roret"}),
    # What is over stays so, and one contact is one
    ({}, "rinner-det=nej +mata-flodet +byt-roret -gor-aterbesok", {"klart": "mata-flodet byt-roret gor-aterbesok"}),
    (CONTACT, "+sag-till rinner-det=nej +mata-flodet", {"nu": "grav-upp-ledningen"}),
    (CONTACT, "+sag-till rinner-det=nej +grav-upp-ledningen", {"nu": "mata-flodet"}),
    (CONTACT, f"+sag-till {WET} {NET} -mata-flodet", {"utgar": "grav-upp-ledningen"}),
    (CONTACT, f"+sag-till {WET} {NET} -grav-upp-ledningen", {"nu": "mata-flodet"}),
    # The beginning
    *(({}, role, {"nu": "sag-till rinner-det", "sedan": "stang-kranen"}) for role in ("", "@upptackaren", "@eleven")),
    *(({}, f"@{id}", {"okant": "sag-till", "nu": "stang-kranen"}) for id in ("rektorn", "vaktmastaren")),
    *((BESIDE, f"@{id}", {"nu": "sag-till", "sedan": "stang-kranen"}) for id in ("rektorn", "va-ingenjoren")),
    (BESIDE, "@vaktmastaren", {"okant": "sag-till"}),
    ({}, f"{WET} {NET} {DRY}", {"klart": "rinner-det ar-det-natet torkar-salen", "sedan": "grav-upp-ledningen"}),
    ({}, "-sag-till", {"klart": "sag-till", "nu": "stang-kranen"}),
    (TAP_AFTER_ALARM, "@rektorn", {"nu": "stang-kranen"}),
    (TAP_AFTER_ALARM, "@eleven", {"sedan": "stang-kranen"}),
    (UNOPENED, "", {"nu": "sag-till stang-kranen"}),
]


@pytest.mark.parametrize(("changes", "said", "stands"), STANDS)
def test_where_steps_stand(small: Routine, changes: Changes, said: str, stands: dict[str, str]) -> None:
    found = places(changed(small, changes), *state_of(said))
    assert {id: found[id] for ids in stands.values() for id in ids.split()} == {
        id: place for place, ids in stands.items() for id in ids.split()
    }


@pytest.mark.parametrize(
    ("said", "roles", "perhaps"),
    [
        ("", "", "va-ingenjoren vaktmastaren"),
        (DAMP, "", ""),
        (DRY, "va-ingenjoren vaktmastaren", "va-ingenjoren vaktmastaren"),
        (f"{DRY} @vaktmastaren", "", ""),
        (f"{DRY} @va-ingenjoren", "vaktmastaren", "vaktmastaren"),
        (f"{DRY} +byt-roret", "", ""),
        ("+flytta-klassen", "", ""),
        ("-stang-kranen +flytta-klassen", "va-ingenjoren", "va-ingenjoren"),
        ("-stang-kranen +flytta-klassen +mata-flodet", "", ""),
    ],
)
def test_a_role_is_uncalled_when_what_calls_it_will_not_be_done_and_nothing_done_tells_it(
    small: Routine, said: str, roles: str, perhaps: str
) -> None:
    """The engineer is called by the caretaker, and the caretaker by the head, if the hall is damp."""
    routine = changed(small, {"flytta-klassen": {"conditions": small.action("hyr-flaktar").conditions}})
    engineer = small.role("va-ingenjoren").reached_by
    assert engineer
    calls = {"vaktmastaren": engineer.model_copy(update={"action": "flytta-klassen"}), "va-ingenjoren": engineer}
    chained = tuple(role.model_copy(update={"reached_by": calls.get(role.id)}) for role in small.roles)
    routine = routine.model_copy(update={"roles": chained})
    assert uncalled(routine, *state_of(said)) == {*roles.split()}
    assert uncalled(routine, *state_of(said), perhaps=True) == {*perhaps.split()}


def test_every_way_of_answering_comes_to_an_end(every_routine: Routine) -> None:
    """Doing what can be done, all of it, leaves nothing that waits, and nothing was forced."""
    questions = {question.id for question in every_routine.questions}
    tried = [wanted for wanted in ways_of_answering(every_routine) if wanted.keys() == questions]
    assert len(tried) == 2 ** len(questions)
    for wanted in tried:
        state = State({})
        while new := {id for id, place in places(every_routine, *state).items() if place == "nu"}:
            answers = {id: wanted[id] for id in new & questions}
            state = State({**state.answers, **answers}, (*state.done, *(new - questions)))
        assert {*places(every_routine, *state).values()} <= {"klart", "utgar"}


EVENT, MOVED = (date(2026, 10, 24), None), (date(2026, 10, 24), time(12))


def test_a_limit_is_counted_from_what_somebody_has_said_and_has_not_fallen_away(small: Routine) -> None:
    def ends(said: str, **done: Any) -> dict[str, Any]:
        state = state_of(said)
        return deadlines(small, state.answers, {id: done.get("moved") for id in state.done}, state.left, done["event"])

    found = ends("+sag-till +flytta-klassen", event=EVENT, moved=MOVED)
    assert found["byt-roret"] == (date(2026, 10, 27), None)
    assert found["beratta-for-hemmen"] == (date(2026, 10, 25), time(11)), "an hour comes twice"
    assert ends("+sag-till +flytta-klassen", event=None)["beratta-for-hemmen"] is None
    assert ends("+sag-till", event=EVENT)["beratta-for-hemmen"] is None
    assert "beratta-for-hemmen" not in ends("+sag-till -flytta-klassen", event=EVENT)
    assert "byt-roret" not in ends("+sag-till +byt-roret", event=EVENT)


def test_routines_made_by_chance_hold_all_that_the_rules_speak_of_and_are_the_same_each_time() -> None:
    cases = [(routine := random_routine(seed), random_states(routine, seed, 10)) for seed in range(60)]
    met = {place for routine, states in cases for state in states for place in places(routine, *state).values()}
    assert met == {"nu", "sedan", "klart", "utgar", "okant"}
    assert any(uncalled(routine, *state) for routine, states in cases for state in states)
    actions = [action for routine, _ in cases for action in routine.actions]
    assert any(action.group for action in actions)
    assert any(wait.only_if_done for action in actions for wait in action.after)
    assert random_routine(7) == random_routine(7) != random_routine(8)
