"""Where a case stands, as the rules say it in words: each example is put before the second opinion, which the guide's
script is held to in far more cases than anybody could write down (tests/browser/test_guide.py)."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from routine.domain.fields import Answer, Basis
from routine.domain.model import Routine
from routine.domain.steps import ActionAfter, Consulted, Group, Participant
from tests.kit.judges import by_the_oracle
from tests.kit.oracle import deadlines
from tests.kit.random_routines import Days
from tests.kit.states import State, every_state, ways_of_answering

BEGUN = ("sag-till",)
Ending = tuple[date, time | None] | None


def stands(routine: Routine, state: State, *steps: str) -> set[str]:
    """The places of some steps: one, when they all stand alike."""
    places = by_the_oracle(routine)(state).places
    return {places[step] for step in steps}


def changed(routine: Routine, action: str, **parts: Any) -> Routine:
    """The routine with something else in one action."""
    actions = [each.model_copy(update=parts) if each.id == action else each for each in routine.actions]
    return routine.model_copy(update={"actions": tuple(actions)})


def waiting(routine: Routine, action: str, other: str) -> Routine:
    """The routine with an action that waits for another."""
    return changed(routine, action, after=(ActionAfter(action=other, text="efteråt", basis="kalla"),))


def hanging_on_one(routine: Routine) -> Routine:
    """The routine with an action that names one question, and hangs on another only through that."""
    return changed(routine, "grav-upp-ledningen", conditions=routine.action("grav-upp-ledningen").conditions[1:])


# Conditions


def test_what_has_an_unanswered_question_is_not_offered(small: Routine) -> None:
    assert stands(small, State({}, BEGUN), "mata-flodet", "ar-det-natet") == {"sedan"}


def test_what_has_its_answers_is_offered(small: Routine) -> None:
    assert stands(small, State({"rinner-det": "ja"}, BEGUN), "mata-flodet", "ar-det-natet") == {"nu"}
    both = State({"rinner-det": "ja", "ar-det-natet": "ja"}, BEGUN)
    assert stands(small, both, "grav-upp-ledningen") == {"nu"}


def test_an_opposite_answer_decides_whatever_is_unknown_beside_it(small: Routine) -> None:
    assert stands(small, State({"ar-det-natet": "nej"}, BEGUN), "grav-upp-ledningen") == {"utgar"}


def test_a_step_falls_away_through_its_questions_own_conditions(small: Routine) -> None:
    alone = hanging_on_one(small)
    answers = State({"rinner-det": "nej", "ar-det-natet": "ja"}, BEGUN)
    assert stands(alone, answers, "ar-det-natet", "grav-upp-ledningen") == {"utgar"}


def test_an_answer_to_what_may_not_be_asked_opens_nothing(small: Routine) -> None:
    alone = hanging_on_one(small)
    early = State({"ar-det-natet": "ja"}, BEGUN)
    assert stands(alone, early, "ar-det-natet", "grav-upp-ledningen") == {"sedan"}


def test_the_order_of_listing_means_nothing(small: Routine) -> None:
    turned = small.model_copy(update={"questions": small.questions[::-1], "actions": small.actions[::-1]})
    for state in list(every_state(small))[::7]:
        assert by_the_oracle(turned)(state) == by_the_oracle(small)(state)


# Waits


def test_without_after_nothing_is_waited_for(small: Routine) -> None:
    at_once = ("stang-kranen", "flytta-klassen", "beratta-for-hemmen")
    assert stands(small, State({}, BEGUN), *at_once) == {"nu"}


@pytest.mark.parametrize("over", ["done", "left"])
def test_what_waits_is_offered_when_the_other_is_done_or_left_out(small: Routine, over: str) -> None:
    assert stands(small, State({}, BEGUN), "byt-roret", "torkar-salen") == {"sedan"}
    first = ("stang-kranen", "flytta-klassen")
    state = State({}, (*BEGUN, *first)) if over == "done" else State({}, BEGUN, first)
    assert stands(small, state, "byt-roret", "torkar-salen") == {"nu"}


def test_what_is_not_known_yet_is_waited_for(small: Routine) -> None:
    assert stands(small, State({}, BEGUN), "hyr-flaktar", "gor-aterbesok", "skriv-i-loggen") == {"sedan"}


def test_what_has_fallen_away_is_not_waited_for(small: Routine) -> None:
    dry = State({"torkar-salen": "ja"}, BEGUN)
    assert stands(small, dry, "hyr-flaktar") == {"utgar"}
    assert stands(small, dry, "gor-aterbesok", "skriv-i-loggen") == {"nu"}


def test_a_wait_is_never_inherited(small: Routine) -> None:
    """Neither through a condition, nor through another wait."""
    damp = State({"torkar-salen": "nej"}, BEGUN)
    assert stands(small, damp, "flytta-klassen", "hyr-flaktar") == {"nu"}
    fans_first = State({"torkar-salen": "nej"}, (*BEGUN, "hyr-flaktar"))
    assert stands(waiting(small, "hyr-flaktar", "flytta-klassen"), fans_first, "gor-aterbesok") == {"nu"}


def test_an_answer_counts_though_its_question_should_have_waited(small: Routine) -> None:
    assert stands(small, State({"torkar-salen": "nej"}, BEGUN), "torkar-salen") == {"klart"}


# What is over


@pytest.mark.parametrize("role", ["", "upptackaren", "rektorn"])
def test_what_is_over_stays_so_whatever_else_is_said(small: Routine, role: str) -> None:
    """What has fallen away, what should have waited, and what came before anything had begun."""
    state = State({"rinner-det": "nej"}, ("mata-flodet", "byt-roret"), ("gor-aterbesok", "flytta-klassen"), role)
    assert stands(small, state, *state.done, *state.left) == {"klart"}


def one_contact(small: Routine) -> Routine:
    """The routine in which the flow is measured and the ground dug up in one contact."""
    group = Group(id="natet", basis="kalla")
    return changed(changed(small, "mata-flodet", group=group), "grav-upp-ledningen", group=group)


@pytest.mark.parametrize("done", ["mata-flodet", "grav-upp-ledningen"])
def test_what_belongs_to_a_contact_that_was_made_stands_when_an_answer_changes(small: Routine, done: str) -> None:
    """Also when it is not known any more, and when something else of the contact was left out."""
    routine = one_contact(small)
    (other,) = {"mata-flodet", "grav-upp-ledningen"} - {done}
    changes: tuple[dict[str, Answer], ...] = ({"rinner-det": "nej"}, {"ar-det-natet": "nej"}, {})
    for answers in changes:
        assert stands(routine, State(answers, (*BEGUN, done)), other) == {"nu"}
    assert stands(routine, State({"rinner-det": "nej"}, BEGUN), other) == {"utgar"}


def test_what_belongs_to_a_contact_falls_away_when_that_is_left_out_and_not_when_another_part_is(
    small: Routine,
) -> None:
    routine = one_contact(small)
    yes: dict[str, Answer] = {"rinner-det": "ja", "ar-det-natet": "ja"}
    assert stands(routine, State(yes, BEGUN, ("mata-flodet",)), "grav-upp-ledningen") == {"utgar"}
    assert stands(routine, State(yes, BEGUN, ("grav-upp-ledningen",)), "mata-flodet") == {"nu"}


def test_what_builds_on_something_falls_away_when_that_is_left_out_and_else_only_waits(small: Routine) -> None:
    on = ActionAfter(action="stang-kranen", text="efteråt", basis="kalla", only_if_done="ja")
    routine = changed(small, "byt-roret", after=(on,))
    assert stands(routine, State({}, BEGUN), "byt-roret") == {"sedan"}
    assert stands(routine, State({}, (*BEGUN, "stang-kranen")), "byt-roret") == {"nu"}
    assert stands(routine, State({}, BEGUN, ("stang-kranen",)), "byt-roret") == {"utgar"}


# The beginning


@pytest.mark.parametrize("role", ["", "upptackaren", "eleven"])
def test_before_the_case_has_begun_only_the_first_things_are_offered(small: Routine, role: str) -> None:
    """To nobody yet, to the owner of what opens it, and to the proxy."""
    standing = by_the_oracle(small)(State({}, role=role)).places
    assert {id for id, place in standing.items() if place == "nu"} == {"sag-till", "rinner-det"}
    assert set(standing.values()) == {"nu", "sedan"}


@pytest.mark.parametrize("role", ["rektorn", "va-ingenjoren"])
def test_who_takes_part_in_what_opens_the_case_or_is_consulted_begins_there(small: Routine, role: str) -> None:
    """Anybody gives the alarm together with the one in need, whose own case began further on."""
    beside = Participant(role="rektorn", text="Var med", basis="kalla")
    asked = Consulted(mode="alla", roles=("va-ingenjoren",), basis="kalla")
    routine = changed(small, "sag-till", participants=(beside,), consulted=asked)
    assert stands(routine, State({}, role=role), "sag-till") == {"nu"}
    assert stands(routine, State({}, role=role), "stang-kranen", "flytta-klassen") == {"sedan"}
    assert stands(routine, State({}, role="vaktmastaren"), "sag-till") == {"okant"}


@pytest.mark.parametrize("role", ["", "upptackaren", "eleven"])
def test_before_the_case_has_begun_answers_count_as_answered(small: Routine, role: str) -> None:
    """On a phone that is passed on, from one who had begun; what hangs on them is offered to nobody yet."""
    given: dict[str, Answer] = {"rinner-det": "ja", "ar-det-natet": "ja", "torkar-salen": "ja"}
    standing = by_the_oracle(small)(State(given, role=role)).places
    assert {standing[id] for id in ("rinner-det", "ar-det-natet", "torkar-salen")} == {"klart"}
    assert standing["grav-upp-ledningen"] == "sedan"
    assert standing["hyr-flaktar"] == "utgar"


@pytest.mark.parametrize("state", [State({}, BEGUN), State({}, left=BEGUN), State({}, BEGUN, role="eleven")])
def test_the_case_begins_when_what_opens_it_is_over(small: Routine, state: State) -> None:
    assert stands(small, state, "sag-till") == {"klart"}
    assert stands(small, state, "stang-kranen") == {"nu"}


@pytest.mark.parametrize("role", ["rektorn", "vaktmastaren", "va-ingenjoren"])
def test_to_the_others_the_case_has_begun_and_its_opening_is_unknown(small: Routine, role: str) -> None:
    assert stands(small, State({}, role=role), "sag-till") == {"okant"}
    assert stands(small, State({}, role=role), "stang-kranen", "flytta-klassen") == {"nu"}
    assert stands(small, State({}, BEGUN, role=role), "sag-till") == {"klart"}


def test_nobody_waits_for_an_opening_that_is_unknown(small: Routine) -> None:
    held = waiting(small, "stang-kranen", "sag-till")
    assert stands(held, State({}, role="rektorn"), "stang-kranen") == {"nu"}
    assert stands(held, State({}, role="eleven"), "stang-kranen") == {"sedan"}


def test_a_routine_that_nothing_opens_has_begun_from_the_start(small: Routine) -> None:
    unopened = changed(small, "sag-till", opens=None)
    assert stands(unopened, State({}), "sag-till", "stang-kranen") == {"nu"}
    assert stands(unopened, State({}, role="rektorn"), "sag-till", "stang-kranen") == {"nu"}


# Who is called


@pytest.mark.parametrize(
    ("state", "roles"),
    [
        (State({}), set()),
        (State({"torkar-salen": "nej"}), set()),
        (State({"torkar-salen": "ja"}), {"va-ingenjoren"}),
        (State({}, left=("stang-kranen",)), {"va-ingenjoren"}),
        (State({"torkar-salen": "ja"}, ("stang-kranen",)), set()),
        (State({}, ("stang-kranen",), ("stang-kranen",)), set()),
    ],
    ids=["not known", "still to come", "fallen away", "left out", "fallen away but done", "left out but done"],
)
def test_a_role_is_uncalled_when_what_calls_it_will_not_be_done(small: Routine, state: State, roles: set[str]) -> None:
    routine = changed(small, "stang-kranen", conditions=small.action("hyr-flaktar").conditions)
    assert by_the_oracle(routine)(state).uncalled == roles


def missed(routine: Routine, state: State, *, perhaps: bool = False) -> list[str]:
    """In the order of the roles."""
    judgement = by_the_oracle(routine)(state)
    gone = judgement.unsure if perhaps else judgement.uncalled
    return [role.id for role in routine.roles if role.id in gone]


def test_a_role_that_something_done_tells_or_that_has_done_something_itself_is_not_uncalled(small: Routine) -> None:
    """That she is told is the source's word: where it is our reading, it is safer to say that nobody has."""

    def ids(basis: Basis, *done: str) -> list[str]:
        (told,) = small.action("stang-kranen").informs
        informs = {"flytta-klassen": (told.model_copy(update={"basis": basis}),)}
        actions = tuple(action.model_copy(update={"informs": informs.get(action.id, ())}) for action in small.actions)
        routine = small.model_copy(update={"actions": actions})
        case = State({}, left=("stang-kranen",), done=done)
        return missed(routine, case)

    assert ids("kalla", "sag-till") == ["va-ingenjoren"]
    assert ids("kalla", "sag-till", "flytta-klassen") == []
    assert ids("tolkning", "sag-till", "flytta-klassen") == ["va-ingenjoren"]
    assert ids("kalla", "sag-till", "mata-flodet") == []


