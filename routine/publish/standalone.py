"""The guide as one file, whole in a download, in a mail and offline.

It has its own style, the strictest policy, and no script.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.links import Inside
from routine.html.render import render
from routine.publish import minify
from routine.publish.styles import beside, standalone_style
from routine.publish.taken import taken
from routine.servers.policy import standalone_policy
from routine.views import addresses as at


def standalone(routine: Routine, record: Record, styles: Mapping[str, str], address: str) -> str:
    """Return the HTML of the file.

    `styles` are the site's style sheets, name → text; `address` is the site's own, or empty.
    """
    style = _style(styles, beside(routine))
    view = taken(
        routine, record, address, style=Markup(f"<style>{style}</style>"), policy=Markup(standalone_policy(style))
    )
    return render("taken", view, _links(routine)) + "\n"


def _links(routine: Routine) -> Inside:
    begins = {at.GUIDE: "", at.GUIDANCE: "vag_", at.ABOUT: "oppen_"}
    return Inside(
        begins,
        {at.READINGS: "_om"} | {at.role(role.id): f"roll_{role.id}" for role in routine.roles},
    )


def _style(styles: Mapping[str, str], some: Collection[str]) -> str:
    """Return the style as one line.

    No line of it may be changed when the page is assembled: the policy has its digest.
    """
    return " ".join(minify.style(standalone_style(styles, some)).splitlines())
