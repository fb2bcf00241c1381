"""What must stand once: ids, a role's part in an action, a word of a list, an edition, a role's name and its tab."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from routine.domain.fields import folded
from routine.domain.grouping import again, by_key
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.reading.model_paths import lists
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.texts import leaves

# Whatever has an id.
IDENTIFIED = tuple(name for name, part in lists().items() if "id" in part.model_fields)
# They share their pages, and so the ids.
STEPS = ("actions", "questions")
# These may be called the same; of all else two that are the same are one, pasted twice.
MAY_BE_ALIKE = ("sections", "tracks")
NEVER_ALIKE = tuple(name for name in IDENTIFIED if name not in MAY_BE_ALIKE)
# What two of a kind do not have in common: one of them may have been made of the other, and not changed throughout.
ITS_OWN = (
    ("roles", ("summary",)),
    ("roles", ("intro",)),
    ("guidance", ("points",)),
    ("contacts", ("number", "hours")),
)


@rule()
def duplicate_id(routine: Routine) -> Iterator[Finding]:
    """Ids are addresses and anchors."""
    for space in (STEPS, *((name,) for name in IDENTIFIED if name not in STEPS)):
        items = ((item.id, ((name, i), item)) for name in space for i, item in enumerate(getattr(routine, name)))
        for id, (place, item), (first, other) in again(items):
            # With an id of its own it would stand twice, and nothing would tell.
            pasted = item == other
            hint = (
                "är posten inklistrad två gånger, ta bort den ena. Ska den bli en ny, "
                "ändra också det som skiljer dem åt, och ge den ett eget id."
                if pasted
                else "ge den nya posten ett eget id."
            )
            message = f"Id ”{id}” står två gånger{', i två likadana poster' if pasted else ''}."
            related = (((*first, "id"), "står redan här"),)
            yield Finding("R001", (*place, "id"), message, "varje id en gång", hint, related)


@rule(*NEVER_ALIKE, "R001")
def alike_but_for_the_id(routine: Routine) -> Iterator[Finding]:
    for name in NEVER_ALIKE:
        items = getattr(routine, name)
        for _, i, other in again((item.model_copy(update={"id": ""}), i) for i, item in enumerate(items)):
            yield Finding(
                "R103",
                (name, i, "id"),
                f"Posten ”{items[i].id}” är likadan som ”{items[other].id}” i allt utom id.",
                "varje sak en gång",
                "är posten inklistrad två gånger, ta bort den ena. Ska båda stå kvar, ändra det som skiljer dem.",
                (((name, other, "id"), "den andra"),),
            )


@rule("R001", "R103", "roles", "guidance", "contacts")
def copied(routine: Routine) -> Iterator[Finding]:
    """Another's number or words, published as one's own."""
    told: set[str] = set()
    for name, keys in ITS_OWN:
        items = getattr(routine, name)
        said = ((tuple(getattr(item, key) for key in keys), i) for i, item in enumerate(items))
        for values, i, other in again((values, i) for values, i in said if all(values)):
            if items[i].id not in told:
                told.add(items[i].id)
                same = " och ".join(keys)
                at: Path = (keys[0], 0) if isinstance(values[0], tuple) else (keys[0],)
                yield Finding(
                    "V017",
                    (name, i, *at),
                    f"”{items[i].id}” har samma {same} som ”{items[other].id}”.",
                    "det som gäller just den här",
                    "är posten gjord av den andra, ändra det som inte hör hit, i hela posten.",
                    (((name, other, *at), "den andra"),),
                )


@rule("sections.*.id", "R001")
def same_section_address(routine: Routine) -> Iterator[Finding]:
    """What sections are called gives their addresses, which know no more than letters and figures."""
    sections = routine.sections
    for _, i, other in again((folded(section.id), i) for i, section in enumerate(sections)):
        yield Finding(
            "R092",
            ("sections", i, "id"),
            f"Avsnitten ”{sections[other].id}” och ”{sections[i].id}” får samma adress.",
            "beteckningar som skiljer sig åt i någon bokstav eller siffra",
            "lägg till det som skiljer dem åt, som § 7 kap. 2.",
            ((("sections", other, "id"), "det andra avsnittet"),),
        )


@rule()
def role_twice(routine: Routine) -> Iterator[Finding]:
    """A role has one part in an action: it owns it, is consulted, takes part, or may stand in.
    In a question it answers, or hears the answer."""
    for path, what, allowed, roles in _casts(routine):
        for id, count in Counter(roles).items():
            if count > 1:
                yield Finding(
                    "R016",
                    path,
                    f"Rollen ”{id}” står två gånger i samma {what}.",
                    allowed,
                    "låt rollen stå på ett ställe.",
                )


@rule("actions.*.responsible", "actions.*.jointly")
def joint_alone(routine: Routine) -> Iterator[Finding]:
    """Who is responsible alone has nobody to share it with."""
    for i, action in enumerate(routine.actions):
        if action.jointly and not action.shared:
            yield Finding(
                "R105",
                ("actions", i, "jointly"),
                f"”{action.text}” har bara en som ansvarar, och ingen att göra det i samråd med.",
                "jointly där responsible har flera roller",
                "ta bort jointly. Rådgör den som ansvarar med någon annan, skriv consulted i stället. Är ansvaret "
                "delat, lägg till den andra under responsible.",
            )


def _casts(routine: Routine) -> Iterator[tuple[Path, str, str, Iterable[str]]]:
    """Each step with the roles that have a part in it.
    R021 sees to a role that stands twice in one list of a question."""
    for i, action in enumerate(routine.actions):
        yield (
            ("actions", i),
            "åtgärd",
            "en del per roll: ansvarar, samråder, är med eller kan göra det i stället",
            _parts(action),
        )
    for i, question in enumerate(routine.questions):
        roles = (*dict.fromkeys(question.answered_by), *dict.fromkeys(heard.role for heard in question.heard_by))
        yield ("questions", i), "fråga", "en del per roll: answered_by eller heard_by", roles


def _parts(action: Action) -> Iterator[str]:
    yield from action.responsible
    yield from action.consulted.roles if action.consulted else ()
    yield from (told.role for told in action.invited)


@rule()
def word_twice(routine: Routine) -> Iterator[Finding]:
    """In a list of ids or words each stands once, in capitals or not. R016 sees to the parts in an action."""
    for path, ids in _lists(routine):
        met: set[str] = set()
        for j, id in enumerate(ids):
            if id.casefold() in met:
                place = (*path, j, "role") if path[-1] in {"helps", "informs"} else (*path, j)
                yield Finding(
                    "R021", place, f"”{id}” står två gånger i listan.", "varje ord en gång", "ta bort det ena."
                )
            met.add(id.casefold())


def _lists(routine: Routine) -> Iterator[tuple[Path, Iterable[str]]]:
    items = (leaf for leaf in leaves(routine) if leaf.kind == "other" and isinstance(leaf.path[-1], int))
    yield from by_key((item.path[:-1], item.text) for item in items if not _is_part(item.path)).items()
    for i, question in enumerate(routine.questions):
        yield ("questions", i, "heard_by"), (item.role for item in question.heard_by)
    for i, action in enumerate(routine.actions):
        yield ("actions", i, "helps"), (item.role for item in action.helps)
        yield ("actions", i, "informs"), (item.role for item in action.informs)
    for name in STEPS:
        for i, step in enumerate(getattr(routine, name)):
            yield (name, i, "after"), (after.action for after in step.after)
            yield (name, i, "conditions"), (condition.question for condition in step.conditions)


def _is_part(path: Path) -> bool:
    """Whether it is a role's part in an action."""
    return path[0] == "actions" and path[2] in {"responsible", "consulted"}


