"""A command on a disk that fails: the system says no at one write, rename or folder, and from then on or not."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from tests.kit.paths import PROJECT
from tests.kit.program import python

# Python tells of each of these before it does it, whoever in the process asks for it.
HOOK = """
import os, signal, sys
place, at, number, once = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "once"
count, busy = 0, False
def changes(event, given):
    if event == "open":
        path, mode, flags = given
        return isinstance(path, str) and (flags or 0) & (os.O_WRONLY | os.O_RDWR) and path
    return event in ("os.rename", "os.mkdir") and os.fspath(given[0])
def hook(event, given):
    global count
    path = event in ("open", "os.rename", "os.mkdir") and changes(event, given)
    if path and os.path.abspath(path).startswith(place):
        count += 1
        if count == at and not number:
            signal.raise_signal(signal.SIGINT)
        elif count == at or (at and count > at and not once and event != "os.rename"):
            raise OSError(number, os.strerror(number), path)
# What is started in the background by a shell ignores it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(hook)
from routine.__main__ import main
from routine.commands.ending import ended
sys.argv[1:] = sys.argv[5:]
code = ended(main)
with open(os.environ["COUNTED"], "w") as file:
    file.write(str(count))
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, what it said on either side, and how many changes it asked the disk for."""

    code: int
    out: str
    err: str
    changes: int


def faulty(place: Path, at: int, number: int, *arguments: str, once: bool = True) -> Ended:
    """Run a command whose change number `at` of what lies below `place` fails with an errno, counted from one; of 0
    none does. With errno 0 somebody presses Ctrl+C there. Unless `once`, every later one does too, but for renames: the
    disk stays full."""
    counted = PROJECT / f".cache/{os.getpid()}.count"
    counted.parent.mkdir(exist_ok=True)
    given = (str(place), str(at), str(number), "once" if once else "on", *arguments)
    try:
        done = python("-c", HOOK, *given, seconds=120, COUNTED=str(counted))
        return Ended(done.returncode, done.stdout, done.stderr, int(counted.read_text(encoding="utf-8")))
    finally:
        counted.unlink(missing_ok=True)


FULL = errno.ENOSPC
CTRL_C = 0
