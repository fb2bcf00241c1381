"""Rules that keep the page Lätt att läsa complete.

It tells all that its role has to do with, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.check.finding import Finding
from routine.check.rules.core import needs, steps
from routine.model.editor_types import UNSAID
from routine.model.graph import Step
from routine.model.model import Routine

# An example for the editor to fill in: it is refused as it stands. A topic completes a sentence.
TOPIC = f"topic: {UNSAID} sällskap"


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
            values = {"id": id, "reader": routine.reader}
            yield Finding("R027", (*here, "step"), str(places[id][0]), related=[places[id]], **values)
        elif item.topic and id not in deeds(routine):
            yield Finding("R027", (*here, "topic"), "topic", id=id)
        elif item.unanswered and id not in open_:
            yield Finding("R027", (*here, "unanswered"), "unanswered", id=id)
    for i, each in enumerate(routine.plain.roles):
        twice = each.role in [other.role for other in routine.plain.roles[:i]]
        if twice or each.role not in {*named(routine), *informed}:
            yield Finding("R027", ("easy", "roles", i, "role"), "twice" if twice else "role", id=each.role)
