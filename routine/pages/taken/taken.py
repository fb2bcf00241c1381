"""The view of the guide as one file that needs nothing beside it.

It has each role's first actions and checklist, every step, and the numbers. It is made of the same views as the pages,
so that it says what they say.
"""

from __future__ import annotations

from msgspec import Struct

from routine.check.record import Record
from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages import addresses as at
from routine.pages.flowchart.flowchart import Flowchart, flowchart
from routine.pages.guide.guide import Guide, RoleChoice, guide
from routine.pages.parts.readings import readings
from routine.pages.role.role import RolePage, role_page


class TakenRole(Struct, frozen=True):
    """A role in the file."""

    role: Role
    choice: RoleChoice
    page: RolePage


class Taken(Struct, frozen=True):
    """The content of the file.

    `issue` is the edition with its date, or says that it is a draft; `source` is a date; `check` is the full address of
    the page that says whether an edition still holds, empty where the site's address is unknown. `whose` says whose
    the words are, `marked` tells whether the file explains the mark of an interpretation.
    """

    routine: Routine
    heading: str
    issue: str
    source: str
    whose: str
    marked: bool
    check: str
    roles: tuple[TakenRole, ...]
    guide: Guide
    chart: Flowchart | None
    style: str
    policy: str


def taken(routine: Routine, record: Record, issue: str, address: str = "", style: str = "", policy: str = "") -> Taken:
    """Return the view of the file.

    `address` is the site's own, as https://namn.example/rutin/, if others can reach it.
    """
    whole = guide(routine, record)
    return Taken(
        routine=routine,
        heading=routine.site.heading or routine.source.title,
        issue=issue,
        source=wording.long_date(routine.source.date),
        whose=wording.whose(routine),
        marked=bool(readings(routine)),
        check=f"{address.rstrip('/')}{at.VALIDITY_FILE}" if address else "",
        roles=tuple(
            TakenRole(role, choice, role_page(routine, role.id))
            for role, choice in zip(routine.roles, whole.roles, strict=True)
        ),
        guide=whole,
        chart=flowchart(routine),
        style=style,
        policy=policy,
    )
