"""Where a case stands, as the rules say it in words: each example is put before the package, and before the second
opinion that has never seen it. Then both are asked of far more cases than anybody could write down."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from routine.domain.fields import Answer
from routine.domain.model import Routine
from routine.domain.steps import ActionAfter, Consulted, Group, Participant
from routine.loading.load import load
from tests.kit.judges import Judge, by_the_oracle, by_the_package, disagreements
from tests.kit.oracle import deadlines
from tests.kit.random_routines import Days, random_cases
from tests.kit.sites import ROUTINES
from tests.kit.states import State, every_state
from tests.kit.views import some

BEGUN = ("sag-till",)
Ending = tuple[date, time | None] | None


@pytest.fixture(params=[by_the_package, by_the_oracle])
def judge(request: pytest.FixtureRequest) -> Judge:
    chosen: Judge = request.param
    return chosen


def stands(judge: Judge, routine: Routine, state: State, *steps: str) -> set[str]:
    """The places of some steps: one, when they all stand alike."""
    places = judge(routine)(state).places
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


def test_what_has_an_unanswered_question_is_not_offered(judge: Judge, small: Routine) -> None:
    assert stands(judge, small, State({}, BEGUN), "mata-flodet", "ar-det-natet") == {"sedan"}


def test_what_has_its_answers_is_offered(judge: Judge, small: Routine) -> None:
    assert stands(judge, small, State({"rinner-det": "ja"}, BEGUN), "mata-flodet", "ar-det-natet") == {"nu"}
    both = State({"rinner-det": "ja", "ar-det-natet": "ja"}, BEGUN)
    assert stands(judge, small, both, "grav-upp-ledningen") == {"nu"}


def test_an_opposite_answer_decides_whatever_is_unknown_beside_it(judge: Judge, small: Routine) -> None:
    assert stands(judge, small, State({"ar-det-natet": "nej"}, BEGUN), "grav-upp-ledningen") == {"utgar"}


def test_a_step_falls_away_through_its_questions_own_conditions(judge: Judge, small: Routine) -> None:
    alone = hanging_on_one(small)
    answers = State({"rinner-det": "nej", "ar-det-natet": "ja"}, BEGUN)
    assert stands(judge, alone, answers, "ar-det-natet", "grav-upp-ledningen") == {"utgar"}


def test_an_answer_to_what_may_not_be_asked_opens_nothing(judge: Judge, small: Routine) -> None:
    alone = hanging_on_one(small)
    early = State({"ar-det-natet": "ja"}, BEGUN)
    assert stands(judge, alone, early, "ar-det-natet", "grav-upp-ledningen") == {"sedan"}


def test_the_order_of_listing_means_nothing(judge: Judge, small: Routine) -> None:
    turned = small.model_copy(update={"questions": small.questions[::-1], "actions": small.actions[::-1]})
    for state in list(every_state(small))[::7]:
        assert judge(turned)(state) == judge(small)(state)


# Waits


def test_without_after_nothing_is_waited_for(judge: Judge, small: Routine) -> None:
    at_once = ("stang-kranen", "flytta-klassen", "beratta-for-hemmen")
    assert stands(judge, small, State({}, BEGUN), *at_once) == {"nu"}


@pytest.mark.parametrize("over", ["done", "left"])
def test_what_waits_is_offered_when_the_other_is_done_or_left_out(judge: Judge, small: Routine, over: str) -> None:
    assert stands(judge, small, State({}, BEGUN), "byt-roret", "torkar-salen") == {"sedan"}
    first = ("stang-kranen", "flytta-klassen")
    state = State({}, (*BEGUN, *first)) if over == "done" else State({}, BEGUN, first)
    assert stands(judge, small, state, "byt-roret", "torkar-salen") == {"nu"}


def test_what_is_not_known_yet_is_waited_for(judge: Judge, small: Routine) -> None:
    assert stands(judge, small, State({}, BEGUN), "hyr-flaktar", "gor-aterbesok", "skriv-i-loggen") == {"sedan"}


def test_what_has_fallen_away_is_not_waited_for(judge: Judge, small: Routine) -> None:
    dry = State({"torkar-salen": "ja"}, BEGUN)
    assert stands(judge, small, dry, "hyr-flaktar") == {"utgar"}
    assert stands(judge, small, dry, "gor-aterbesok", "skriv-i-loggen") == {"nu"}


def test_a_wait_is_never_inherited(judge: Judge, small: Routine) -> None:
    """Neither through a condition, nor through another wait."""
    damp = State({"torkar-salen": "nej"}, BEGUN)
    assert stands(judge, small, damp, "flytta-klassen", "hyr-flaktar") == {"nu"}
    fans_first = State({"torkar-salen": "nej"}, (*BEGUN, "hyr-flaktar"))
    assert stands(judge, waiting(small, "hyr-flaktar", "flytta-klassen"), fans_first, "gor-aterbesok") == {"nu"}


def test_an_answer_counts_though_its_question_should_have_waited(judge: Judge, small: Routine) -> None:
    assert stands(judge, small, State({"torkar-salen": "nej"}, BEGUN), "torkar-salen") == {"klart"}


# What is over


@pytest.mark.parametrize("role", ["", "upptackaren", "rektorn"])
def test_what_is_over_stays_so_whatever_else_is_said(judge: Judge, small: Routine, role: str) -> None:
    """What has fallen away, what should have waited, and what came before anything had begun."""
    state = State({"rinner-det": "nej"}, ("mata-flodet", "byt-roret"), ("gor-aterbesok", "flytta-klassen"), role)
    assert stands(judge, small, state, *state.done, *state.left) == {"klart"}


def one_contact(small: Routine) -> Routine:
    """The routine in which the flow is measured and the ground dug up in one contact."""
    group = Group(id="natet", basis="kalla")
    return changed(changed(small, "mata-flodet", group=group), "grav-upp-ledningen", group=group)


@pytest.mark.parametrize("done", ["mata-flodet", "grav-upp-ledningen"])
def test_what_belongs_to_a_contact_that_was_made_stands_when_an_answer_changes(
    judge: Judge, small: Routine, done: str
) -> None:
    """Also when it is not known any more, and when something else of the contact was left out."""
    routine = one_contact(small)
    (other,) = {"mata-flodet", "grav-upp-ledningen"} - {done}
    changes: tuple[dict[str, Answer], ...] = ({"rinner-det": "nej"}, {"ar-det-natet": "nej"}, {})
    for answers in changes:
        assert stands(judge, routine, State(answers, (*BEGUN, done)), other) == {"nu"}
    assert stands(judge, routine, State({"rinner-det": "nej"}, BEGUN), other) == {"utgar"}


def test_what_belongs_to_a_contact_falls_away_when_that_is_left_out_and_not_when_another_part_is(
    judge: Judge, small: Routine
) -> None:
    routine = one_contact(small)
    yes: dict[str, Answer] = {"rinner-det": "ja", "ar-det-natet": "ja"}
    assert stands(judge, routine, State(yes, BEGUN, ("mata-flodet",)), "grav-upp-ledningen") == {"utgar"}
    assert stands(judge, routine, State(yes, BEGUN, ("grav-upp-ledningen",)), "mata-flodet") == {"nu"}


def test_what_builds_on_something_falls_away_when_that_is_left_out_and_else_only_waits(
    judge: Judge, small: Routine
) -> None:
    on = ActionAfter(action="stang-kranen", text="efteråt", basis="kalla", only_if_done="ja")
    routine = changed(small, "byt-roret", after=(on,))
    assert stands(judge, routine, State({}, BEGUN), "byt-roret") == {"sedan"}
    assert stands(judge, routine, State({}, (*BEGUN, "stang-kranen")), "byt-roret") == {"nu"}
    assert stands(judge, routine, State({}, BEGUN, ("stang-kranen",)), "byt-roret") == {"utgar"}


# The beginning


@pytest.mark.parametrize("role", ["", "upptackaren", "eleven"])
def test_before_the_case_has_begun_only_the_first_things_are_offered(judge: Judge, small: Routine, role: str) -> None:
    """To nobody yet, to the owner of what opens it, and to the proxy."""
    standing = judge(small)(State({}, role=role)).places
    assert {id for id, place in standing.items() if place == "nu"} == {"sag-till", "rinner-det"}
    assert set(standing.values()) == {"nu", "sedan"}


@pytest.mark.parametrize("role", ["rektorn", "va-ingenjoren"])
def test_who_takes_part_in_what_opens_the_case_or_is_consulted_begins_there(
    judge: Judge, small: Routine, role: str
) -> None:
    """Anybody gives the alarm together with the one in need, whose own case began further on."""
    beside = Participant(role="rektorn", text="Var med", basis="kalla")
    asked = Consulted(mode="alla", roles=("va-ingenjoren",), basis="kalla")
    routine = changed(small, "sag-till", participants=(beside,), consulted=asked)
    assert stands(judge, routine, State({}, role=role), "sag-till") == {"nu"}
    assert stands(judge, routine, State({}, role=role), "stang-kranen", "flytta-klassen") == {"sedan"}
    assert stands(judge, routine, State({}, role="vaktmastaren"), "sag-till") == {"okant"}


@pytest.mark.parametrize("role", ["", "upptackaren", "eleven"])
def test_before_the_case_has_begun_answers_count_as_answered(judge: Judge, small: Routine, role: str) -> None:
    """On a phone that is passed on, from one who had begun; what hangs on them is offered to nobody yet."""
    standing = judge(small)(State({"rinner-det": "ja", "ar-det-natet": "ja", "torkar-salen": "ja"}, role=role)).places
    assert {standing[id] for id in ("rinner-det", "ar-det-natet", "torkar-salen")} == {"klart"}
    assert standing["grav-upp-ledningen"] == "sedan"
    assert standing["hyr-flaktar"] == "utgar"


@pytest.mark.parametrize("state", [State({}, BEGUN), State({}, left=BEGUN), State({}, BEGUN, role="eleven")])
def test_the_case_begins_when_what_opens_it_is_over(judge: Judge, small: Routine, state: State) -> None:
    assert stands(judge, small, state, "sag-till") == {"klart"}
    assert stands(judge, small, state, "stang-kranen") == {"nu"}


@pytest.mark.parametrize("role", ["rektorn", "vaktmastaren", "va-ingenjoren"])
def test_to_the_others_the_case_has_begun_and_its_opening_is_unknown(judge: Judge, small: Routine, role: str) -> None:
    assert stands(judge, small, State({}, role=role), "sag-till") == {"okant"}
    assert stands(judge, small, State({}, role=role), "stang-kranen", "flytta-klassen") == {"nu"}
    assert stands(judge, small, State({}, BEGUN, role=role), "sag-till") == {"klart"}


def test_nobody_waits_for_an_opening_that_is_unknown(judge: Judge, small: Routine) -> None:
    held = waiting(small, "stang-kranen", "sag-till")
    assert stands(judge, held, State({}, role="rektorn"), "stang-kranen") == {"nu"}
    assert stands(judge, held, State({}, role="eleven"), "stang-kranen") == {"sedan"}


def test_a_routine_that_nothing_opens_has_begun_from_the_start(judge: Judge, small: Routine) -> None:
    unopened = changed(small, "sag-till", opens=None)
    assert stands(judge, unopened, State({}), "sag-till", "stang-kranen") == {"nu"}
    assert stands(judge, unopened, State({}, role="rektorn"), "sag-till", "stang-kranen") == {"nu"}


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


# Both agree


@pytest.mark.parametrize("name", some("den lilla", "rutinen", "region", "minst", full=("lager",)))
def test_both_agree_on_every_way_of_answering_and_of_going_on(name: str) -> None:
    routine = load(ROUTINES[name])
    assert next(disagreements([(routine, every_state(routine))]), "") == ""


@pytest.mark.parametrize("count", some(300, full=(1000,)))
def test_both_agree_on_routines_and_states_that_nobody_would_think_of(count: int) -> None:
    """The shortest one to read, if there are any."""
    assert min(disagreements(random_cases(count, 50)), key=len, default="") == ""


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
