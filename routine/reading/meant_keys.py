"""A misspelt key read as it was meant, so that it is told once and neither hides nor brings about anything else; and
a key that stands beside the group that it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any, get_args, get_origin

from msgspec import Struct

from routine.domain.part import Part
from routine.reading.likeness import closest, nearest
from routine.reading.misfits import spaces
from routine.reading.model_paths import annotation_at, hints, holding, part_of, without_none
from routine.reading.nodes import Mapping, Node, Path, Scalar, Sequence, at, keys, place
from routine.reading.problems import Problem

# What a key is called by those who do not know it. Of several the first that the group may have is meant.
CALLED = {
    "number": ("telefon", "telefonnummer", "tel", "tfn", "mobil", "nummer", "phone"),
    "title": ("rubrik", "titel"),
    "date": ("datum", "dag"),
    "source": ("källa", "kalla"),
    "name": ("namn",),
    "section": ("avsnitt",),
    "row": ("rad",),
    "role": ("roll",),
    "roles": ("roller",),
    "responsible": ("ansvarig", "ansvariga", "ansvarar"),
    "hours": ("öppettider", "öppet", "tider"),
    "within": ("tidsgräns",),
    "conditions": ("villkor",),
    "participants": ("deltar", "deltagare"),
    "say": ("säg",),
    "url": ("länk", "lank", "webbadress", "adress", "link"),
}
# What the routine has no key for, though many would write it, and where it belongs.
ELSEWHERE = {
    "ask": (
        ("e-post", "epost", "email", "e-mail", "mail", "mejl"),
        "skriv funktionens adress i ask: e-post har ingen egen nyckel. En persons adress skrivs aldrig.",
    ),
    "function": (
        ("namn", "name", "person"),
        "ta bort raden. En kontakt är en funktion och heter som den, i function: en persons namn skrivs aldrig.",
    ),
}
# Of more in one group nobody has misspelt each, and to look for what was meant takes its time.
MOST_MISSPELT = 20
ANYTHING_ELSE = "ta bort raden, eller flytta den dit den hör."


class MeantKey(Struct, frozen=True):
    """A key that its group does not have: where it stands, as it is written, and as it was read instead."""

    path: Path
    key: Scalar
    name: str


def as_meant(root: Mapping, model: type[Part]) -> tuple[Mapping, list[MeantKey]]:
    """The nodes with each key as it was meant, and those that were written otherwise."""
    found: list[MeantKey] = []
    read = _read(root, model, (), found)
    return (read if isinstance(read, Mapping) else root), found


def hint(group: Mapping, name: str, part: Any) -> str:
    """What to do about a key that the group cannot have."""
    known = tuple(part.model_fields)
    called = next(iter(_called(name, known)), "")
    asked = f"menade du ”{called}”?" if called else closest(name, known)
    return _further_in(group, name, part) or _elsewhere(name, known) or asked or ANYTHING_ELSE


def _elsewhere(name: str, known: Collection[str]) -> str:
    return next((where for key, (words, where) in ELSEWHERE.items() if key in known and name.casefold() in words), "")


def _called(name: str, known: Collection[str]) -> list[str]:
    return [key for key, words in CALLED.items() if key in known and name.casefold() in words]


def _read(node: Node, annotation: Any, path: Path, found: list[MeantKey]) -> Node:
    """The node with all that is in it as it was meant."""
    bare = without_none(annotation)
    if isinstance(node, Sequence) and get_origin(bare) is tuple:
        kind = get_args(bare)[0]
        return Sequence(tuple(_read(item, kind, (*path, n), found) for n, item in enumerate(node.items)), node.mark)
    part = part_of(bare)
    if not isinstance(node, Mapping) or part is None:
        return node
    found += (renamed := [*_renamed(node, part, path)])
    names = {each.key.value: each.name for each in renamed}
    entries = []
    for key, value in node.entries:
        name = names.get(key.value, key.value)
        entries.append((Scalar(name, key.mark), _read(value, hints(part).get(name), (*path, name), found)))
    return Mapping(tuple(entries), node.mark)


def _renamed(group: Mapping, part: Any, path: Path) -> Iterator[MeantKey]:
    """The keys that the group cannot have, and that are near one that it lacks and that takes such a value."""
    taken, known = {key.value for key, _ in group.entries}, part.model_fields
    others = [(key, value) for key, value in group.entries if key.value not in known]
    if len(others) > MOST_MISSPELT:
        return
    for key, value in others:
        if _further_in(group, key.value, part) or _elsewhere(key.value, known):
            continue
        fitting = [name for name in part.model_fields if name in taken or _fits(value, part, name)]
        near = _called(key.value, fitting) or nearest(key.value, fitting)
        if len(near) == 1 and near[0] not in taken:
            taken.add(near[0])
            yield MeantKey(path, key, near[0])


def _fits(value: Node, part: Any, key: str) -> bool:
    """Whether it is as much as the key takes: a group, a list or a text."""
    held = holding(part, key)
    return isinstance(value, Scalar if held is None else Sequence if held.items else Mapping)


def _further_in(group: Mapping, name: str, part: Any) -> str:
    """How the key is moved under the one before it, which may have it and has it not."""
    # Of very many keys the one is found before anything is asked of the model.
    for (before, value), (key, _) in pairwise(group.entries):
        if key.value != name or name in keys(value):
            continue
        held = holding(part, before.value)
        if held and not held.items and name in held.may:
            return f"lägg till 2 mellanslag först på raden, om den hör till {before.value}. Ta annars bort den."
    return ""


def further_out(root: Node, path: Path, model: type[Part]) -> str:
    """How the key is moved to the nearest group around its own that may have it and has it not."""
    name, mark = str(path[-1]), place(root, path, key=True)
    own = at(root, path[:-1])
    beside = [key.mark.line for key, _ in own.entries if key.value != name] if isinstance(own, Mapping) else []
    for end in range(len(path) - 2, 0, -1):
        group, part = at(root, path[:end]), part_of(annotation_at(path[:end], model))
        if isinstance(group, Mapping) and part and name in part.model_fields and at(group, (name,)) is None:
            like, _ = group.entries[0]
            by = mark.column - like.mark.column
            # Within braces no line can be moved.
            if by > 0 and mark.line not in beside:
                where = f"som ”{like.value}” på rad {like.mark.line}"
                return f"ta bort {spaces(by)} först på raden, om den hör till samma {where}. Ta annars bort den."
    return ""


def astray(
    root: Node, missing: Iterable[Path], strange: Collection[Path], wrong: Collection[Path]
) -> Iterator[tuple[Path, Path]]:
    """Each key that is missing where it belongs and stands right below that, too far out or in, where it cannot: the
    path that it should have, and the one that it has. `strange` are those of keys that are nothing where they stand,
    and `wrong` of those that could be left out there and have a value that they cannot have."""
    for path in missing:
        around, name = path[:-1], path[-1:]
        outside = (*around[:-1], *name)
        inside = (each for each in strange if each[-1:] == name and each[:-2] == around)
        slid = around and (outside in strange or outside in wrong) and _follow(root, around, outside)
        stands = outside if slid else next(inside, None)
        if stands and not (around and _in_braces(root, around)):
            yield path, stands


def _follow(root: Node, path: Path, other: Path) -> bool:
    """Whether the one key stands right after the other, in the same group."""
    group = at(root, path[:-1])
    names = [key.value for key, _ in group.entries] if isinstance(group, Mapping) else []
    return (str(path[-1]), str(other[-1])) in pairwise(names)


def _in_braces(root: Node, path: Path) -> bool:
    """Whether a group stands beside its key, and not on lines of its own below it. An item stands beside its dash."""
    group = at(root, path)
    if not isinstance(group, Mapping) or not isinstance(path[-1], str):
        return False
    first, _ = group.entries[0]
    return first.mark.line == place(root, path, key=True).line


def set_aside(root: Node, path: Path, stands: Path) -> Problem:
    """What is said of a key that should have the one path and has the other."""
    group, value, mark = at(root, path[:-1]), at(root, stands), place(root, stands, key=True)
    assert isinstance(group, Mapping), "only such has keys"
    like, _ = group.entries[0]
    by = mark.column - like.mark.column
    side, hint = ("in", "ta bort") if by > 0 else ("ut", "lägg till")
    below = "" if isinstance(value, Scalar) else ", och på dem som hör till den"
    return Problem(
        "S002",
        mark,
        f"Nyckeln ”{path[-1]}” står {spaces(by)} för långt {side}.",
        f"lika långt in som ”{like.value}” på rad {like.mark.line}",
        f"{hint} {spaces(by)} först på raden{below}.",
        ((like.mark, "den ska stå under den här"),),
    )
