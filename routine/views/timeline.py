"""What comes first and what follows, and the limits that are counted from the day of the event."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.graph import build
from routine.domain.model import Routine
from routine.views.parts import Card, TrackPart, by_track, card


class Limit(Struct, frozen=True):
    """An action with a limit: in days after the day of the event, or in hours after its time. `hours` is how long it
    is, also in days."""

    card: Card
    days: int | None
    hours: int


class Timeline(Struct, frozen=True):
    """What all begins with, if the routine says so, every track, and every limit from the event, the shortest first;
    `later` are the limits that are counted from an action.
    `parallel` is whether the tracks go side by side, `timed` whether a limit is counted from a time."""

    first: Card | None
    tracks: tuple[TrackPart, ...]
    limits: tuple[Limit, ...]
    later: tuple[Limit, ...]
    parallel: bool
    timed: bool

    @property
    def dated(self) -> bool:
        """Whether a limit is counted from a day."""
        return any(limit.days is not None for limit in self.limits)


def timeline(routine: Routine) -> Timeline:
    """Dates are never built in: the day of the event is the reader's."""
    return Timeline(
        card(routine, routine.opening) if routine.opening else None,
        by_track(routine, routine.actions),
        _limits(routine, later=False),
        _limits(routine, later=True),
        build(routine).parallel,
        routine.timed,
    )


def _limits(routine: Routine, *, later: bool) -> tuple[Limit, ...]:
    """The shortest first; what is as long in the source's order."""
    found = [
        Limit(card(routine, action), action.within.days, action.within.hours)
        for action in routine.actions
        if action.within and bool(action.within.after) == later
    ]
    return tuple(sorted(found, key=lambda limit: limit.hours))
