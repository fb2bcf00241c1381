"""Disk access: paths, whole writes, a cache, and the form of JSON files.

Bytes that take long to make, such as a typeset sheet, are kept under a digest of everything that they were made of,
the installed packages among it. They lie in `.cache/`; where nothing can be written nothing is kept. Losing them costs
only time, and nothing that is kept is ever run.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import copymode
from types import ModuleType

import msgspec
from msgspec.json import encode, format

ENGINE = Path(__file__).resolve().parent
PAGES = ENGINE / "pages"
SHELL, THEME = PAGES / "shell", PAGES / "shell/theme"
# The folder around the package; the working directory when pip has installed the package.
PROJECT = ENGINE.parent if (ENGINE.parent / "mkdocs.yml").is_file() else Path.cwd()
FOLDER = PROJECT / ".cache/rutin"
MOST = 2000  # Files. The oldest are removed first.
REASONS = {
    errno.EACCES: "får inte läsas eller skrivas",
    errno.EPERM: "får inte läsas eller skrivas",
    errno.EROFS: "ligger på en disk som bara får läsas",
    errno.ENOSPC: "får inte plats: disken är full",
    errno.EDQUOT: "får inte plats: disken är full",
    errno.ENOENT: "finns inte",
    errno.ENOTDIR: "ligger i något som inte är en mapp",
    errno.EISDIR: "är en mapp och ingen fil",
}


def refusal(error: OSError) -> str:
    """Say in Swedish why the system refused a file."""
    return REASONS.get(error.errno or 0, f"går inte att läsa eller skriva ({error.strerror or error})")


def write_whole(file: Path, data: bytes) -> None:
    """Write one file atomically.

    Raises OSError, and then the file is as it was.
    """
    file = file.resolve()  # Replace the target of a link, not the link.
    new = file.with_name(f".{file.name}.ny")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.write_bytes(data)
        if file.exists():
            copymode(file, new)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file atomically. Raises OSError."""
    for file, data in files.items():
        write_whole(file, data)


def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """Return the cached bytes for `made_of`, or make them.

    `made_of` must hold all that the bytes depend on, except packages.
    """
    name = hashlib.sha256(b"".join(len(part).to_bytes(8) + part for part in (_packages(), *made_of))).hexdigest()
    file = FOLDER / name
    with suppress(OSError, ValueError):
        digest, found = file.read_bytes().split(b"\n", 1)
        if digest == _digest(name, found):  # A file that was cut short or planted is made anew.
            return found
    made = make()
    new = file.with_name(f"{os.urandom(16).hex()}.ny")
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
def _packages() -> bytes:
    """List the installed packages with their versions, by their folders."""
    beside = Path(msgspec.__file__).parents[1]
    return " ".join(sorted(folder.name for folder in beside.glob("*.dist-info"))).encode()


def content(file: Path) -> bytes:
    """Read a file that the kept bytes depend on."""
    return file.read_bytes()


def indented(body: object, by: int = 1) -> str:
    """Render `body` as the text of a JSON file.

    Each level is `by` spaces deeper; keys keep their order.
    """
    return format(encode(body), indent=by).decode() + "\n"
