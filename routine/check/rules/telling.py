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


# An example for the editor to fill in: it is refused as it stands. A topic completes a sentence.
TOPIC = f"topic: {UNSAID} sällskap"
FEW = 4  # At most one step of four is left out by mistake.


def shown(routine: Routine) -> dict[str, Step]:
    """Return the steps that the page tells, by id."""
    role = routine.reader
    told: list[Step] = [action for action in routine.actions if action.part_of(role)]
    told += [question for question in routine.questions if role in question.answered_by]
    return {step.id: step for step in told}


def deeds(routine: Routine) -> set[str]:
    """Return the ids of others' steps, which the page folds together by role."""
    return {action.id for action in routine.actions if action.part_of(routine.reader) in ("for", "consulted")}


def named(routine: Routine) -> list[str]:
    """Return the other roles that the page names, in order.

    They act for the reader or together with the reader, or are consulted.
    """
    reader, met = routine.reader, set[str]()
    for action in routine.actions:
        part = action.part_of(reader)
        met.update(action.responsible if part else ())
        met.update(action.consulted.roles if part == "own" and action.consulted else ())
    return [role.id for role in routine.roles if role.id in met and role.id != reader]


def step_unseen(routine: Routine) -> Iterator[Finding]:
    """Advise on steps that the reader of the easy page does not see, where nearly all are seen."""
    unseen = [i for i, action in enumerate(routine.actions) if not action.part_of(routine.reader)]
    if routine.easy and len(unseen) * FEW <= len(routine.actions):
        role = routine.role(routine.reader)
        yield from (Finding("V024", ("actions", i), action=routine.actions[i], role=role) for i in unseen)


def role_untold(routine: Routine) -> Iterator[Finding]:
    """Advise on roles that nothing begins for: nobody tells, asks or reaches them."""
    told = {item.role for action in routine.actions for item in action.informs}
    told |= {item.role for action in routine.actions for item in action.tells if item.role}
    told |= {item.role for question in routine.questions for item in question.heard_by}
    told |= {id for role in routine.roles for id in role.reach}
    for i, role in enumerate(routine.roles):
        if not (role.starts or role.reached_by or role.id in told):
            yield Finding("V025", ("roles", i), role=role)


@needs("R008")
def easy_words_missing(routine: Routine) -> Iterator[Finding]:
    """Report anything the easy page leaves out of what concerns its role."""
    if not routine.easy:
        return
    told, folded = {item.step for item in routine.plain.steps}, deeds(routine)
    if not shown(routine):
        yield Finding("R026", ("easy", "role"), "nothing", role=routine.reader)
    for id, step in shown(routine).items():
        if id not in told:
            topic, does = ([f"    {TOPIC}"], "ringer") if id in folded else ([], "Ring")
            lines = [f"  - step: {id}", *topic, "    lines:", f"      - {UNSAID} {does} jouren."]
            yield Finding("R026", ("easy", "steps"), "step", example=lines, step=step, unsaid=UNSAID)
    for id in named(routine):
        if id not in [item.role for item in routine.plain.roles]:
            lines = ["  roles:", f"    - role: {id}", "      lines:", f"        - {UNSAID} Hon hjälper dig."]
            yield Finding("R026", ("easy",), "role", example=lines, role=routine.role(id), unsaid=UNSAID)
    for i, item in enumerate(routine.plain.steps):
        if item.step in folded and not item.topic:
            yield Finding("R026", ("easy", "steps", i), "topic", example=[TOPIC], item=item, unsaid=UNSAID)


@needs("R008")
def easy_words_unneeded(routine: Routine) -> Iterator[Finding]:
    """Report easy words that no reader sees.

    A step may have left the page by a mistake elsewhere: that comes first, with its path. A role that the reader
    informs may be described, named or not.
    """
    if not routine.easy:
        return
    own = [action for action in routine.actions if routine.reader in action.responsible]
    informed = {item.role for action in own for item in action.informs}
    helped = {question.id for question in routine.open_questions if question.meanwhile}
    open_ = {action.id for action in own if helped & {*action.open_questions}}
    places = {step.id: path for path, step in steps(routine)}
    for i, item in enumerate(routine.plain.steps):
        here, id = ("easy", "steps", i), item.step
        if id in [each.step for each in routine.plain.steps[:i]]:
            yield Finding("R027", (*here, "step"), "twice", id=id)
        elif id not in shown(routine):
            kind, related = str(places[id][0]), [places[id]]
            yield Finding("R027", (*here, "step"), kind, related=related, id=id, reader=routine.reader)
        elif item.topic and id not in deeds(routine):
            yield Finding("R027", (*here, "topic"), "topic", id=id)
        elif item.unanswered and id not in open_:
            yield Finding("R027", (*here, "unanswered"), "unanswered", id=id)
    for i, each in enumerate(routine.plain.roles):
        twice = each.role in [other.role for other in routine.plain.roles[:i]]
        if twice or each.role not in {*named(routine), *informed}:
            yield Finding("R027", ("easy", "roles", i, "role"), "twice" if twice else "role", id=each.role)
