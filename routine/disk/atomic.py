"""Files are written whole, and all that belong together or none of them: a full disk must leave neither half of the
only source nor half of what a command gives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copymode

NEXT, BEFORE = "ny", "gammal"  # What lies beside a file while it is replaced, as `.rutin.yaml.ny`.


def write_whole(file: Path, data: bytes) -> None:
    """Write one file. Raises OSError, with its name, and then it is as it was."""
    write_all({file: data})


def write_all(files: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write the files, in folders that are made where there are none, and take away those that shall be `gone`. Raises
    OSError, with the name of one of them, and then all is as it was."""
    whole = {file.resolve(): data for file, data in files.items()}  # What a link leads to, and not the link.
    gone = [*gone]
    made: list[Path] = []
    moved: set[Path] = set()
    try:
        for file in (*whole, *gone):
            with _named(file):  # What a run that was killed has left there is not what was there before this one.
                _beside(file, BEFORE).unlink(missing_ok=True)
        for file, data in whole.items():
            with _named(file):
                _make(file.parent, made)
                _lay_beside(file, data)
        _replace(whole, gone, moved)
        made.clear()
    finally:
        _to_the_end(lambda: _clear([*whole, *gone], made, moved))


def _lay_beside(file: Path, data: bytes) -> None:
    """What it is to say, and what it says now if it is there."""
    _beside(file, NEXT).write_bytes(data)
    if file.exists():
        _beside(file, BEFORE).write_bytes(file.read_bytes())
        _let_the_same(file)


def left_beside(names: Iterable[str]) -> set[str]:
    """What a command that was killed may have left beside files of these names."""
    return {_beside(Path(name), word).name for name in names for word in (NEXT, BEFORE)}


def _to_the_end(act: Callable[[], None]) -> None:
    """Also when somebody presses Ctrl+C meanwhile: then it is done all over again, and stops after that. So it must be
    something that may be done twice."""
    try:
        act()
    except KeyboardInterrupt:
        _to_the_end(act)
        raise


def _clear(files: Iterable[Path], made: Iterable[Path], moved: Collection[Path]) -> None:
    """Take away what lies beside these, and the folders that were made for what was not written. Of what was `moved`
    and has not got its place back, what it said stays beside it: there is nothing else left of it."""
    for file in files:
        with suppress(OSError):
            _beside(file, NEXT).unlink(missing_ok=True)
        with suppress(OSError):
            if file not in moved or file.read_bytes() == _beside(file, BEFORE).read_bytes():
                _beside(file, BEFORE).unlink(missing_ok=True)
    for folder in reversed([*made]):
        with suppress(OSError):
            folder.rmdir()


def _replace(files: Collection[Path], gone: Collection[Path], moved: set[Path]) -> None:
    """All of them, or the old ones get their places back. `moved` are in the end those that have not got it."""
    new = [file for file in files if not file.exists()]
    try:
        for file in files:
            moved.add(file)
            with _named(file):
                _beside(file, NEXT).replace(file)
        for file in gone:
            moved.add(file)
            with _named(file):
                file.replace(_beside(file, BEFORE))
        moved.clear()
    except BaseException:
        _to_the_end(lambda: _put_back(moved, new))
        raise


def _put_back(moved: set[Path], new: Collection[Path]) -> None:
    """What was there before, and nothing where there was nothing."""
    for file in [*moved]:
        if (old := _beside(file, BEFORE)).exists():
            old.replace(file)
        elif file in new:
            file.unlink(missing_ok=True)
        moved.discard(file)


def _let_the_same(file: Path) -> None:
    """Whoever may read and write a file may do so with what takes its place: a group often shares it."""
    for word in (NEXT, BEFORE):
        with suppress(OSError):  # Not every disk knows of it, and what is written is worth more.
            copymode(file, _beside(file, word))


def _make(folder: Path, made: list[Path]) -> None:
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            made.append(each)
            each.mkdir()


def _beside(file: Path, word: str) -> Path:
    return file.with_name(f".{file.name}.{word}")


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """What lies beside it is nothing that anybody knows."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error
