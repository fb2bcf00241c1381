"""Our own routine is not one of the long ones, whose sheets are set one at a time and before the pages."""

from __future__ import annotations

import pytest

from routine.domain.model import Routine
from routine.print import export, memory
from tests.kit.browsing import ADDRESS


def test_its_sheets_are_set_two_at_a_time_beside_the_pages(real: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files with several sheets grow with every word that a role is told, and nothing else says that one is too long:
    a first build takes two thirds more."""
    shared: list[bool] = []
    monkeypatch.setattr(memory, "in_one_place", lambda: shared.append(True))
    export.forget()
    export.pressed(real, (), ADDRESS)
    assert not shared
