"""A cache of bytes that take long to make, such as a typeset sheet.

They are kept under a digest of everything that they were made of. Losing the cache costs only time.

It lies in `.cache/`; where nothing can be written nothing is kept. Nothing that is kept is ever run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from uuid import uuid4

from routine.disk.places import PROJECT

FOLDER = PROJECT / ".cache/rutin"
MOST = 2000  # Files. The oldest are removed first.


def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """Return the bytes that are kept for `made_of`, or make them.

    `made_of` must hold everything that the bytes depend on.
    """
    name = hashlib.sha256(b"".join(len(part).to_bytes(8) + part for part in made_of)).hexdigest()
    file = FOLDER / name
    with suppress(OSError, ValueError):
        digest, found = file.read_bytes().split(b"\n", 1)
        if digest == _digest(name, found):  # A file that was cut short or planted is made anew.
            return found
    made = make()
    new = file.with_name(f"{uuid4().hex}.ny")
    with suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_digest(name, made) + b"\n" + made)
        new.replace(file)
        if len(files := [*FOLDER.iterdir()]) > MOST:
            min(files, key=lambda each: each.stat().st_mtime).unlink(missing_ok=True)
    return made


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + content).hexdigest().encode()


def code(*modules: ModuleType) -> bytes:
    """Read the source of modules; for a package, of all in its folder."""
    files = (Path(module.__file__ or "") for module in modules)
    each = (sorted(file.parent.glob("*.py")) if file.stem == "__init__" else [file] for file in files)
    return b"".join(file.read_bytes() for some in each for file in some)


@cache
def versions(*packages: str) -> bytes:
    """Return the installed versions of packages."""
    return " ".join(map(version, packages)).encode()


def content(file: Path) -> bytes:
    """Read a file that the kept bytes depend on."""
    return file.read_bytes()