def chained(small: Routine) -> Routine:
    """The engineer is called by the caretaker, and the caretaker by the head, if the hall is damp."""
    engineer = small.role("va-ingenjoren")
    assert engineer.reached_by
    calling = engineer.reached_by.model_copy(update={"action": "flytta-klassen"})
    called = {"vaktmastaren": calling, "va-ingenjoren": engineer.reached_by}
    roles = tuple(role.model_copy(update={"reached_by": called.get(role.id)}) for role in small.roles)
    if_damp = small.action("hyr-flaktar").conditions
    moving = small.action("flytta-klassen").model_copy(update={"conditions": if_damp})
    actions = tuple(moving if action.id == moving.id else action for action in small.actions)
    return small.model_copy(update={"roles": roles, "actions": actions})


def test_whom_an_uncalled_role_would_call_is_uncalled_as_well(small: Routine) -> None:
    """Unless the reader is the one who calls, or something is done that tells them."""
    routine, dry = chained(small), State({"torkar-salen": "ja"})
    assert missed(routine, dry) == ["vaktmastaren", "va-ingenjoren"]
    assert missed(routine, State(dry.answers, role="vaktmastaren")) == []
    assert missed(routine, State(dry.answers, role="va-ingenjoren")) == ["vaktmastaren"]
    assert missed(routine, State(dry.answers, done=("byt-roret",))) == []


