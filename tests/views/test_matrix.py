"""Who chooses whom: to be chosen is not to take part, and to choose is more."""

from __future__ import annotations

import pytest

from routine.domain.model import Routine
from routine.domain.steps import Action, Participant
from routine.views.matrix import ALONE, CHOOSES, CHOSEN, JOINS, matrix, part
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
    assert {CHOOSES, CHOSEN} <= {word for word, _, _ in matrix(changed(small, actions=actions)).legend}
    assert not {CHOOSES, CHOSEN} & {word for word, _, _ in matrix(small).legend}


def test_the_legend_explains_every_word_in_the_frame_that_it_has(small: Routine) -> None:
    """What stands most often in the table as well."""
    view = matrix(small)
    shares = {share.part: share.tag for _, _, rows in view.tracks for row in rows for share in row.parts}
    told = {word: tag for word, tag, _ in view.legend}
    assert told[ALONE]
    assert {tag for part, tag in shares.items() if part.startswith(ALONE)} == {told[ALONE]}
    assert all(any(part.startswith(word) and told[word] == tag for word in told) for part, tag in shares.items())
