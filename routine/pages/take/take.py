"""The page about the guide in one file.

The file is for keeping on one's own device, for use without a network.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.model import Routine


class Take(Struct, frozen=True):
    """The content of the page about the file.

    `issue` is the edition with its date, or says that it is a draft. `guidance`, `contacts` and
    `questions` are whether the file has these: not every routine does.
    """

    issue: str
    guidance: bool
    contacts: bool
    questions: bool


def take(routine: Routine, issue: str) -> Take:
    """Return the page about the file.

    The file itself is made in the build's last step.
    """
    return Take(
        issue,
        bool(routine.guidance),
        bool(routine.contacts),
        bool(routine.questions),
    )