@rule("revisions.*.edition", "terms.*.word", "forms.*.title")
def same_name_twice(routine: Routine) -> Iterator[Finding]:
    for name, key in (("revisions", "edition"), ("terms", "word"), ("forms", "title")):
        items = getattr(routine, name)
        for _, i, first in again((folded(getattr(item, key)), i) for i, item in enumerate(items)):
            yield Finding(
                "R023",
                (name, i, key),
                f"”{getattr(items[i], key)}” står två gånger.",
                "varje namn en gång",
                "ta bort det ena, eller ge det ett eget namn.",
                (((name, first, key), "står redan här"),),
            )


@rule("roles.*.name", "roles.*.tab")
def same_name_or_tab(routine: Routine) -> Iterator[Finding]:
    """Two roles with one name cannot be told apart in a sentence or on a print, two pages with one title not in a row
    of tabs."""
    first: dict[tuple[str, str], int] = {}
    for i, role in enumerate(routine.roles):
        for field, text, message, allowed, fix in (
            ("name", role.name, f"Rollen ”{role.name}” finns redan.", "ett namn per roll", "välj ett annat namn."),
            ("tab", role.tab, f"Fliken ”{role.tab}” finns redan.", "en titel per roll", "välj en annan titel."),
        ):
            other = first.setdefault((field, re.sub(r"\s+", " ", text.casefold())), i)
            if other != i:
                also = ((("roles", other, field), "står redan här"),)
                yield Finding("R020", ("roles", i, field), message, allowed, fix, also)