def test_of_whom_it_is_not_known_whether_they_are_called_that_is_told_apart(small: Routine) -> None:
    routine = chained(small)
    assert missed(routine, State({})) == []
    assert missed(routine, State({}), perhaps=True) == ["vaktmastaren", "va-ingenjoren"]
    assert missed(routine, State({"torkar-salen": "nej"}), perhaps=True) == []
    assert missed(routine, State({}, done=("flytta-klassen",)), perhaps=True) == []


# The end


def test_every_way_of_answering_comes_to_an_end(every_routine: Routine) -> None:
    """Whatever is answered: doing what can be done, all of it, leaves nothing that waits, and nothing was forced."""
    places = by_the_oracle(every_routine)
    questions = {question.id for question in every_routine.questions}
    for wanted in ways_of_answering(every_routine):
        if wanted.keys() == questions:
            state = State({})
            while new := {id for id, place in places(state).places.items() if place == "nu"}:
                answers = {id: wanted[id] for id in new & questions}
                state = State({**state.answers, **answers}, (*state.done, *(new - questions)))
            assert set(places(state).places.values()) <= {"klart", "utgar"}


# Limits


def ends(routine: Routine, state: State, days: Days) -> dict[str, Ending]:
    done = {id: days.get(id) for id in state.done}
    return deadlines(routine, state.answers, done, state.left, days.get(""), state.role)


