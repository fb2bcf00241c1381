"""Helpers that group pairs by key and find repeated keys."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def by_key(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Group the values by key.

    Keys and values keep the order in which they come.
    """
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def again(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, V, V]]:
    """Yield each repeated key with its value and the key's first value."""
    first: dict[K, V] = {}
    for key, value in pairs:
        if key in first:
            yield key, value, first[key]
        first.setdefault(key, value)
