"""Who tells whom."""

from __future__ import annotations

from routine.model.model import Routine
from routine.model.steps import Action, Notified
from routine.model.telling import tellings


def informing(routine: Routine, id: str, *roles: str) -> Routine:
    """The same, with an action that tells these roles and nobody else."""

    def changed(action: Action) -> Action:
        told = tuple(Notified(role=role, basis="kalla") for role in roles)
        return action.model_copy(update={"informs": told, "tells": ()}) if action.id == id else action

    return routine.model_copy(update={"actions": tuple(map(changed, routine.actions))})


def test_those_who_tell_together_are_the_same_whichever_is_named_first(small: Routine) -> None:
    together = [told for told in tellings(small) if len(told.tellers) > 1]
    assert {told.step.id for told in together} == {"beratta-for-hemmen", "rinner-det"}
    assert small.question("rinner-det").answered_by == ("vaktmastaren", "rektorn")
    assert {told.tellers for told in together} == {("rektorn", "vaktmastaren")}


def test_nobody_tells_themselves(small: Routine) -> None:
    alone = informing(small, "flytta-klassen", "rektorn")
    assert not [told for told in tellings(alone) if told.step.id == "flytta-klassen"]
    shared = informing(small, "beratta-for-hemmen", "rektorn")
    assert [told.tellers for told in tellings(shared) if told.step.id == "beratta-for-hemmen"] == [("vaktmastaren",)]
