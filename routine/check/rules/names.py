"""Rules for ids and names: a named id exists, and what must be unique is.

The types of the model tell which field names what (`routine/model/referring.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from routine.check.finding import Finding
from routine.check.likeness import CHOOSE, closest, few
from routine.check.model_paths import lists
from routine.check.nodes import Path
from routine.check.rules.core import leaves, needs, steps, twice
from routine.model.fields import folded
from routine.model.grouping import again, by_key
from routine.model.model import Routine

# Lists that may be referred to → the code for an unknown id.
UNKNOWN: dict[tuple[str, ...], str] = {
    ("roles",): "R002",
    ("questions",): "R003",
    ("sections",): "R004",
    ("tracks",): "R005",
    ("actions",): "R006",
    ("open_questions",): "R007",
    ("actions", "questions"): "R028",
    ("contacts",): "R042",
    ("guidance",): "R060",
    ("roles", "contacts"): "R064",
}
# List → the list that it is confused with: a question named in place of an action, or the other way round.
ASTRAY: dict[tuple[str, ...], str] = {("questions",): "actions", ("actions",): "questions"}
# How similar an id must be to be suggested. Ids of a kind often begin alike, and if the thing has been removed, an
# editor who follows "menade du" leads readers astray.
MISSPELT = 0.75


def unknown(routine: Routine) -> Iterator[Finding]:
    """Report every unknown id once, whatever names it.

    The id may be misspelt where it is defined, and not in the places that name it.
    """
    every = by_key((leaf.refers.to, leaf) for leaf in leaves(routine) if leaf.refers and not leaf.refers.past)
    for to, code in UNKNOWN.items():
        known = [item.id for name in to for item in getattr(routine, name)]
        places = by_key((leaf.text, leaf.path) for leaf in every.get(to, ()) if leaf.text not in known)
        if places and to == ("tracks",) and not known:
            first, *others = [path for paths in places.values() for path in paths]
            yield Finding(code, first, "none", related=others, id=next(iter(places)))
            continue
        for id, (path, *others) in places.items():
            other = id in [item.id for item in getattr(routine, ASTRAY.get(to, "roles"))]
            meant = closest(id, known, MISSPELT) or CHOOSE
            kind = "astray" if other and to in ASTRAY else ""
            yield Finding(code, path, kind, related=others, id=id, known=few(id, known), meant=meant)


def named(routine: Routine, *lists: str) -> Iterator[tuple[Path, str]]:
    """Yield every path that names something in these lists, and the id.

    References that may be history are left out.
    """
    every = ((leaf.path, leaf.refers, leaf.text) for leaf in leaves(routine))
    return ((path, id) for path, refers, id in every if refers and refers.to == lists and not refers.past)


# The lists whose items have an id.
IDENTIFIED = tuple(name for name, part in lists().items() if "id" in part.model_fields)
# Actions and questions share pages, and so ids.
STEPS = ("actions", "questions")
# Items of these lists may be equal but for the id. In any other list equal items are one, pasted twice.
MAY_BE_ALIKE = ("sections", "tracks")
NEVER_ALIKE = tuple(name for name in IDENTIFIED if name not in MAY_BE_ALIKE)
# Names that every JavaScript object has, or that our scripts use for the page itself; docs/roller/index.md would be
# the page of the folder.
OURS = {"constructor", "rutin", "index"}
NAMES = (("revisions", "edition"), ("terms", "word"), ("forms", "title"), ("roles", "name"), ("roles", "tab"))
# `checklista-x-stor-stil.pdf` is the large print of the checklist of `x`.
LARGE = "-stor-stil"


def duplicate_id(routine: Routine) -> Iterator[Finding]:
    """Report duplicate ids, since ids are addresses and anchors."""
    for space in (STEPS, *((name,) for name in IDENTIFIED if name not in STEPS)):
        items = ((item.id, ((name, i), item)) for name in space for i, item in enumerate(getattr(routine, name)))
        for id, (place, item), (first, other) in again(items):
            kind = "pasted" if item == other else ""
            yield Finding("R001", (*place, "id"), kind, related=[(*first, "id")], id=id)


@needs("R001")
def alike_but_for_the_id(routine: Routine) -> Iterator[Finding]:
    for name in NEVER_ALIKE:
        items = enumerate(getattr(routine, name))
        yield from twice("R103", ((item.model_copy(update={"id": ""}), (name, i, "id"), item) for i, item in items))


@needs("R001")
def same_section_address(routine: Routine) -> Iterator[Finding]:
    """Report sections whose ids give the same address.

    An address keeps only the letters and figures of the id.
    """
    sections = enumerate(routine.sections)
    yield from twice("R092", ((folded(section.id), ("sections", i, "id"), section) for i, section in sections))


def id_of_another(routine: Routine) -> Iterator[Finding]:
    """Report ids that have a meaning elsewhere.

    A script or the site itself would take them for something of their own. The id of a section is exempt, since it is a
    label.
    """
    roles = [role.id for role in routine.roles]
    for name in IDENTIFIED:
        for i, item in enumerate(getattr(routine, name) if name != "sections" else ()):
            path = (name, i, "id")
            if item.id in OURS:
                yield Finding("R097", path, id=item.id)
            elif name == "roles" and item.id.endswith(LARGE) and (other := item.id.removesuffix(LARGE)) in roles:
                yield Finding("R097", path, "file", related=[("roles", roles.index(other), "id")], id=item.id, of=other)


def role_twice(routine: Routine) -> Iterator[Finding]:
    """Report roles with more than one part in an action or a question.

    In an action a role is responsible, is consulted, takes part, or may stand in. In a question it answers, or hears
    the answer. R021 reports a role that stands twice in one list of a question.
    """
    parts: list[tuple[Path, str, Iterable[str]]] = []
    for i, action in enumerate(routine.actions):
        asked = action.consulted.roles if action.consulted else ()
        part = (*action.responsible, *asked, *(told.role for told in action.invited))
        parts.append((("actions", i), "", part))
    for i, question in enumerate(routine.questions):
        heard = (*dict.fromkeys(question.answered_by), *dict.fromkeys(heard.role for heard in question.heard_by))
        parts.append((("questions", i), "question", heard))
    for path, kind, roles in parts:
        yield from (Finding("R016", path, kind, id=id) for id, count in Counter(roles).items() if count > 1)


def joint_alone(routine: Routine) -> Iterator[Finding]:
    """Report `jointly` on an action with one responsible role."""
    for i, action in enumerate(routine.actions):
        if action.jointly and not action.shared:
            yield Finding("R105", ("actions", i, "jointly"), action=action)


def word_twice(routine: Routine) -> Iterator[Finding]:
    """Report an id or a word that stands twice in a list.

    Capitals make no difference. R016 reports the parts in an action.
    """
    for path, ids in _lists(routine):
        key = ("role",) if path[-1] in ("helps", "informs") else ()
        yield from twice("R021", ((id.casefold(), (*path, j, *key), id) for j, id in enumerate(ids)))


def _lists(routine: Routine) -> Iterator[tuple[Path, list[str]]]:
    items = (leaf for leaf in leaves(routine) if leaf.kind == "other" and isinstance(leaf.path[-1], int))
    of_action = (
        leaf for leaf in items if leaf.path[0] != "actions" or leaf.path[2] not in ("responsible", "consulted")
    )
    yield from by_key((item.path[:-1], item.text) for item in of_action).items()
    for i, question in enumerate(routine.questions):
        yield ("questions", i, "heard_by"), [item.role for item in question.heard_by]
    for i, action in enumerate(routine.actions):
        yield ("actions", i, "helps"), [item.role for item in action.helps]
        yield ("actions", i, "informs"), [item.role for item in action.informs]
    for path, step in steps(routine):
        yield (*path, "after"), [after.action for after in step.after]
        yield (*path, "conditions"), [condition.question for condition in step.conditions]


def same_name_twice(routine: Routine) -> Iterator[Finding]:
    """Report names and titles that stand twice.

    Two roles with one name cannot be told apart on a print, nor two pages with one title in a row of tabs. Editions are
    read from the oldest, so the later duplicate is reported.
    """
    for name, key in NAMES:
        items = [*enumerate(getattr(routine, name))][:: -1 if key == "edition" else 1]
        said = [(getattr(item, key), (name, i, key)) for i, item in items]
        code, kind = ("R020", key) if name == "roles" else ("R023", "")
        yield from twice(code, ((" ".join(text.casefold().split()), path, text) for text, path in said), kind)
