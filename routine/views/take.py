"""The page about the guide in one file, to keep on a device of one's own where there is no net."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.model import Routine


class Take(Struct, frozen=True):
    """`issue` is the edition with its date, or that it is a draft. What is in the file, where not every routine has it:
    `picture` of the flow, `guidance`, `contacts` and `questions`."""

    issue: str
    picture: bool
    guidance: bool
    contacts: bool
    questions: bool


def take(routine: Routine, issue: str, *, pictured: bool) -> Take:
    """The file itself is made in the build's last step; `pictured` is whether the flowchart has room in it."""
    return Take(
        issue,
        pictured,
        bool(routine.guidance),
        bool(routine.contacts),
        bool(routine.questions),
    )
