"""The page about the guide in one file, to keep on a device of one's own where there is no net."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Routine


@dataclass(frozen=True, slots=True)
class Take:
    """`edition` is said with its date. What is in the file, where not every routine has it: `picture` of the flow,
    `guidance`, and `contacts`."""

    edition: str
    picture: bool
    guidance: bool
    contacts: bool


def take(routine: Routine, *, pictured: bool) -> Take:
    """The file itself is made in the build's last step; `pictured` is whether the flowchart has room in it."""
    return Take(
        wording.edition(routine.edition.edition, routine.edition.date),
        pictured,
        bool(routine.guidance),
        bool(routine.contacts),
    )
