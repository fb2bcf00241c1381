"""The statement of accessibility: what the law wants it to say, from the data."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.about import Accessibility, Organisation, Site
from routine.domain.model import Routine


class Statement(Struct, frozen=True):
    """Who answers for which site, and how it does."""

    organisation: Organisation
    site: Site
    said: Accessibility


def accessibility(routine: Routine) -> Statement:
    """Everything stands in the data."""
    return Statement(routine.organisation, routine.site, routine.accessibility)
