"""What comes first and what follows, and the limits that are counted from the day of the event."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.graph import build
from routine.domain.model import Routine
from routine.views.parts import Card, TrackPart, by_track, card


@dataclass(frozen=True, slots=True)
class Limit:
    """An action with a limit, and the limit in days after the event."""

    card: Card
    days: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """What all begins with, if the routine says so, every track, and every limit, the shortest first.
    `parallel` is whether the tracks go side by side."""

    first: Card | None
    tracks: tuple[TrackPart, ...]
    limits: tuple[Limit, ...]
    parallel: bool


def timeline(routine: Routine) -> Timeline:
    """Dates are never built in: the day of the event is the reader's."""
    limits = [Limit(card(routine, action), action.within.days) for action in routine.actions if action.within]
    return Timeline(
        card(routine, routine.opening) if routine.opening else None,
        by_track(routine, routine.actions),
        tuple(sorted(limits, key=lambda limit: limit.days)),
        build(routine).parallel,
    )
