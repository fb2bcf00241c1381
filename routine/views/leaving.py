"""How the site is left at once, and what that does not do; nothing where no page to leave to is told."""

from __future__ import annotations

from routine.domain.about import Site
from routine.domain.model import Routine


def leaving(routine: Routine) -> Site | None:
    """The site that a page leads away from, if any does."""
    return routine.site if routine.site.leave else None
