"""Where a case stands: the rules, one by one, on the small routine, and that every way comes to an end."""

from __future__ import annotations

import itertools

from routine.domain import graph as graphs
from routine.domain.case import Case, Place, due, standing
from routine.domain.fields import Answer, Basis
from routine.domain.model import Routine
from routine.domain.steps import Meaning
from tests.kit.oracle import uncalled


def places(routine: Routine, case: Case) -> dict[str, Place]:
    return standing(graphs.build(routine), case)


def now(routine: Routine, case: Case) -> set[str]:
    return {id for id, place in places(routine, case).items() if place is Place.NOW}


def test_before_the_case_has_begun_there_is_the_first_step_and_what_is_asked_at_the_start(small: Routine) -> None:
    for role in ("", "upptackaren", "eleven"):
        assert now(small, Case(role=role)) == {"sag-till", "rinner-det"}


def test_after_the_first_step_all_that_waits_for_nothing_can_be_done(small: Routine) -> None:
    case = Case(done={"sag-till"}, role="upptackaren")
    assert now(small, case) == {"stang-kranen", "rinner-det", "flytta-klassen", "beratta-for-hemmen"}


def test_a_first_step_that_is_left_out_has_begun_the_case_as_well(small: Routine) -> None:
    assert "stang-kranen" in now(small, Case(left={"sag-till"}))


def test_to_another_role_the_case_has_begun_and_the_first_step_is_unknown(small: Routine) -> None:
    case = Case(role="vaktmastaren")
    assert places(small, case)["sag-till"] is Place.UNKNOWN
    assert "stang-kranen" in now(small, case)


def test_what_has_been_answered_stays_answered_before_the_first_step(small: Routine) -> None:
    """On a phone that is passed on, from one who had begun to one who has not."""
    assert places(small, Case(role="eleven"))["torkar-salen"] is Place.LATER
    assert places(small, Case({"torkar-salen": "nej"}, role="eleven"))["torkar-salen"] is Place.OVER


def test_an_answer_decides_what_applies(small: Routine) -> None:
    role = "vaktmastaren"
    assert places(small, Case(role=role))["mata-flodet"] is Place.LATER
    assert places(small, Case({"rinner-det": "ja"}, role=role))["mata-flodet"] is Place.NOW
    no = places(small, Case({"rinner-det": "nej"}, role=role))
    assert [no[id] for id in ("mata-flodet", "ar-det-natet", "grav-upp-ledningen")] == [Place.OUT] * 3


def test_one_wrong_answer_is_enough_though_another_is_not_given(small: Routine) -> None:
    assert places(small, Case({"ar-det-natet": "nej"}))["grav-upp-ledningen"] is Place.OUT
    assert places(small, Case({"ar-det-natet": "ja"}))["grav-upp-ledningen"] is Place.LATER


def test_a_step_waits_until_what_it_names_is_over(small: Routine) -> None:
    role = "vaktmastaren"
    assert places(small, Case(role=role))["byt-roret"] is Place.LATER
    assert places(small, Case(done={"stang-kranen"}, role=role))["byt-roret"] is Place.NOW
    assert places(small, Case(left={"stang-kranen"}, role=role))["byt-roret"] is Place.NOW


def test_what_has_fallen_away_holds_nothing_up_but_what_is_not_known_does(small: Routine) -> None:
    role = "rektorn"
    assert places(small, Case(role=role))["gor-aterbesok"] is Place.LATER
    assert places(small, Case({"torkar-salen": "nej"}, role=role))["gor-aterbesok"] is Place.LATER
    assert places(small, Case({"torkar-salen": "ja"}, role=role))["gor-aterbesok"] is Place.NOW


def test_a_wait_is_not_inherited(small: Routine) -> None:
    """The question waits for the class to move; the action that hangs on it does not, once it is answered."""
    case = Case({"torkar-salen": "nej"}, role="rektorn")
    assert places(small, case)["flytta-klassen"] is Place.NOW
    assert places(small, case)["hyr-flaktar"] is Place.NOW


def test_what_is_done_stays_done_whatever_is_answered_then(small: Routine) -> None:
    given: tuple[dict[str, Answer], ...] = ({}, {"rinner-det": "ja"}, {"rinner-det": "nej"})
    for answers in given:
        assert places(small, Case(answers, done={"mata-flodet"}))["mata-flodet"] is Place.OVER


def test_first_is_the_first_action_of_ones_own_then_what_is_asked_at_the_start(small: Routine) -> None:
    graph = graphs.build(small)
    assert due(graph, Case(role="rektorn"), "rektorn") == ("flytta-klassen", "rinner-det", "beratta-for-hemmen")
    assert due(graph, Case(role="vaktmastaren"), "vaktmastaren")[:2] == ("stang-kranen", "rinner-det")


