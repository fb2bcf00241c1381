"""An id written as it is not: what was meant, of those that may stand there and are in the file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.domain.fields import SEVERAL, folded
from routine.domain.part import Part
from routine.domain.referring import Refers
from routine.reading.likeness import asked, listing, nearest
from routine.reading.model_paths import annotation_at, lists, without_none
from routine.reading.nodes import Mapping, Node, Path, Scalar, Sequence, at

EVERY = ("alla", "allt", "samtliga", "all")
# What a thing is called by, in words, where that is another than its id.
NAMES = ("name", "title", "function", "text", "question")
CHOOSE = "välj ett av orden, eller lägg till det som saknas."


class Thing(Struct, frozen=True):
    """A thing that may be named: its id as it can be written, and its own words for it, as an id would be."""

    id: str
    names: frozenset[str]


def as_id(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """What may stand there instead, and what to do; empty where the file has nothing to choose from."""
    if not _lists(path, model):
        # What is given its id is one thing, whatever its name says.
        return "", f"skriv {folded(value)}."
    known = _known(root, path, model)
    return (listing(each.id for each in known), _mend(root, path, model, value, known)) if known else ("", "")


def _mend(root: Node, path: Path, model: type[Part], value: str, known: tuple[Thing, ...]) -> str:
    if one := _exactly(value, known):
        return f"skriv {one[0]}." if len(one) == 1 else asked(one)
    several = [_meant(part, known) for part in _parts(value, known)]
    if len(several) > 1 and all(several):
        found = ", ".join(several)
        return f"sätt komma mellan om det är flera: {found}." if isinstance(path[-1], int) else f"välj ett: {found}."
    near = nearest(folded(value), [each.id for each in known]) if len(several) == 1 else []
    return asked(near) or _of_another(root, folded(value), _lists(path, model))


def as_ids(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """The same where a list of them should stand."""
    known, name = _known(root, (*path, 0), model), str(path[-1])
    several = [_meant(part, known) for part in _parts(value, known)]
    found = [each for each in several if each] if known else [folded(part) for part in SEVERAL.split(value)]
    if not known or len(found) == len(several):
        return "en lista", f"skriv {name}: [{', '.join(found)}]."
    # Brackets around what nothing is called would be refused in the next round.
    ids, every = [each.id for each in known], value.casefold().strip(" .") in EVERY
    which = ids if every else found or ids[:2]
    those = "alla" if every else "dem som det gäller"
    return listing(ids), f"skriv {those} inom klamrar: {name}: [{', '.join(which)}]."


def _parts(value: str, known: tuple[Thing, ...]) -> list[str]:
    """The names in a text: all of it is one if it is known so, and words are if each of them is."""
    if _exactly(value, known):
        return [value]
    words, ids = value.split(), {each.id for each in known}
    if len(words) > 1 and ids.issuperset(map(folded, words)):
        return words
    return [part for part in SEVERAL.split(value) if part.strip()]


def _exactly(value: str, known: tuple[Thing, ...]) -> list[str]:
    """The ids that the text is, or is the name of."""
    word = folded(value)
    return [each.id for each in known if each.id == word] or [each.id for each in known if word in each.names]


def _meant(value: str, known: tuple[Thing, ...]) -> str:
    """The one that is meant by a name; empty when that is not clear."""
    found = _exactly(value, known) or nearest(folded(value), [each.id for each in known])
    return found[0] if len(found) == 1 else ""


def _of_another(root: Node, word: str, ours: tuple[str, ...]) -> str:
    """What to do about what is nothing of the kind, and may be of another."""
    other = next((name for name in lists() if word in {each.id for each in _things(root, name)}), "")
    return f"”{word}” står under {other}. Här ska stå något under {' eller '.join(ours)}: {CHOOSE}" if other else CHOOSE


def _lists(path: Path, model: type[Part]) -> tuple[str, ...]:
    marks = getattr(without_none(annotation_at(path, model)), "__metadata__", ())
    return next((mark.to for mark in marks if isinstance(mark, Refers)), ())


def _known(root: Node, path: Path, model: type[Part]) -> tuple[Thing, ...]:
    """What may be named there, in the order of the file. Of an id that is no id where it is given, what it may be there
    is meant."""
    return tuple(each for name in _lists(path, model) for each in _things(root, name))


def _things(root: Node, name: str) -> Iterator[Thing]:
    items = at(root, (name,))
    for item in items.items if isinstance(items, Sequence) else ():
        if isinstance(id := at(item, ("id",)), Scalar) and isinstance(item, Mapping):
            called = (at(item, (key,)) for key in NAMES)
            yield Thing(folded(id.value), frozenset(folded(each.value) for each in called if isinstance(each, Scalar)))
