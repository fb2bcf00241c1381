"""What stands on paper alone: the words in bold, whom a role needs to reach, and what is written at the top by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.references import meant, mended, named
from routine.rules.texts import leaves

MOST_AT_THE_TOP = 3  # Lines side by side that a name or a number can be written on.
PARTED = re.compile(r"\w; \w")  # By a semicolon: `man; kvinna`.


@rule("actions.*.text", "actions.*.emphasis", "actions.*.proxy", "actions.*.participants")
def emphasis_elsewhere(routine: Routine) -> Iterator[Finding]:
    """What is not in the text cannot be set in bold in it."""
    for path, text, emphasis in _stressed(routine):
        if emphasis not in text:
            yield Finding(
                "R063",
                path,
                f"Orden ”{emphasis}” står inte i texten ”{text}”.",
                "några ord ur text, bokstav för bokstav",
                "kopiera orden ur text, eller ta bort raden emphasis.",
            )


def _stressed(routine: Routine) -> Iterator[tuple[Path, str, str]]:
    for i, action in enumerate(routine.actions):
        if action.emphasis:
            yield ("actions", i, "emphasis"), action.text, action.emphasis
        if action.proxy and action.proxy.emphasis:
            yield ("actions", i, "proxy", "emphasis"), action.proxy.text, action.proxy.emphasis
        for j, told in enumerate(action.participants):
            if told.emphasis:
                yield ("actions", i, "participants", j, "emphasis"), told.text, told.emphasis


@rule("roles.*.id", "contacts.*.id")
def unknown_callee(routine: Routine) -> Iterator[Finding]:
    """Somebody to reach is a role or a contact."""
    known = (*(role.id for role in routine.roles), *(contact.id for contact in routine.contacts))
    for path, id in named(routine, "roles", "contacts"):
        if id not in known:
            message = f"Rollen eller kontakten ”{id}” finns inte."
            yield Finding("R064", path, message, listing(known), mended(meant(id, known)))


@rule("roles.*.id", "contacts.*.id", "R064")
def reaches_itself(routine: Routine) -> Iterator[Finding]:
    """Nobody needs to reach the role she has, nor its own contact."""
    own = {contact.id: contact.role for contact in routine.contacts}
    for i, role in enumerate(routine.roles):
        for j, id in enumerate(role.reach):
            if role.id in (id, own.get(id)):
                yield Finding(
                    "R065",
                    ("roles", i, "reach", j),
                    f"Rollen ”{role.name}” når sig själv: ”{id}”.",
                    "andra roller, och kontakter som inte hör till rollen",
                    "ta bort ordet ur listan.",
                )


@rule()
def head_too_long(routine: Routine) -> Iterator[Finding]:
    """More lines than a name has room on."""
    lines = routine.organisation.case_head
    if len(lines) > MOST_AT_THE_TOP:
        yield Finding(
            "R066",
            ("organisation", "case_head"),
            f"Överst på checklistan står {len(lines)} rader att skriva på.",
            f"högst {MOST_AT_THE_TOP}",
            "ta bort dem som behövs minst. Det går också att skriva dem under Anteckningar.",
        )


@rule()
def several_as_one(routine: Routine) -> Iterator[Finding]:
    """A comma parts what stands in a list: with a semicolon in its place all of them would get one box, or one line."""
    for leaf in leaves(routine):
        if PARTED.search(leaf.text) and leaf.path[-2:-1] in (("choices",), ("heads",), ("case_head",)):
            yield Finding(
                "R102",
                leaf.path,
                f"”{leaf.text}” har semikolon, och skrivs ut som en enda sak.",
                "poster utan semikolon, med komma mellan",
                "sätt komma i stället för semikolon. Är det en enda sak, skriv den utan semikolon.",
            )
