"""The folders that may be written, the mark of a built folder, and checksums.

A folder is replaced only if a build made all of it: nothing that belongs to somebody else is lost. What has unpublished
names may lie nowhere that is built, published or shared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from routine.check.problems import StopError, in_full
from routine.disk import refusal
from routine.pages import addresses as at

# A file in every site. It lists the names beside it: a folder with other names holds something else too, which a build
# would delete.
MARK = "rutin.txt"
SAYS = "Ett bygge har gjort den här mappen. Nästa bygge ersätter allt i den, så lägg inget eget här."
BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
REPLACEABLE = "en mapp som inte finns, som är tom, eller som ett bygge har gjort"
WRITTEN_BEFORE = "en mapp som inte finns, som är tom, eller som samma kommando har skrivit"
ELSEWHERE = "välj en annan mapp med --out."


class FolderError(StopError):
    """A folder that may not be written, or cannot be. The message is complete."""

    def __init__(self, folder: Path, message: str, allowed: str = REPLACEABLE, hint: str = ELSEWHERE) -> None:
        super().__init__(in_full(f"{folder}: {message}", allowed, hint))


def unwritable(folder: Path, error: OSError, hint: str = f"ändra det, eller {ELSEWHERE}") -> FolderError:
    """Make a FolderError of an error from the disk."""
    message = f"Mappen går inte att skriva: {error.filename or folder} {refusal(error)}."
    return FolderError(folder, message, "en mapp som får skrivas, på en disk med plats", hint)


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Yield a new folder beside `out`, and move it there on success.

    On failure `out` is as it was. Raises FolderError where the disk refuses.
    """
    new, old = (out.with_name(f".{out.name}.{word}") for word in ("ny", "gammal"))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if old.exists() and not out.exists():  # A build was killed between the two renames.
            old.rename(out)
        for left in (new, old):
            rmtree(left, ignore_errors=True)
        new.mkdir()
        yield new
        if out.exists():
            out.rename(old)
        new.rename(out)
    except OSError as error:
        if old.exists() and not out.exists():
            old.rename(out)
        raise unwritable(out, error) from error
    finally:
        for left in (new, old):
            rmtree(left, ignore_errors=True)


def mark(site: Path) -> None:
    """Write the mark in a folder that has been built."""
    names = sorted({file.name for file in site.iterdir()} - {MARK} - BY_SYSTEMS)
    (site / MARK).write_bytes("\n".join([SAYS, *names, ""]).encode())


def replaceable(out: Path, holding: Mapping[str, Path]) -> Path:
    """Return the resolved path of a folder that a build may replace.

    `holding` has paths that may not be in the folder, by their names in Swedish. Raises FolderError.
    """
    if fault := next(_faults(out, holding), None):
        hint = f"är det en webbplats som en äldre version har byggt, ta bort den. Annars {ELSEWHERE}"
        raise FolderError(out, fault, hint=hint)
    return out.resolve()


def _faults(out: Path, holding: Mapping[str, Path]) -> Iterator[str]:
    full = out.resolve()
    if out.is_symlink():
        yield f"Mappen är en länk till {out.readlink()}."
    if full.exists() and not full.is_dir():
        yield "Där ligger en fil."
    for name, place in holding.items():
        if _is_in(place.resolve(), full):
            yield f"I mappen ligger {name}, och bygget ersätter hela mappen."
    if full.is_dir():
        yield from _foreign(full)


def _is_in(path: Path, folder: Path) -> bool:
    """Return whether a path is the folder or inside it, in any letter case."""
    return folder.exists() and any(each.exists() and each.samefile(folder) for each in (path, *path.parents))


def _foreign(full: Path) -> Iterator[str]:
    found = {file.name for file in full.iterdir()} - BY_SYSTEMS
    said, *ours = _read(full / MARK).splitlines() or [""]
    if found and said != SAYS:
        yield f"Mappen har innehåll, men inte filen {MARK} som varje bygge lämnar efter sig."
    elif others := sorted(found - {MARK, *ours}):
        yield f"Mappen har annat än det som bygget har gjort: {', '.join(others)}."