EVENT: Ending = (date(2026, 10, 24), None)
MOVED: Ending = (date(2026, 10, 24), time(12))


def test_a_limit_is_counted_from_the_event_or_from_that_an_action_was_done(small: Routine) -> None:
    found = ends(small, State({}, (*BEGUN, "flytta-klassen")), {"": EVENT, "flytta-klassen": MOVED})
    assert found["byt-roret"] == (date(2026, 10, 27), None)
    assert found["beratta-for-hemmen"] == (date(2026, 10, 25), time(11))


def test_nothing_is_counted_before_somebody_has_said_when(small: Routine) -> None:
    assert ends(small, State({}, BEGUN), {"": EVENT, "flytta-klassen": MOVED})["beratta-for-hemmen"] is None
    assert ends(small, State({}, (*BEGUN, "flytta-klassen")), {"": None})["beratta-for-hemmen"] is None
    assert ends(small, State({}, BEGUN), {})["byt-roret"] is None


def test_from_what_is_left_out_or_has_fallen_away_nothing_is_counted(small: Routine) -> None:
    assert "beratta-for-hemmen" not in ends(small, State({}, BEGUN, ("flytta-klassen",)), {"": EVENT})
    fans = small.action("beratta-for-hemmen").within
    assert fans
    from_fans = changed(small, "beratta-for-hemmen", within=fans.model_copy(update={"after": "hyr-flaktar"}))
    assert "beratta-for-hemmen" not in ends(from_fans, State({"torkar-salen": "ja"}, BEGUN), {"": EVENT})
    assert "beratta-for-hemmen" in ends(from_fans, State({}, BEGUN), {"": EVENT})


def test_what_is_over_has_no_limit_any_more(small: Routine) -> None:
    assert "byt-roret" not in ends(small, State({}, (*BEGUN, "byt-roret")), {"": EVENT})
