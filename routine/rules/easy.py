"""The page Lätt att läsa tells all that its role has to do with, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from routine.graph import Step
from routine.model import Routine
from routine.rules.core import Finding, rule


def shown(routine: Routine) -> Iterator[Step]:
    """The steps that the page tells."""
    role = routine.easy.role
    yield from (action for action in routine.actions if action.part_of(role))
    yield from (question for question in routine.questions if role in question.answered_by)


def named(routine: Routine) -> Iterator[str]:
    """The roles that the page presents, as those who alone do something for the reader: each once, in the order of the roles."""
    owners = {action.responsible for action in routine.actions if action.part_of(routine.easy.role) == "for"}
    yield from (role.id for role in routine.roles if (role.id,) in owners)


@rule("easy.role", "easy.steps", "easy.roles", "roles.*.id", "roles.*.name", "actions", "questions", "R001", "R002", "R008", "R028")
def easy_words_missing(routine: Routine) -> Iterator[Finding]:
    """What the adopted routine says to the role must not be left out of its easy page."""
    steps = {item.step for item in routine.easy.steps}
    roles = {item.role for item in routine.easy.roles}
    for step in shown(routine):
        if step.id not in steps:
            yield Finding(
                "R026",
                ("easy", "steps"),
                f"Steget ”{step.id}” saknas: {step.text}.",
                "varje åtgärd och fråga som rör rollen",
                f"lägg till - step: {step.id} och raderna under lines.",
            )
    for id in named(routine):
        if id not in roles:
            yield Finding(
                "R026",
                ("easy",),
                f"Rollen ”{id}” saknas under roles: {routine.role(id).name}.",
                "varje roll som gör något på sidan",
                f"lägg till - role: {id} och raderna under lines.",
            )


@rule("easy.role", "easy.steps", "easy.roles", "roles.*.id", "actions", "questions", "R001", "R002", "R008", "R028")
def easy_words_unneeded(routine: Routine) -> Iterator[Finding]:
    """Nor may anything stand in the file that no reader sees."""
    lists = (
        ("steps", "step", [item.step for item in routine.easy.steps], {step.id for step in shown(routine)}),
        ("roles", "role", [item.role for item in routine.easy.roles], set(named(routine))),
    )
    for name, key, ids, wanted in lists:
        for i, id in enumerate(ids):
            if id not in wanted or id in ids[:i]:
                why = "står redan" if id in wanted else "rör inte rollen"
                yield Finding("R027", ("easy", name, i, key), f"”{id}” {why}.", "det som sidan visar, en gång", "ta bort posten.")
