"""What is kept is made once for each thing that it is made of, and losing it or having nowhere to keep it costs only time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from routine import cache as kept


class Maker:
    """Counts how often it is asked."""

    def __init__(self, gives: bytes = b"gjort") -> None:
        self.gives, self.times = gives, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.gives


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "sparat")
    return tmp_path / "sparat"


def test_it_is_made_once(folder: Path) -> None:
    make = Maker()
    assert [kept.kept(make, b"a", b"b") for _ in range(3)] == [b"gjort"] * 3
    assert make.times == 1
    assert [file.read_bytes() for file in folder.iterdir()] == [b"gjort"]


@pytest.mark.parametrize("other", [(b"a", b"c"), (b"ab",), (b"a", b"b", b""), (b"b", b"a"), ()])
def test_whatever_is_made_of_something_else_is_another(other: tuple[bytes, ...], folder: Path) -> None:
    assert kept.kept(Maker(b"ett"), b"a", b"b") == b"ett"
    assert kept.kept(Maker(b"annat"), *other) == b"annat"
    assert len(list(folder.iterdir())) == 2


def test_what_fails_is_not_kept(folder: Path) -> None:
    def fails() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        kept.kept(fails, b"a")
    assert kept.kept(Maker(), b"a") == b"gjort"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "fil" / "sparat")
    make = Maker()
    assert [kept.kept(make, b"a") for _ in range(2)] == [b"gjort"] * 2
    assert make.times == 2


def test_what_nobody_has_asked_for_the_longest_goes_when_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for number in (0, 1, 2, 0, 3):
        kept.kept(Maker(bytes([number])), bytes([number]))
        time.sleep(0.01)  # So that each has a moment of its own.
    assert sorted(file.read_bytes() for file in folder.iterdir()) == [b"\x00", b"\x02", b"\x03"]
