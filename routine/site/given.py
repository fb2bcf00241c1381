"""All that every page is made from."""

from __future__ import annotations

from routine.check.record import Record
from routine.model.model import Routine
from routine.pages.registry import Given
from routine.paper.imprint import issue_of_all, sheets


def given(routine: Routine, record: Record = ()) -> Given:
    """Gather what every page is made from: the routine, its editions, and its printed sheets."""
    return Given(routine, record, sheets(routine), issue_of_all(routine, record))
