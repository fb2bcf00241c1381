"""How long ago the site was assessed for the statement of accessibility."""

from __future__ import annotations

from datetime import date

from audit.figures import Figure
from routine.domain.days import YEAR
from routine.domain.model import Routine


def aged(routine: Routine, today: date) -> Figure:
    """In days. The day is given, as `stale` wants it."""
    return Figure("Dagar sedan tillgängligheten bedömdes", (today - routine.accessibility.assessed).days, YEAR)
