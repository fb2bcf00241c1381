"""What took time to make is kept, under a name that follows from all that it was made of. Losing it costs only time.

It lies in `.cache/` in the project, which `make clean` empties. Where nothing can be written, nothing is kept. An entry
is a digest of its name and its content, and then the content: one that was cut short, changed, moved or put there is
made anew. Nothing that is kept here is ever run: no pickle, no bytecode.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from threading import Lock
from types import ModuleType
from uuid import uuid4

FOLDER = Path(__file__).resolve().parents[2] / ".cache/rutin"
DIGEST_BYTES = 32
MOST = 2000  # Files. Those that have not been asked for the longest go first.
EACH = 100  # How many are kept between two looks for what is too much: a look at 2,000 files takes 6 ms.
WAIT = 2  # Seconds: a disk that has stopped answering is not waited for any longer.
_WRITING = Lock()
_KEPT = count()


def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """What `make` gives, made only once for each `made_of`, which must hold everything that it depends on."""
    found = find(made_of)
    if found is None:
        found = make()
        keep(found, made_of)
    return found


def code(*modules: ModuleType) -> bytes:
    """What these say, and of a package each file in its folder: what they make is another when they say another."""
    files = (Path(module.__file__ or "") for module in modules)
    return code_in(*(file.parent if file.stem == "__init__" else file for file in files))


def code_in(*places: Path) -> bytes:
    """The same of files, and of folders, which need not be loaded for it."""
    every = (sorted(place.glob("*.py")) if place.is_dir() else [place] for place in places)
    return b"".join(file.read_bytes() for each in every for file in each)


def versions(*packages: str) -> bytes:
    """Those that are installed, which stay the same for as long as a program runs."""
    return " ".join(map(_version, packages)).encode()


@cache
def _version(package: str) -> str:
    return version(package)


def content(file: Path) -> bytes:
    """What stands in a file, which is read again only when its size or its time is another: a preview asks for the same
    ones again and again."""
    written = file.stat()
    return _content(file, written.st_mtime_ns, written.st_size)


@lru_cache(maxsize=100)
def _content(file: Path, _when: int, _bytes: int) -> bytes:
    return file.read_bytes()


def find(made_of: Sequence[bytes]) -> bytes | None:
    """What is kept of this, or None; None also when it is not what was kept."""
    file = _file(made_of)
    try:
        entry = file.read_bytes()
    except OSError:
        return None
    found = entry[DIGEST_BYTES:]
    if entry[:DIGEST_BYTES] != _digest(file.name, found):
        return None
    with suppress(OSError):  # What may be read but not written is as good.
        file.touch()
    return found


def keep(made: bytes, made_of: Sequence[bytes]) -> None:
    """Whole or not at all, whoever else keeps the same just now; not at all where it cannot be written."""
    file = _file(made_of)
    new = file.with_name(f"{uuid4().hex}.ny")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with _WRITING:
            try:
                new.write_bytes(_digest(file.name, made) + made)
                new.replace(file)
            finally:
                new.unlink(missing_ok=True)
        if next(_KEPT) % EACH == 0:
            _shed(file.parent)


def _shed(folder: Path) -> None:
    for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)[:-MOST]:
        old.unlink(missing_ok=True)


def end() -> None:
    """What is being written becomes whole, and nothing more is: for a process that ends at once, with the threads that
    it has."""
    _WRITING.acquire(timeout=WAIT)


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + content).digest()


def _file(made_of: Sequence[bytes]) -> Path:
    digest = hashlib.sha256()
    for part in made_of:
        digest.update(len(part).to_bytes(8) + part)
    return FOLDER / digest.hexdigest()
