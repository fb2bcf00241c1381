"""A long sheet is set alone, and let go of when it is set: the memory of a build is that of its longest sheet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from types import SimpleNamespace
from typing import Any

import pytest

from routine.print import press


class Counting:
    """In place of Typst: what it is asked to set, and how many at a time."""

    def __init__(self) -> None:
        self.set: list[str] = []
        self.now = self.most = 0
        self.lock = Lock()

    def compile(self, template: object, **given: Any) -> bytes:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        data = given.get("sys_inputs", {}).get("data", "")
        with self.lock:
            self.set.append(data)
            self.now -= 1
        if data.endswith("ryms inte"):
            raise ValueError
        return b"%PDF"


@pytest.fixture
def typst(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    monkeypatch.setattr(press, "_presses", SimpleNamespace(compiler=counting))
    return counting


def test_so_many_empty_papers_follow_a_long_sheet_that_nothing_of_it_is_remembered(typst: Counting) -> None:
    long = "x" * press.LONG
    press._set(press.BUNDLE, long)
    assert typst.set == [long] + [""] * (press.REMEMBERED + 1)


def test_none_follow_a_short_one(typst: Counting) -> None:
    press._set(press.BUNDLE, "x" * (press.LONG - 1))
    assert len(typst.set) == 1


def test_one_that_has_no_room_is_let_go_of_too(typst: Counting) -> None:
    with pytest.raises(ValueError):
        press._set(press.BUNDLE, "x" * press.LONG + "ryms inte")
    assert typst.set[1:] == [""] * (press.REMEMBERED + 1)


def test_long_ones_are_set_one_at_a_time(typst: Counting) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: press._set(press.BUNDLE, "x" * press.LONG), range(40)))
    assert typst.most == 1


def test_an_empty_paper_is_one_that_typst_takes() -> None:
    with press._turn("x" * press.LONG):
        pass
