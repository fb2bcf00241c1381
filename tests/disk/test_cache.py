"""What is kept is made once for each thing that it is made of,
and losing it or having nowhere to keep it costs only time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pydantic
import pytest
import yaml

from routine import domain
from routine.disk import cache
from routine.domain.model import Routine
from routine.print import export
from tests.kit.paths import PROJECT

# A thread is in the middle of a file when the process leaves.
LEAVING = """
import sys, threading, time
from pathlib import Path
from routine.disk import cache
from routine.commands.ending import leave
cache.FOLDER, write, begun = Path(sys.argv[1]), Path.write_bytes, threading.Event()
def slowly(file, data):
    write(file, data[:9])
    begun.set()
    time.sleep(0.3)
    return write(file, data)
Path.write_bytes = slowly
threading.Thread(target=cache.keep, args=(b"gjort", [b"a"]), daemon=True).start()
begun.wait()
leave(130)
"""


class Maker:
    """Counts how often it is asked."""

    def __init__(self, gives: bytes = b"gjort") -> None:
        self.gives, self.times = gives, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.gives


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "sparat")
    return tmp_path / "sparat"


def test_it_is_made_once(folder: Path) -> None:
    make = Maker()
    assert [cache.kept(make, b"a", b"b") for _ in range(3)] == [b"gjort"] * 3
    assert make.times == 1
    assert cache.find([b"a", b"b"]) == b"gjort"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("other", [(b"a", b"c"), (b"ab",), (b"a", b"b", b""), (b"b", b"a"), ()])
def test_whatever_is_made_of_something_else_is_another(other: tuple[bytes, ...], folder: Path) -> None:
    assert cache.kept(Maker(b"ett"), b"a", b"b") == b"ett"
    assert cache.kept(Maker(b"annat"), *other) == b"annat"
    assert len(list(folder.iterdir())) == 2


def test_a_file_that_has_been_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "mall.typ"
    for said in (b"ett", b"ett", b"annat", b"tredje"):
        file.write_bytes(said)
        assert cache.content(file) == said
    os.utime(file, ns=(0, 0))
    assert cache.content(file) == b"tredje"
    file.write_bytes(b"fjarde")
    assert cache.content(file) == b"fjarde", "as long, and of another time"


def test_what_is_installed_is_told_by_its_versions() -> None:
    assert cache.versions("pydantic", "PyYAML") == f"{pydantic.VERSION} {yaml.__version__}".encode()


def test_what_fails_is_not_kept(folder: Path) -> None:
    def fails() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        cache.kept(fails, b"a")
    assert cache.kept(Maker(), b"a") == b"gjort"


def test_a_process_that_leaves_while_something_is_kept_leaves_no_half_of_it(folder: Path) -> None:
    """As after Ctrl+C: what other threads do then ends where it is."""
    done = subprocess.run([sys.executable, "-c", LEAVING, str(folder)], cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "")
    assert [cache.find([b"a"]) for _ in folder.iterdir()] == [b"gjort"]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "fil" / "sparat")
    make = Maker()
    assert [cache.kept(make, b"a") for _ in range(2)] == [b"gjort"] * 2
    assert make.times == 2


def test_what_nobody_has_asked_for_the_longest_goes_when_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST", 3)
    monkeypatch.setattr(cache, "EACH", 1)
    for number in (0, 1, 2, 0, 3):
        cache.kept(Maker(bytes([number])), bytes([number]))
        time.sleep(0.01)  # So that each has a moment of its own.
    assert [cache.find([bytes([number])]) for number in range(4)] == [b"\x00", None, b"\x02", b"\x03"]
    assert len(list(folder.iterdir())) == 3


def test_what_is_too_much_is_looked_for_at_the_first_that_a_process_keeps_and_seldom_after_that(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(9):
        (folder / f"{number}").write_bytes(b"")
    monkeypatch.setattr(cache, "MOST", 2)
    monkeypatch.setattr(cache, "EACH", 3)
    monkeypatch.setattr(cache, "_KEPT", count())
    left = []
    for number in range(4):
        cache.keep(b"", [bytes([number])])
        left.append(len(list(folder.iterdir())))
    assert left == [2, 3, 4, 2]


def cut(file: Path, _: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def cut_to_its_digest(file: Path, _: Path) -> None:
    file.write_bytes(file.read_bytes()[: cache.DIGEST_BYTES])


def emptied(file: Path, _: Path) -> None:
    file.write_bytes(b"")


def foreign(file: Path, _: Path) -> None:
    file.write_bytes(b"\x00\xff" * 500)


def one_bit(file: Path, _: Path) -> None:
    entry = bytearray(file.read_bytes())
    entry[-1] ^= 1
    file.write_bytes(entry)


def swapped(file: Path, other: Path) -> None:
    file.write_bytes(other.read_bytes())


def linked(file: Path, other: Path) -> None:
    file.unlink()
    file.symlink_to(other)


def a_folder(file: Path, _: Path) -> None:
    file.unlink()
    (file / "i den").mkdir(parents=True)


@pytest.mark.parametrize(
    "harm",
    [cut, cut_to_its_digest, emptied, foreign, one_bit, swapped, linked, a_folder],
    ids=lambda harm: harm.__name__,
)
def test_what_does_not_fit_is_made_anew(harm: Callable[[Path, Path], None], folder: Path) -> None:
    cache.kept(Maker(b"ett annat"), b"b")
    (other,) = folder.iterdir()
    cache.kept(Maker(), b"a")
    (file,) = set(folder.iterdir()) - {other}
    harm(file, other)
    make = Maker()
    assert cache.kept(make, b"a") == b"gjort"
    assert make.times == 1
    assert cache.find([b"b"]) == b"ett annat"
    assert set(folder.iterdir()) == {file, other}, "and nothing is left half-way"
    if harm is not a_folder:
        assert cache.find([b"a"]) == b"gjort"


def test_what_can_be_read_and_not_written_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.kept(Maker(), b"a")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    for way in ("touch", "mkdir", "write_bytes", "replace", "unlink"):
        monkeypatch.setattr(Path, way, refused)
    make = Maker()
    assert cache.kept(make, b"a") == b"gjort"
    assert make.times == 0
    assert cache.kept(make, b"b") == b"gjort"


def test_code_is_what_a_module_and_all_of_a_package_says() -> None:
    for module, file in ((cache, "disk/cache.py"), (domain, "domain/model.py"), (domain, "domain/beginning.py")):
        assert (PROJECT / "routine" / file).read_bytes() in cache.code(module)
    assert cache.code(cache) + cache.code(domain) == cache.code(cache, domain)


@pytest.mark.site
def test_a_corrupt_cache_is_not_published(folder: Path, tmp_path: Path, small: Routine) -> None:
    export.pressed.cache_clear()
    sound = export.pressed(small, pictures=True)
    for file in folder.iterdir():
        file.write_bytes(b"%PDF-1.7 " + bytes(5000))
    export.pressed.cache_clear()
    assert export.pressed(small, pictures=True) == sound
