"""A command of which each change of the disk fails once: before the change it forks, and the child fails there.

So it costs one command, and as many short ends as it changes something. See `every_change`: this is run as a program,
python -m tests.kit.forked WHOLE TURN PLACE TOLD COMMAND…
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import resource
import shutil
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent import futures
from concurrent.futures import Future
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tests.kit.program import python
from tests.kit.texts import digest_of

# What comes of a change, in turn: the system's no, somebody's Ctrl+C, and a file that opens and then takes no byte.
PRESSED, UNWRITTEN = "Ctrl+C", "unwritten"
TURNS = ("ENOSPC", "EACCES", UNWRITTEN, "EIO", PRESSED, "EROFS")
# Python tells of each of these before it does it, whoever in the process asks for it.
CHANGING = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR
LEFT = ".rutin-"
MOST_SECONDS = 60  # Of one child: one that waits for ever fails as well.


@dataclass(frozen=True, slots=True)
class Met:
    """A fault, and what came of it. `path` is from the place; `state` are the digests of all that lies there, but for
    what a command leaves beside what it writes: the names of that are `left`, and `after` those that the next build
    does not clean up."""

    event: str
    path: str
    fault: str
    code: int
    out: str
    err: str
    state: dict[str, str]
    left: list[str]
    after: list[str]


def every_change(place: Path, *command: str, whole: bool = True, turn: int = 0) -> list[Met]:
    """What a command meets at its changes below `place`, at each of them or else at the first of each kind in each
    folder; `turn` is where among the faults it begins. The last meets none: how the command ends without."""
    told = place.with_name("told.json")
    given = (str(int(whole)), str(turn), str(place), str(told))
    done = python("-m", "tests.kit.forked", *given, *command, seconds=900)
    assert told.exists(), done.stderr
    met = [Met(**values) for values in json.loads(told.read_text(encoding="utf-8"))]
    return [*met, Met("", "", "", done.returncode, done.stdout, done.stderr, state_of(place), left_in(place), [])]


def state_of(place: Path) -> dict[str, str]:
    """Path → hash of every file but for what is left beside, and of every empty folder."""
    empty = (each for each in place.rglob("*") if each.is_dir() and not any(each.iterdir()))
    every = digest_of(place) | {f"{each.relative_to(place).as_posix()}/": "" for each in empty}
    return {path: sum for path, sum in every.items() if not path.startswith(LEFT)}


def left_in(place: Path) -> list[str]:
    return sorted(each.name for each in place.iterdir() if each.name.startswith(LEFT))


class Forking:
    """What stands before each change of the disk: an audit hook. `met` is what children have met; in a child, `fault`
    is its own."""

    def __init__(self, place: Path, turn: int, *, whole: bool) -> None:
        self.place, self.turn, self.whole = place, turn, whole
        self.aside = place.with_name(f"{place.name}.aside")
        self.kinds: set[tuple[str, ...]] = set()
        self.busy, self.fault = False, ""
        self.met: list[Met] = []

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        if event not in CHANGING or self.busy or not (path := self._changed(event, given)):
            return
        with self._unseen():
            if self.fault:
                self._alone(path)
            elif self.whole or self._is_new(event, path):
                faults = [each for each in TURNS if event == "open" or each != UNWRITTEN]
                fault = faults[(len(self.met) + self.turn) % len(faults)]
                if self._forked(event, path, fault):
                    self._alone(path)
                    self.fault = fault
                    _fail(fault, path)

    def _changed(self, event: str, given: tuple[Any, ...]) -> str:
        """The path that is changed, where it lies below the place; else nothing."""
        if event == "open" and not (isinstance(given[0], str | os.PathLike) and (given[2] or 0) & WRITING):
            return ""
        path = Path(os.fsdecode(given[0])).absolute()
        asked_in_case = path.is_dir() if event == "os.mkdir" else event == "os.remove" and not path.exists()
        return str(path) if self.place in path.parents and not asked_in_case else ""

    def _is_new(self, event: str, path: str) -> bool:
        where = Path(path).relative_to(self.place)
        kind = (event, where.suffix, *where.parts[:2])
        self.kinds, known = self.kinds | {kind}, kind in self.kinds
        return not known

    @contextlib.contextmanager
    def _unseen(self) -> Iterator[None]:
        self.busy = True
        try:
            yield
        finally:
            self.busy = False

    def _alone(self, path: str) -> None:
        """A child writes into no file that its parent has as well."""
        file = Path(path)
        if file.is_file() and file.stat().st_nlink > 1:
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limits[1], limits[1]))
            Path(shutil.copy2(file, f"{path}.own")).replace(file)
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    def _forked(self, event: str, path: str, fault: str) -> bool:
        """Whether this is the child. When the parent goes on, the child has ended and the place is as it was."""
        shutil.copytree(self.place, self.aside, symlinks=True, copy_function=_linked)
        out, err = os.pipe(), os.pipe()
        with warnings.catch_warnings():  # Of Typst's own threads, which hold nothing while Python writes.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            os.dup2(out[1], 1)
            os.dup2(err[1], 2)
            signal.alarm(MOST_SECONDS)
            return True
        os.close(out[1])
        os.close(err[1])
        with os.fdopen(out[0], encoding="utf-8") as saying, os.fdopen(err[0], encoding="utf-8") as telling:
            told, said = telling.read(), saying.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        where = Path(path).relative_to(self.place).as_posix()
        met = Met(event, where, fault, code, said, told, state_of(self.place), left_in(self.place), [])
        self.met.append(replace(met, after=self._cleaned()) if met.left else met)
        self._put_back()
        return False

    def _cleaned(self) -> list[str]:
        """What the next build leaves of what lies beside its site."""
        from routine.publish.swap import HELD, recover

        for work in self.place.glob(f"{LEFT}*"):
            if (held := work / HELD).exists():  # Else the parent still has its lock.
                held.unlink()
                held.touch()
        for each in [each for each in self.place.iterdir() if not each.name.startswith(".")]:
            recover(each)
        return left_in(self.place)

    def _put_back(self) -> None:
        for each in self.place.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            else:
                each.unlink()
        for each in self.aside.iterdir():
            each.rename(self.place / each.name)
        self.aside.rmdir()


def _linked(source: str, target: str) -> None:
    os.link(source, target, follow_symlinks=False)


def _fail(fault: str, path: str) -> None:
    if fault == PRESSED:
        signal.raise_signal(signal.SIGINT)
    elif fault == UNWRITTEN:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    else:
        number = getattr(errno, fault)
        raise OSError(number, os.strerror(number), path)


class InTurn(futures.ThreadPoolExecutor):
    """What others do beside is done at once: no thread lives on in a child."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:
            done.set_exception(error)
        return done


def main(whole: str, turn: str, place: str, told: str, *command: str) -> int:
    """Run the command, and write what its children have met. Returns its exit code."""
    vars(futures)["ThreadPoolExecutor"] = InTurn
    vars(shutil)["_use_fd_functions"] = (
        False  # A path leads parent and child to files of their own, an open folder not.
    )
    from routine.__main__ import main as routine
    from routine.commands.ending import ended

    # What is started in the background by a shell ignores it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    forking = Forking(Path(place), int(turn), whole=whole == "1")
    sys.addaudithook(forking)
    code = ended(lambda: routine(list(command)))
    assert threading.active_count() == 1
    if forking.fault:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:
                stream.flush()
        os._exit(code)  # How Python ends is tried elsewhere, and takes longer than all else.
    Path(told).write_text(json.dumps([asdict(each) for each in forking.met]), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
