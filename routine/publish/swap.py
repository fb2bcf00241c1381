"""A new folder in an old one's place:
there never is half a site, and whenever a build ends, the next one finds its way back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from routine.publish.folder import ELSEWHERE, WHY, number_of, refused_name, unwritable

try:
    import fcntl
except ImportError:  # Windows, where what a killed build left has to be cleaned by hand.
    fcntl = None  # type: ignore[assignment]

PREFIX = ".rutin-"
HELD = "bygger"  # A file that a build holds locked while it runs; the system lets go of it however the build ends.
NEW, OLD = "site", "gammal"


@contextmanager
def staging(out: Path, hint: str = f"ändra det, eller {ELSEWHERE}") -> Iterator[Path]:
    """A folder to build in, beside `out` so that what is built only has to change its name.

    Raises FolderError, with the hint, when there can be none, and when the disk says no to what is built later on.
    """
    work = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=out.parent))
        with _held(work):
            yield work
    except OSError as error:
        if number_of(error) in WHY and _is_there(refused_name(error), out):
            raise unwritable(out, error, hint) from error
        raise
    finally:
        # If the old site could not be put back, the next build tries again.
        if work and (out.exists() or not (work / OLD / out.name).exists()):
            _cleared(work)


def _is_there(name: str, out: Path) -> bool:
    """Whether what the system said no to is `out`, what is built to take its place, or where both lie. A source that
    cannot be read is no fault of the folder, and has a name of its own."""
    place, file = out.absolute(), Path(name).absolute()
    if not name or place.is_relative_to(file) or file.is_relative_to(place):
        return True
    beside = file.relative_to(place.parent).parts if file.is_relative_to(place.parent) else ("",)
    return beside[0].startswith(PREFIX)


@contextmanager
def _held(work: Path) -> Iterator[None]:
    # Locked before it gets its name, so that no other build takes it for one that was left.
    with (work / f"{HELD}.ny").open("wb") as file:
        with suppress(OSError):
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                (work / f"{HELD}.ny").rename(work / HELD)
        yield


def replace(work: Path, out: Path) -> None:
    """Put `site` of the staging folder in the place of `out`, which is as it was when that fails."""
    old = work / OLD / out.name
    try:
        old.parent.mkdir()
        if out.exists():
            out.rename(old)
        (work / NEW).rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise


def recover(out: Path) -> None:
    """Clean up after builds of `out` that were killed, and put
    the old site back if one of them had just moved it aside."""
    if fcntl:
        for work in [each for each in out.parent.glob(f"{PREFIX}*") if not each.is_symlink()]:
            with suppress(OSError), (work / HELD).open("r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # An error, when that build is still at work.
                _cleaned(work, out)


def _cleaned(work: Path, out: Path) -> None:
    old = work / OLD / out.name
    if old.exists() and not out.exists():
        old.rename(out)
    if all(each.name == out.name for each in (work / OLD).glob("*")):  # Another site's is for its own next build.
        _cleared(work)


def _cleared(work: Path) -> None:
    """Take it away, and last the file that tells whose it is: what is killed or fails on the way, the next build does
    again."""
    with suppress(OSError):
        for each in work.iterdir():
            if each.is_dir():
                shutil.rmtree(each, ignore_errors=True)
        if all(each.is_file() for each in work.iterdir()):
            shutil.rmtree(work, ignore_errors=True)