def _read(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8") if file.is_file() else ""
    return ""


def only_ours(folder: Path, names: set[str]) -> None:
    """Refuse a folder that has files with other names than these.

    They would be overwritten, or left among ours. Raises FolderError, also where a file or a link is in the folder's
    place.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderError(folder, "Där ligger en fil eller en länk.", WRITTEN_BEFORE)
    if folder.is_dir() and (others := sorted({file.name for file in folder.iterdir()} - names)):
        raise FolderError(folder, f"Mappen har annat: {', '.join(others[:5])}.", WRITTEN_BEFORE)


def published(site: Path) -> dict[str, bytes]:
    """Read the site's files in a built folder: path → content.

    Leaves out what is not the site's: a git history, and files that operating systems leave.
    """
    files = (file for file in site.rglob("*") if file.is_file() and file.name not in BY_SYSTEMS)
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {path: file.read_bytes() for path, file in paths.items() if not path.startswith(".")}


def is_built(site: Path) -> bool:
    """Return whether the folder has our mark."""
    return _read(site / MARK).startswith(SAYS)


def exportable(folder: Path) -> None:
    """Refuse a folder where an export would replace somebody else's files.

    Other files in it are left alone. Raises FolderError.
    """
    file, sheets = (folder / address.strip("/") for address in (at.ROUTINE_JSON, at.PRINTS))
    link = next((each for each in (file, sheets) if each.is_symlink()), None)
    there = next((each for each in (file, sheets) if each.exists()), None)
    if link or (there and not _exported(file)):
        message = f"{link.name} är en länk." if link else f"Där ligger redan {there and there.name}, som inte är vår."
        allowed = f"en mapp utan {file.name} och {sheets.name}, eller en som samma kommando har skrivit"
        raise FolderError(folder, message, allowed)


def _exported(file: Path) -> bool:
    with suppress(ValueError):
        said = json.loads(_read(file))
        return isinstance(said, dict) and said.get("$schema") == at.ROUTINE_SCHEMA.strip("/")
    return False


CHECKSUMS = "SHA256SUMS"


def checksums(files: Mapping[str, bytes]) -> str:
    """Write a line for each file, sorted by path."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))


UNSHARED = "en plats utanför projektet, webbplatsen och det som delas med git"


def private(path: Path, what: str, project: Path) -> None:
    """Refuse a file or folder that would be published or shared.

    `what` is its kind in Swedish. Neither the path as written nor the path that its links lead to may pass through such
    a place. Raises FolderError.
    """
    for way in (_written(path), path.resolve()):
        for folder in (way, *way.parents):
            if found := _shared(folder, project):
                hint = "lägg det på en plats som bara ni som behöver namnen når."
                raise FolderError(path, f"N001 {what} ligger i {found}.", UNSHARED, hint)


def _written(path: Path) -> Path:
    """Return the absolute path, with `..` resolved and links kept."""
    parts: list[str] = []
    for part in path.absolute().parts:
        if part != "..":
            parts.append(part)
        elif len(parts) > 1:
            parts.pop()
    return Path(*parts)


def read_private(path: Path) -> bytes:
    """Read a file of unpublished names. Raises FolderError."""
    with suppress(OSError):
        if path.is_file():
            return path.read_bytes()
    fault = "N002 Filen finns inte eller går inte att läsa."
    raise FolderError(path, fault, "en fil", "kontrollera filens namn och plats.")


def _shared(folder: Path, project: Path) -> str:
    """Name in Swedish the kind of shared place the folder is, or nothing."""
    if not folder.exists():
        return ""
    if folder.samefile(project):
        return "projektet"
    if (folder / MARK).is_file():
        return "en byggd webbplats"
    return "en mapp som delas med git" if (folder / ".git").exists() else ""
