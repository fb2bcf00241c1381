"""The first page.

It shows the situations, then the roles, the sheets to bring, and the pages to read.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.links import Listed
from routine.pages.parts.reachable import to_write
from routine.pages.parts.situations import Choice, WayIn, own_name, ways_in

# The pages that are offered to read, if the routine has them.
MORE = (at.LEARNS, at.WHOLE, at.ADVICE, at.EASY)


class Start(Struct, frozen=True):
    """The content of the first page.

    `more` are the pages to read, `lines` is whether a sheet has lines for names and numbers.
    """

    ways: tuple[WayIn, ...]
    roles: tuple[Choice, ...]
    more: tuple[Choice, ...]
    lines: bool


def start(routine: Routine, listed: Iterable[Listed]) -> Start:
    """Return the first page, everything in the order of the data.

    A situation leads to the guide, and so does a role's own page. `listed` are the site's pages.
    """
    titles = {page.address: page.title for page in listed}
    every = [role.id for role in routine.roles]
    return Start(
        ways_in(routine),
        tuple(Choice(own_name(routine, id), at.role(id)) for id in every),
        tuple(Choice(titles[address], address) for address in MORE if address in titles),
        bool(to_write(routine)),
    )
