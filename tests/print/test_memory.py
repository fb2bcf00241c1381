"""What the C library is asked for is asked of one that has it, and of no other."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from routine.print import memory


@pytest.fixture(autouse=True)
def unasked() -> Iterator[None]:
    memory._asked.cache_clear()
    yield
    memory._asked.cache_clear()


def test_a_library_that_can_is_asked_for_one_store_and_for_what_nobody_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    library = SimpleNamespace(mallopt=lambda *what: asked.append(what), malloc_trim=lambda *what: asked.append(what))
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    memory.in_one_place()
    memory.give_back()
    assert asked == [(-8, 1), (0,)]


@pytest.mark.parametrize("error", [AttributeError, OSError, TypeError])
def test_a_library_that_cannot_is_let_alone(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", missing)
    memory.in_one_place()
    memory.give_back()
