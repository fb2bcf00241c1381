"""What a role takes part in stands on its checklist with when it applies, and with whose it is."""

from __future__ import annotations

from routine.domain.model import Routine
from routine.views.checklist import ListLine, checklist


def said(routine: Routine, role: str, action: str) -> list[str]:
    """The sentences beside what the role takes part in."""
    points = checklist(routine, role).points
    lines = [item for point in points for item in point.items if isinstance(item, ListLine) and not item.mine]
    (line,) = [line for line in lines if line.id == action]
    return [sentence.text for sentence in line.sentences]


def test_who_only_takes_part_is_told_when_it_applies(small: Routine) -> None:
    """That nothing is hers, the sheet says at its top."""
    assert said(small, "eleven", "grav-upp-ledningen") == ["Om det rinner ännu.", "Om felet är i nätet."]


def test_among_ones_own_it_says_whose_it_is_and_that_a_stand_in_is_asked(small: Routine) -> None:
    assert said(small, "vaktmastaren", "flytta-klassen")[-1] == "Rektorn har ansvaret. Gör det om du blir ombedd."
