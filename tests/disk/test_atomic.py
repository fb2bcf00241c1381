"""Files that belong together: all of them are written and taken away, or none, whichever change of the disk fails."""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from routine.disk.atomic import BEFORE, NEXT, write_all

CHANGES = ("mkdir", "write_bytes", "replace", "unlink", "rmdir")
OLD = {"a.md": b"gammal a", "b.md": b"gammal b", "borta.md": b"gammal", "mapp/borta.md": b"gammal"}
NEW = {"a.md": b"ny a", "b.md": b"ny b", "ny.md": b"ny", "ny mapp/ny.md": b"ny"}


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def laid_out(folder: Path) -> Path:
    for name, data in OLD.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def write(folder: Path) -> None:
    write_all({folder / name: data for name, data in NEW.items()}, [folder / name for name in OLD if "borta" in name])


def failing(
    monkeypatch: pytest.MonkeyPatch, at: int, error: type[BaseException] = OSError, times: int = 1
) -> list[str]:
    """From now on the change of the disk that has this number fails, and so many in all. The names of those that were
    asked for."""
    asked: list[str] = []

    def guarded(name: str, change: Callable[..., object]) -> Callable[..., object]:
        def made(path: Path, *given: Any, **options: Any) -> object:
            asked.append(name)
            if at <= len(asked) < at + times:
                raise error(errno.ENOSPC, "No space left on device", str(path))
            return change(path, *given, **options)

        return made

    for name in CHANGES:
        monkeypatch.setattr(Path, name, guarded(name, getattr(Path, name)))
    return asked


def kept(folder: Path) -> dict[str, bytes]:
    """What lies there, but for what is only beside."""
    return {name: data for name, data in contents(folder).items() if not name.endswith((f".{NEXT}", f".{BEFORE}"))}


def test_all_is_written_and_taken_away_and_nothing_is_left_beside(tmp_path: Path) -> None:
    write(laid_out(tmp_path))
    assert contents(tmp_path) == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="a file there has no group")
@pytest.mark.parametrize("mode", [0o664, 0o640, 0o600])
def test_who_may_read_and_write_a_file_still_may(mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (laid_out(tmp_path) / "a.md").chmod(mode)
    write(tmp_path)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode
    failing(monkeypatch, at=8)  # When the first has been replaced.
    with pytest.raises(OSError, match="No space left"):
        write_all({tmp_path / "a.md": b"nyare a", tmp_path / "b.md": b"nyare b"})
    assert kept(tmp_path) == NEW
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode


def test_where_nothing_can_be_put_back_what_the_files_said_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside its place, when it has not got its place back."""
    laid_out(tmp_path)
    replace = Path.replace

    def moved(path: Path, target: Path) -> Path:
        away = path.name == "borta.md"
        if away or path.name == f".a.md.{NEXT}":
            return replace(path, target)
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(Path, "replace", moved)
    with pytest.raises(OSError, match="Input/output"):
        write_all({tmp_path / "a.md": b"ny a"}, [tmp_path / "borta.md", tmp_path / "b.md"])
    assert {*OLD.values()} <= {*contents(tmp_path).values()}


@pytest.mark.parametrize("fails", ["a.md", "borta.md", "saknas.md"])
def test_what_a_killed_run_left_beside_is_never_put_back(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not what was there before: of a file that was not there, of one that could not be taken away, or of one."""
    laid_out(tmp_path)
    for name in ("ny.md", "a.md", "borta.md", "saknas.md"):
        (tmp_path / f".{name}.{BEFORE}").write_bytes(b"fr\xc3\xa5n en annan dag")
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if fails in (path.name, target.name) and path.name != f".{fails}.{BEFORE}":
            raise OSError(errno.EIO, "Input/output error", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    files = {tmp_path / "ny.md": b"ny", tmp_path / "a.md": b"ny a"}
    with pytest.raises(OSError, match="Input/output"):
        write_all(files, [tmp_path / "borta.md", tmp_path / "saknas.md"])
    assert kept(tmp_path) == OLD


def test_whichever_change_fails_all_is_as_it_was_or_as_it_should_be(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    met = set()
    for at in count(1):
        place = laid_out(tmp_path_factory.mktemp("disk"))
        with pytest.MonkeyPatch.context() as patch:
            asked, told = failing(patch, at), None
            try:
                write(place)
            except OSError as error:
                told = error
        if len(asked) < at:
            break
        met.add(asked[at - 1])
        # Only what lies beside may be left when it cannot be taken away.
        assert kept(place) == (OLD if told else NEW), (at, asked[at - 1])
        assert told is None or Path(str(told.filename)).name in {Path(name).name for name in (*OLD, *NEW)} | {"ny mapp"}
    assert met == {*CHANGES} - {"rmdir"}, "a folder that was made is taken away after a fault alone"


@pytest.mark.parametrize("times", [1, 2, 3])
def test_whenever_somebody_presses_ctrl_c_all_is_old_or_new_and_nothing_is_left_beside(
    times: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Once, or several times in a row: also while what was written is taken away again."""
    for at in count(1):
        place = laid_out(tmp_path_factory.mktemp("disk"))
        with pytest.MonkeyPatch.context() as patch:
            asked, stopped = failing(patch, at, KeyboardInterrupt, times), False
            try:
                write(place)
            except KeyboardInterrupt:
                stopped = True
        if len(asked) < at:
            break
        assert stopped
        assert contents(place) in (OLD, NEW), (at, asked[at - 1])
        assert {each.name for each in place.iterdir() if each.is_dir()} <= {"mapp", "ny mapp"}
