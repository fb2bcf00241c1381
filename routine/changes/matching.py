"""Matching of the items of two lists.

Items match by id, and where the id is new, by nearly all else being equal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from routine.model.about import Revision
from routine.model.adopted import Change, Row, Stated
from routine.model.beside import Term
from routine.model.easy import EasyRole, EasyStep
from routine.model.part import Part
from routine.model.people import EmergencyNumber
from routine.model.steps import After, Condition, Informed, Meaning, Notified, Receiver, Said, Told

# Fields that identify an item without an id.
KEYS: dict[type[Part], tuple[str, ...]] = {
    After: ("action",),
    Change: ("row",),
    Condition: ("question",),
    EasyRole: ("role",),
    EasyStep: ("step",),
    EmergencyNumber: ("number",),
    Informed: ("role",),
    Meaning: ("answer",),
    Notified: ("role",),
    Receiver: ("who", "role"),
    Revision: ("edition",),
    Row: ("row",),
    Said: ("answer",),
    Stated: ("question",),
    Term: ("word",),
    Told: ("role",),
}
# The share of equal fields at which two items are taken for one with a new id.
ALIKE = 0.7


class Matched(Struct, frozen=True):
    """The result of matching two lists.

    `pairs` are in the old order. `moved` are items, as they are now, that have changed places among the pairs, each
    with the one that it now stands after, or None.
    """

    pairs: tuple[tuple[Any, Any], ...]
    gone: tuple[Any, ...]
    new: tuple[Any, ...]
    moved: tuple[tuple[Any, Any | None], ...]


def key_fields(item: object) -> tuple[str, ...]:
    """Return the fields that identify an item; none if all fields do."""
    if "id" in getattr(type(item), "model_fields", ()):
        return ("id",)
    return next((KEYS[kind] for kind in type(item).__mro__ if kind in KEYS), ())


def matched(old: Sequence[Any], new: Sequence[Any]) -> Matched:
    """Match the items of two lists."""
    found = _same(old, new, range(len(old)), range(len(new)))
    gone, come = _left(found, len(old), len(new))
    found |= _nearly(old, new, gone, come)
    gone, come = _left(found, len(old), len(new))
    pairs = sorted(found.items())
    places = [there for _, there in pairs]
    return Matched(
        tuple((old[here], new[there]) for here, there in pairs),
        tuple(old[here] for here in gone),
        tuple(new[there] for there in come),
        tuple((new[there], _before(new, places, there)) for there in _moved(places)),
    )


def _same(old: Sequence[Any], new: Sequence[Any], left: Sequence[int], right: Sequence[int]) -> dict[int, int]:
    free, found = list(right), {}
    for here in left:
        there = next((each for each in free if _key(old[here]) == _key(new[each])), None)
        if there is not None:
            found[here] = there
            free.remove(there)
    return found


def _nearly(old: Sequence[Any], new: Sequence[Any], gone: list[int], come: list[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for here in gone:
        free = [there for there in come if there not in found.values()]
        if not free:
            break
        best = free[0]
        if key_fields(old[here]):
            likely = [likeness(old[here], new[there]) for there in free]
            best = free[likely.index(max(likely))]
            if max(likely) < ALIKE:
                continue
        found[here] = best
    return found


def likeness(one: Part, other: Part) -> float:
    """Return the share of equal fields of two items, from 0 to 1.

    The fields that identify them are not counted.
    """
    fields = type(one).model_fields
    told = [
        name
        for name, field in fields.items()
        if name not in key_fields(one) and not getattr(one, name) == getattr(other, name) == field.default
    ]
    equal = sum(getattr(one, name) == getattr(other, name) for name in told)
    return equal / len(told) if told else 0.0


def _key(item: Any) -> Any:
    fields = key_fields(item)
    return tuple(getattr(item, name) for name in fields) if fields else item


def _left(found: dict[int, int], old: int, new: int) -> tuple[list[int], list[int]]:
    taken = set(found.values())
    return [here for here in range(old) if here not in found], [there for there in range(new) if there not in taken]


def _moved(places: list[int]) -> list[int]:
    """Return the places that items have moved to.

    `places` are the new places in the old order. As few are chosen as give the new order.
    """
    return sorted(set(places) - {*_rising(places)})


def _rising(places: list[int]) -> Iterator[int]:
    """Yield a longest rising subsequence of the places.

    Of several, the one with items that stood earlier: of two that have changed places, the later one has moved up.
    """
    ends, lengths = list[int](), list[int]()
    for place in reversed(places):  # Length of the longest that begins here.
        at = bisect_left(ends, -place)
        ends[at : at + 1] = [-place]
        lengths.append(at + 1)
    left, last = len(ends), -1
    for place, length in zip(places, reversed(lengths), strict=True):
        if length == left and place > last:
            left, last = left - 1, place
            yield place


def _before(new: Sequence[Any], places: list[int], there: int) -> Any | None:
    earlier = [place for place in places if place < there]
    return new[max(earlier)] if earlier else None
