"""The page for editors.

It tells how to change the routine, with an annotated example and a field reference made from the model.
"""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from routine.check.model_paths import item_type, part_of, required, without_none
from routine.model.about import Withdrawal
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.pages.editors.deciding import decision


class Key(Struct, frozen=True):
    """One key of a part of the file.

    `kind` is the type of its value. Where the value has keys of its own, `named` is the title of their group and `of`
    its id.
    """

    key: str
    required: bool
    kind: str
    about: str
    named: str
    of: str


class KeyGroup(Struct, frozen=True):
    """One part of the file and its keys.

    Its id has an underscore, which no id of the data has.
    """

    id: str
    title: str
    fields: tuple[Key, ...]


class Recipe(Struct, frozen=True):
    """The keys that a new item of one kind needs.

    `needed` are its required keys. `also` are further keys without which a step would be refused. `named` is where the
    item must be named, each as a list of the file and its keys.
    """

    title: str
    under: str
    needed: tuple[str, ...]
    also: tuple[str, ...]
    named: tuple[tuple[str, tuple[str, ...]], ...]


class Editors(Struct, frozen=True):
    """The contents of the page for editors.

    `recipes` are for the most common additions. `decision` is an example of a decided change, `withdrawal` of a
    withdrawn routine. `edit` is the address where the file is changed, or empty. `easy` tells whether there is an
    easy-to-read page, `ordered` whether the source's order is one to work in, `numbered` whether the source has rows.
    """

    parts: tuple[KeyGroup, ...]
    example: str
    decision: str
    withdrawal: str
    edit: str
    recipes: tuple[Recipe, ...]
    easy: bool
    ordered: bool
    numbered: bool


EXAMPLE = """\
  # adressen, ändras aldrig
  - id: las-dorren
    # avsnittet och raden i källan
    section: 3.1.2
    row: 4
    # den som ansvarar enligt källan
    responsible: [vaktmastaren]
    # till den som gör det, verbet först
    text: Lås dörren på baksidan
    # till den som läser om andra
    others: låser dörren på baksidan
"""


def _recipe(
    title: str, under: str, model: type[BaseModel], also: tuple[str, ...], *named: tuple[str, tuple[str, ...]]
) -> Recipe:
    return Recipe(title, under, required(model), also, named)


DOES = ("responsible", "participants", "proxy")
RECIPES = (
    _recipe("En ny roll", "roles", Role, (), ("actions", DOES), ("questions", ("answered_by",))),
    _recipe("Ett nytt steg", "actions", Action, ("responsible",)),
    _recipe("En ny fråga", "questions", Question, (), ("actions", ("conditions",))),
)


def editors(routine: Routine) -> Editors:
    """Build the page from the model, so that the two cannot diverge."""
    parts = tuple(_parts(Routine, set()))
    return Editors(
        parts,
        EXAMPLE,
        decision(routine),
        _withdrawal(),
        routine.site.edit or "",
        RECIPES,
        bool(routine.easy),
        bool(routine.source.ordered),
        routine.numbered,
    )


def _withdrawal() -> str:
    """Render a withdrawal from the model's example of each key."""
    keys = (f"  {key}: {item.examples[0]}\n" for key, item in Withdrawal.model_fields.items() if item.examples)
    return "".join(("withdrawn:\n", *keys))


def _parts(model: type[BaseModel], seen: set[str]) -> list[KeyGroup]:
    if model.__name__ in seen:
        return []
    seen.add(model.__name__)
    fields = [
        Key(key, item.is_required(), _kind(item.annotation), item.description or "", *_of(item.annotation))
        for key, item in model.model_fields.items()
    ]
    found = [KeyGroup(_id(model), _title(model), tuple(fields))]
    for item in model.model_fields.values():
        if inner := part_of(item_type(item.annotation)):
            found += _parts(inner, seen)
    return found


def _id(model: type[BaseModel]) -> str:
    return f"_nycklar-{model.__name__.lower()}"


def _title(model: type[BaseModel]) -> str:
    return str(model.model_config.get("title", model.__name__))


def _of(annotation: Any) -> tuple[str, str]:
    """Return the title and id of the group that a key's value belongs to.

    A value, or a list, is of one group only. Both are empty for a plain value.
    """
    part = part_of(item_type(annotation))
    return (_title(part), _id(part)) if part else ("", "")


def _kind(annotation: Any) -> str:
    bare = without_none(annotation)
    if get_origin(bare) is Literal:
        return " eller ".join(map(str, get_args(bare)))
    if get_origin(bare) is tuple:
        of = _kind(get_args(bare)[0])
        return "lista, varje post" if of == "grupp" else f"lista med {of}"
    if part_of(bare):
        return "grupp"
    if inner := get_args(bare):
        return _kind(inner[0])
    return {"int": "heltal", "date": "datum", "str": "text"}.get(getattr(bare, "__name__", ""), "text")
