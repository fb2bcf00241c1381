"""Who is called in, and by what."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.rules.core import rule


@rule(
    "roles.*.id",
    "roles.*.reached_by",
    "actions.*.id",
    "actions.*.responsible",
    "actions.*.informs",
    "R001",
    "R002",
    "R006",
)
def not_reached(routine: Routine) -> Iterator[Finding]:
    """A role is called in by somebody else, through an action in which it is told."""
    for i, role in enumerate(routine.roles):
        if not role.reached_by:
            continue
        action = routine.action(role.reached_by.action)
        if why := _silent(action, role.id):
            calling = [each.id for each in routine.actions if not _silent(each, role.id)]
            yield Finding(
                "R035",
                ("roles", i, "reached_by", "action"),
                f"Åtgärden ”{action.id}” kan inte kalla in rollen ”{role.id}”: {why}.",
                listing(calling) if calling else "en åtgärd av någon annan, med rollen under informs",
                _mend(action, role.id, calling),
            )


def _silent(action: Action, role: str) -> str:
    if role in action.responsible:
        return "rollen ansvarar själv för den"
    return "" if any(told.role == role for told in action.informs) else "rollen får inte veta något genom den"


def _mend(action: Action, role: str, calling: list[str]) -> str:
    if role not in action.responsible:
        return f"lägg till rollen under informs på åtgärden {action.id}, eller byt åtgärd här."
    return "välj en annan åtgärd." if calling else "välj en annan åtgärd, och lägg till rollen under informs på den."