def test_a_question_that_stands_before_comes_first_unless_it_is_asked_at_the_start_or_a_choice(small: Routine) -> None:
    """What hangs on the answer is not to wait until all else is done."""

    def asking(**values: object) -> tuple[str, ...]:
        plain = small.questions[0].model_copy(update={"asked": None, "means": ()} | values)
        routine = small.model_copy(update={"questions": (plain, *small.questions[1:])})
        return due(graphs.build(routine), Case(role="rektorn"), "rektorn")

    first = small.questions[0]
    assert first.asked, "as the fixture has it, at the start"
    assert asking()[:2] == ("rinner-det", "flytta-klassen")
    assert asking(asked=first.asked)[:2] == ("flytta-klassen", "rinner-det")
    both: tuple[Answer, Answer] = ("ja", "nej")
    assert asking(means=tuple(Meaning(answer=each, text="x", basis="kalla") for each in both))[0] == "flytta-klassen"


def test_an_answer_is_shared_by_those_who_give_it_and_told_by_those_who_hear_it(small: Routine) -> None:
    """The caretaker and the head answer; the engineer is asked what they said; nobody else is."""
    graph = graphs.build(small)
    asked = [role.id for role in small.roles if "rinner-det" in due(graph, Case(role=role.id), role.id)]
    assert asked == ["rektorn", "vaktmastaren", "va-ingenjoren"]


def missed(routine: Routine, case: Case, *, perhaps: bool = False) -> list[str]:
    """As the guide's script is held to it."""
    gone = uncalled(routine, case.answers, case.done, case.left, case.role, perhaps)
    return [role.id for role in routine.roles if role.id in gone]


def test_a_role_is_uncalled_when_what_it_is_reached_by_has_fallen_away_or_is_left_out(small: Routine) -> None:
    if_dry = small.action("hyr-flaktar").conditions
    calling = small.action("stang-kranen").model_copy(update={"conditions": if_dry})
    actions = tuple(calling if action.id == calling.id else action for action in small.actions)
    routine = small.model_copy(update={"actions": actions})

    assert missed(routine, Case()) == []
    assert missed(routine, Case({"torkar-salen": "ja"})) == ["va-ingenjoren"]
    assert missed(routine, Case(left={"stang-kranen"})) == ["va-ingenjoren"]
    assert missed(routine, Case({"torkar-salen": "ja"}, done={"stang-kranen"})) == []


def test_a_role_that_something_done_tells_or_that_has_done_something_itself_is_not_uncalled(small: Routine) -> None:
    """That she is told is the source's word: where it is our reading, it is safer to say that nobody has."""

    def ids(basis: Basis, *done: str) -> list[str]:
        (told,) = small.action("stang-kranen").informs
        informs = {"flytta-klassen": (told.model_copy(update={"basis": basis}),)}
        actions = tuple(action.model_copy(update={"informs": informs.get(action.id, ())}) for action in small.actions)
        routine = small.model_copy(update={"actions": actions})
        case = Case(left={"stang-kranen"}, done=done)
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
    routine, dry = chained(small), Case({"torkar-salen": "ja"})
    assert missed(routine, dry) == ["vaktmastaren", "va-ingenjoren"]
    assert missed(routine, Case(dry.answers, role="vaktmastaren")) == []
    assert missed(routine, Case(dry.answers, role="va-ingenjoren")) == ["vaktmastaren"]
    assert missed(routine, Case(dry.answers, done={"byt-roret"})) == []


def test_of_whom_it_is_not_known_whether_they_are_called_that_is_told_apart(small: Routine) -> None:
    routine = chained(small)
    assert missed(routine, Case()) == []
    assert missed(routine, Case(), perhaps=True) == ["vaktmastaren", "va-ingenjoren"]
    assert missed(routine, Case({"torkar-salen": "nej"}), perhaps=True) == []
    assert missed(routine, Case(done={"flytta-klassen"}), perhaps=True) == []


def test_every_way_of_answering_comes_to_an_end(every_routine: Routine) -> None:
    """Whatever is answered: doing what can be done, all of it, leaves nothing that waits, and nothing was forced."""
    graph = graphs.build(every_routine)
    questions = [question.id for question in every_routine.questions]
    both: tuple[Answer, Answer] = ("ja", "nej")
    for choice in itertools.product(both, repeat=len(questions)):
        wanted = dict(zip(questions, choice, strict=True))
        answers: dict[str, Answer] = {}
        done: set[str] = set()
        while new := {id for id, place in standing(graph, Case(answers, done)).items() if place is Place.NOW}:
            answers |= {id: wanted[id] for id in new if id in wanted}
            done |= new - set(wanted)
        assert set(standing(graph, Case(answers, done)).values()) <= {Place.OVER, Place.OUT}
