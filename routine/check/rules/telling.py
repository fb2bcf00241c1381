"""Rules for who is told of an action, and for the words used.

The words complete a sentence of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.rules.core import twice
from routine.model.fields import folded
from routine.model.model import Routine
from routine.model.steps import Action, Receiver
from routine.model.wording import ENDS


def done_unsaid(routine: Routine) -> Iterator[Finding]:
    """Report actions without `done`, or with a `done` that ends a sentence.

    An action that others take over, or share, is handed over by these words: the guide makes the text of them. They
    stand inside a sentence, which has its own full stop.
    """
    for i, action in enumerate(routine.actions):
        if not action.done and (action.informs or action.shared):
            yield Finding("R037", ("actions", i), action=action)
        elif action.done and action.done.endswith(ENDS):
            yield Finding("R038", ("actions", i, "done"), action=action, end=action.done[-1])


def _receivers(routine: Routine) -> Iterator[tuple[Path, Action, Receiver]]:
    """Yield each receiver with its path and its action."""
    for i, action in enumerate(routine.actions):
        yield from ((("actions", i, "tells", j), action, item) for j, item in enumerate(action.tells))


def receiver_unclear(routine: Routine) -> Iterator[Finding]:
    """Report receivers that are not given either by name or as a role.

    Never both, and by name only for somebody without a role.
    """
    known = {folded(role.name): role for role in routine.roles}
    for path, _, item in _receivers(routine):
        if bool(item.who) == bool(item.role):
            yield Finding("R050", path, "both" if item.who else "", item=item)
        if item.who and (role := known.get(folded(item.who))):
            yield Finding("R051", (*path, "who"), item=item, role=role)


def teller_without_part(routine: Routine) -> Iterator[Finding]:
    """Report a teller under `by` who has no other part in the action.

    The responsible roles tell where nobody is named, so only others are named.
    """
    for path, action, item in _receivers(routine):
        others = [told.role for told in action.invited] + [*(action.consulted.roles if action.consulted else ())]
        if item.by and item.by not in others:
            kind = "owns" if item.by in action.responsible else ""
            yield Finding("R052", (*path, "by"), kind, item=item, action=action, others=others)


def receiver_twice(routine: Routine) -> Iterator[Finding]:
    """Report a receiver that an action has twice.

    Two entries with the same name would read as two receivers.
    """
    for action in routine.actions:
        told = [(path, item) for path, each, item in _receivers(routine) if each is action]
        yield from twice("R053", (((item.role, folded(item.who or "")), path, item) for path, item in told))
