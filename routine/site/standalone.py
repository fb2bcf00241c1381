"""The guide as one file, whole in a download, in a mail and offline.

It has its own style, the strictest policy, and no script.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import minify
from routine.pages.links import Inside
from routine.pages.registry import Given
from routine.pages.render import render
from routine.pages.styles import beside, standalone_style
from routine.pages.taken.taken import taken
from routine.site.policy import standalone_policy


def standalone(given: Given, styles: Mapping[str, str], address: str) -> str:
    """Return the HTML of the file.

    `styles` are the site's style sheets, name → text; `address` is the site's own, or empty.
    """
    routine, style = given.routine, _style(styles, beside(given.routine))
    policy = Markup(standalone_policy(style))
    view = taken(routine, given.record, given.issue, address, Markup(f"<style>{style}</style>"), policy)
    return render("taken", view, _links(routine)) + "\n"


def _links(routine: Routine) -> Inside:
    begins = {at.GUIDE: "", at.ADVICE: "vag_", at.ABOUT: "oppen_"}
    return Inside(
        begins,
        {at.READINGS: "_om"} | {at.role(role.id): f"roll_{role.id}" for role in routine.roles},
    )


def _style(styles: Mapping[str, str], some: Collection[str]) -> str:
    """Return the style as one line.

    No line of it may be changed when the page is assembled: the policy has its digest.
    """
    return " ".join(minify.style(standalone_style(styles, some)).splitlines())
