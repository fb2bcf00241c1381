"""Things put together by what they have in common, and those that have what one before them has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def by_key(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Each key with all its values, both in the order in which they come."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def again(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, V, V]]:
    """Each key that comes again, with its value and the value that it came with first."""
    first: dict[K, V] = {}
    for key, value in pairs:
        if key in first:
            yield key, value, first[key]
        first.setdefault(key, value)
