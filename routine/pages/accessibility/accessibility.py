"""The accessibility statement, with what the law requires, from the data."""

from __future__ import annotations

from msgspec import Struct

from routine.model.about import Accessibility, Organisation, Site
from routine.model.model import Routine


class Statement(Struct, frozen=True):
    """An accessibility statement.

    It holds the organisation that is responsible, the site, and `said`: how accessible the site is.
    """

    organisation: Organisation
    site: Site
    said: Accessibility


def accessibility(routine: Routine) -> Statement:
    """Build the accessibility statement; everything in it is in the data."""
    return Statement(routine.organisation, routine.site, routine.accessibility)
