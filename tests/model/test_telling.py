"""Who tells whom, as a tree from one role: each telling stands once, under those who tell it, and a circle ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.model.model import Routine
from routine.model.steps import Action, Notified
from routine.model.telling import Hearer, Tellers, Telling, tellings, tree


def told(branches: tuple[Hearer, ...]) -> Iterator[Telling]:
    """Every telling of a part of the tree."""
    for branch in branches:
        yield from branch.tellings
        yield from told(branch.under)


def shape(branches: tuple[Hearer, ...]) -> dict[str, object]:
    """Names and roles, each with those under it."""
    return {branch.role or branch.name: shape(branch.under) for branch in branches}


def shapes(routine: Routine, first: str) -> dict[Tellers, object]:
    return {tellers: shape(branches) for tellers, branches in tree(routine, first)}


def informing(routine: Routine, id: str, *roles: str) -> Routine:
    """The same, with an action that tells these roles and nobody else."""

    def changed(action: Action) -> Action:
        told = tuple(Notified(role=role, basis="kalla") for role in roles)
        return action.model_copy(update={"informs": told, "tells": ()}) if action.id == id else action

    return routine.model_copy(update={"actions": tuple(map(changed, routine.actions))})


def test_it_begins_with_the_role_and_has_the_others_who_tell_after_it(small: Routine) -> None:
    assert shapes(small, "upptackaren") == {
        ("upptackaren",): {"rektorn": {"Klassen": {}, "va-ingenjoren": {}}},
        ("vaktmastaren",): {"va-ingenjoren": {}},
        ("rektorn", "vaktmastaren"): {"Hemmen": {}, "va-ingenjoren": {}},
    }


def test_a_role_that_tells_nobody_has_no_part_of_its_own(small: Routine) -> None:
    assert list(shapes(small, "va-ingenjoren")) == list(shapes(small, "upptackaren"))


def test_those_who_tell_together_are_the_same_whichever_is_named_first(small: Routine) -> None:
    together = [told for told in tellings(small) if len(told.tellers) > 1]
    assert {told.step.id for told in together} == {"beratta-for-hemmen", "rinner-det"}
    assert small.question("rinner-det").answered_by == ("vaktmastaren", "rektorn")
    assert {told.tellers for told in together} == {("rektorn", "vaktmastaren")}


def test_every_telling_stands_once_in_the_tree_of_any_role(small: Routine, real: Routine) -> None:
    for routine in (small, real):
        for role in routine.roles:
            found = [one for tellers, branches in tree(routine, role.id) for one in told(branches)]
            assert Counter(found) == Counter(tellings(routine)), role.id


def test_a_circle_ends_with_each_telling_once(small: Routine) -> None:
    circle = informing(small, "flytta-klassen", "upptackaren", "rektorn")
    (first, *_) = tree(circle, "upptackaren")
    assert shape(first[1]) == {"rektorn": {"Klassen": {}, "upptackaren": {}, "va-ingenjoren": {}}}
    found = [one for _, branches in tree(circle, "upptackaren") for one in told(branches)]
    assert Counter(found) == Counter(tellings(circle))


def test_nobody_tells_themselves(small: Routine) -> None:
    alone = informing(small, "flytta-klassen", "rektorn")
    assert not [told for told in tellings(alone) if told.step.id == "flytta-klassen"]
    shared = informing(small, "beratta-for-hemmen", "rektorn")
    assert [told.tellers for told in tellings(shared) if told.step.id == "beratta-for-hemmen"] == [("vaktmastaren",)]
