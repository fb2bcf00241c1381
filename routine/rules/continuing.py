"""What goes on with a sentence that the page has begun: after a name, or after words of the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.domain.wording import ENDS, INITIALS, inside
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.easy import deeds

BEGINS = "Du börjar när"
# First words of a sentence, that are no name; whoever else begins may have one.
COMMON = re.compile(r"(?:Den|Det|De|Du|Någon|En|Ett|När|Om|Efter|Vid)\b")

# A full stop that belongs to its word.
SHORTENED = re.compile(r"(?:\.\S+|\b(?:osv|etc|dvs|mm|kl|nr|ev|ca))\.$", re.IGNORECASE)


class Continued(Struct, frozen=True):
    """A text that goes on after `names`, one of which stands before it, or without them is a condition. `ends`: whether
    it may end as a sentence does."""

    path: Path
    text: str
    names: tuple[str, ...] = ()
    ends: bool = False


@rule("roles.*.name")
def sentence_begun_again(routine: Routine) -> Iterator[Finding]:
    """Who reads it would read the beginning twice, or a capital and a full stop inside a sentence."""
    yield from _beginnings(routine)
    for part in _parts(routine):
        again = next((name for name in part.names if re.match(rf"{re.escape(name)}\b", part.text, re.IGNORECASE)), "")
        before = "efter ett namn" if part.names else "en mening"
        if again:
            said = part.text[: len(again)]
            yield _found(part.path, f"Texten börjar med ”{said}”, som redan står före den.", f"ta bort ”{said}” först.")
        elif part.text[:1].isupper() and not INITIALS.match(part.text):
            first = part.text.split()[0]
            yield _found(
                part.path,
                f"Texten fortsätter {before}, men börjar med stor bokstav.",
                f"börja med verbet, med liten bokstav. Är det första ordet verbet, skriv ”{inside(first)}”."
                if part.names
                else "börja med liten bokstav, och med ett ord som om, när eller efter.",
            )
        elif part.text.endswith(ENDS) and not part.ends and not SHORTENED.search(part.text):
            yield _found(
                part.path,
                "Texten slutar som en mening, men står inne i en.",
                f"ta bort ”{part.text[-1]}” sist i texten.",
            )


def _found(path: Path, message: str, hint: str) -> Finding:
    return Finding("R039", path, message, "orden som fortsätter meningen, med liten bokstav först", hint)


def _beginnings(routine: Routine) -> Iterator[Finding]:
    """When a role begins is a clause after the page's own words, and may begin with somebody's name."""
    names = tuple(role.name for role in routine.roles)
    for i, role in enumerate(routine.roles):
        text, path = (role.starts.text if role.starts else ""), ("roles", i, "starts", "text")
        if again := re.match(rf"(?:{BEGINS}|när)\b", text, re.IGNORECASE):
            yield _found(
                path,
                f"Texten börjar med ”{again.group()}”, men ”{BEGINS}” står redan före den.",
                f"ta bort ”{again.group()}” först.",
            )
        elif COMMON.match(text) or (text[:1].isupper() and text.startswith(names) and not INITIALS.match(text)):
            yield _found(
                path,
                f"Texten fortsätter meningen ”{BEGINS} …”, men börjar med stor bokstav.",
                f"börja med liten bokstav: ”{inside(text.split()[0])}”.",
            )


def _parts(routine: Routine) -> Iterator[Continued]:
    names = {role.id: role.name for role in routine.roles}
    by_id = {action.id: action for action in routine.actions}
    for i, role in enumerate(routine.roles):
        if role.reached_by and role.reached_by.text:
            caller = by_id.get(role.reached_by.action)
            who = tuple(names[id] for id in caller.responsible if id in names) if caller else ("…",)
            yield Continued(("roles", i, "reached_by", "text"), role.reached_by.text, who)
    for i, action in enumerate(routine.actions):
        yield from _of_action(("actions", i), action, names)
    for name in ("questions", "actions"):
        for i, step in enumerate(getattr(routine, name)):
            yield from (
                Continued((name, i, "conditions", j, "text"), each.text) for j, each in enumerate(step.conditions)
            )
            yield from (Continued((name, i, "after", j, "text"), each.text) for j, each in enumerate(step.after))
    others = {*deeds(routine)} if routine.easy else set()
    for i, each in enumerate(routine.easy.steps if routine.easy else ()):
        if each.step in others:
            who = tuple(names[role] for role in by_id[each.step].responsible if role in names)
            yield Continued(("easy", "steps", i, "lines", 0), each.lines[0], who, ends=True)


def _of_action(path: Path, action: Action, names: dict[str, str]) -> Iterator[Continued]:
    who = tuple(names[role] for role in action.responsible if role in names)
    yield Continued((*path, "others"), action.others, who)
    yield from (
        Continued((*path, "helps", j, "text"), each.text, who, ends=True) for j, each in enumerate(action.helps)
    )
    for j, told in enumerate(action.informs):
        if told.what:
            yield Continued((*path, "informs", j, "what"), told.what, (names.get(told.role, told.role),))
    for j, item in enumerate(action.tells):
        yield Continued((*path, "tells", j, "what"), item.what, (item.who or names.get(item.role or "", "…"),))
    for j, each in enumerate(action.conditions):
        if each.own:
            yield Continued((*path, "conditions", j, "own"), each.own)
