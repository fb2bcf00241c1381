"""Rules for who is told of an action, and for the words used.

The words complete a sentence of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.rules.core import needs, steps, twice
from routine.model.editor_types import UNSAID
from routine.model.fields import folded
from routine.model.graph import Step
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


FEW = 4  # At most one step of four is left out by mistake.


def shown(routine: Routine) -> dict[str, Step]:
    """Return the steps that the page tells of, by id."""
    role = routine.reader
    told: list[Step] = [action for action in routine.actions if action.part_of(role)]
    told += [question for question in routine.questions if role in question.answered_by]
    return {step.id: step for step in told}


def step_unseen(routine: Routine) -> Iterator[Finding]:
    """Advise on steps missing from an easy page that has nearly all."""
    unseen = [i for i, action in enumerate(routine.actions) if not action.part_of(routine.reader)]
    if routine.easy and len(unseen) * FEW <= len(routine.actions):
        role = routine.role(routine.reader)
        yield from (Finding("V024", ("actions", i), action=routine.actions[i], role=role) for i in unseen)


def role_untold(routine: Routine) -> Iterator[Finding]:
    """Advise on roles that nobody tells, asks or reaches."""
    told = {item.role for action in routine.actions for item in action.informs}
    told |= {item.role for action in routine.actions for item in action.tells if item.role}
    told |= {item.role for question in routine.questions for item in question.heard_by}
    told |= {id for role in routine.roles for id in role.reach}
    for i, role in enumerate(routine.roles):
        if not (role.starts or role.reached_by or role.id in told):
            yield Finding("V025", ("roles", i), role=role)


@needs("R008")
def easy_words_missing(routine: Routine) -> Iterator[Finding]:
    """Report anything the page leaves out of what concerns its role."""
    if not routine.easy:
        return
    told = {id for part in routine.easy.parts for id in part.steps}
    if not shown(routine):
        yield Finding("R026", ("easy", "role"), "nothing", role=routine.reader)
    for id, step in shown(routine).items():
        if id not in told:
            lines = [f"  - title: {UNSAID}", "    lines:", f"      - {UNSAID} Ring jouren.", f"    steps: [{id}]"]
            yield Finding("R026", ("easy", "parts"), "step", example=lines, step=step, unsaid=UNSAID)


@needs("R008")
def easy_words_unneeded(routine: Routine) -> Iterator[Finding]:
    """Report steps of the page that do not concern its role, or stand twice.

    A step may have left the page by a mistake elsewhere: that comes first, with its path.
    """
    if not routine.easy:
        return
    places, met = {step.id: path for path, step in steps(routine)}, set[str]()
    for i, part in enumerate(routine.easy.parts):
        for j, id in enumerate(part.steps):
            here = ("easy", "parts", i, "steps", j)
            if id in met:
                yield Finding("R027", here, "twice", id=id)
            elif id not in shown(routine):
                kind, related = str(places[id][0]), [places[id]]
                yield Finding("R027", here, kind, related=related, id=id, reader=routine.reader)
            met.add(id)
