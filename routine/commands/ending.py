"""How a command ends when the system says no, somebody stops it or nobody listens: at most one sentence in Swedish, and
an exit code. What it says is UTF-8, whatever the terminal thinks that it can show."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO

from routine.disk import cache
from routine.publish.folder import number_of, refused_name

FAILED = 2
# What a shell calls a command that was stopped with Ctrl+C: 128 and the number of the signal for it.
STOPPED = 130
# The same of one that had more to say than anybody read.
UNREAD = 141
REASONS = {
    errno.EACCES: "får inte läsas eller skrivas",
    errno.EPERM: "får inte läsas eller skrivas",
    errno.EROFS: "ligger på en disk som bara får läsas",
    errno.ENOSPC: "får inte plats: disken är full",
    errno.EDQUOT: "får inte plats: disken är full",
    errno.EFBIG: "får inte plats: disken tar inte emot så stora filer",
    errno.EIO: "går inte att läsa eller skriva: disken svarar med fel",
    errno.ENOENT: "finns inte",
    errno.ENOTDIR: "ligger i något som inte är en mapp",
    errno.EISDIR: "är en mapp och ingen fil",
    errno.ELOOP: "är en länk som leder till sig själv",
    errno.ENAMETOOLONG: "har ett för långt namn",
    errno.EMFILE: "går inte att öppna: för många filer är öppna",
}


def ended(command: Callable[[], int]) -> int:
    """Run a command to the end of what it says. Returns its exit code: 2 when the system says no, 130 when somebody
    stopped it, 141 when nobody read it all."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name that is no text, which only an old disk has, is shown by its bytes.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _say("Avbrutet. Inget är skrivet till hälften.")
        return STOPPED
    except BrokenPipeError:  # She has seen enough, as `| head` does: there is nothing to tell.
        _silence(sys.stdout)
        _silence(sys.stderr)
        return UNREAD
    except OSError as error:
        _silence(sys.stdout)
        _say(sentence(error))
        return FAILED


def leave(code: int) -> NoReturn:
    """End the process, once `ended` has let out all that it said. Python would first look through its memory for what
    can be thrown away, which takes a tenth of a build: all of it goes with the process."""
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    cache.end()
    os._exit(code)


def sentence(error: OSError) -> str:
    """What the system said no to, and what to do."""
    what = refused_name(error)
    number = number_of(error)
    # Of a folder that is copied the error has no words of its own, and lists every file.
    words = error.strerror or errno.errorcode.get(number, str(error))
    reason = REASONS.get(number, f"går inte att läsa eller skriva ({words})")
    told = what or "Det som skulle skrivas"
    return f"{told}: {reason}.\n    Gör så här: ändra det, och kör igen."


def _say(text: str) -> None:
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def _silence(stream: TextIO) -> None:
    """Else Python tries to say what is left once more when it ends, and tells of that in English."""
    with suppress(OSError):
        stream.close()


def _open_what_is_closed() -> None:
    """A command that is run without one of its streams, as `>&-` does, speaks to nobody. Before anything else is
    opened: that would get the stream's number, and what is said in it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # Open to the end.
