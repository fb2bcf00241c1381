"""Who chooses whom: to be chosen is not to take part, and to choose is more."""

from __future__ import annotations

import pytest

from routine.domain.model import Routine
from routine.domain.steps import Action, Participant
from routine.views.matrix import CHOOSES, CHOSEN, JOINS, matrix, part
from tests.kit.bare import changed


@pytest.fixture
def choice(small: Routine) -> Action:
    """An action in which somebody chooses whom the owner tells, and a third is with."""
    roles = ("upptackaren", "va-ingenjoren", "eleven")
    told = tuple(Participant(role=role, text="Se på", basis="kalla") for role in roles)
    return changed(small.action("gor-aterbesok"), participants=told, consulted=None)


def test_who_chooses_is_told_from_who_is_chosen_and_from_who_is_with(choice: Action) -> None:
    roles = ("upptackaren", "va-ingenjoren", "eleven", "vaktmastaren")
    assert [part(choice, role) for role in roles] == [CHOOSES, CHOSEN, JOINS, ""]


def test_the_legend_explains_both_where_they_stand(small: Routine, choice: Action) -> None:
    actions = tuple(choice if each.id == choice.id else each for each in small.actions)
    assert {CHOOSES, CHOSEN} <= {word for word, _ in matrix(changed(small, actions=actions)).legend}
    assert not {CHOOSES, CHOSEN} & {word for word, _ in matrix(small).legend}
