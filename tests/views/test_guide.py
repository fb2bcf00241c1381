"""What the guide's script is told of the routine that only the data can say."""

from __future__ import annotations

from routine.domain.model import Routine
from routine.domain.steps import Participant
from routine.views.guide import guide
from tests.kit.bare import altered


def test_who_takes_part_by_choosing_somebody_is_known_from_who_does_it_with_others(small: Routine) -> None:
    chosen, *_ = small.action("gor-aterbesok").tells
    assert chosen.chosen_by
    parts = tuple(Participant(role=id, text="Välj", basis="kalla") for id in (chosen.chosen_by, "eleven"))
    small = altered(small, "gor-aterbesok", participants=parts)
    told = [line for _, _, steps in guide(small).tracks for step in steps for line in step.told]
    assert [line.role for line in told if line.chooses] == [chosen.chosen_by]
    assert len(told) > 1
