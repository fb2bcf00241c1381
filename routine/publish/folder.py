"""Which folders may be written, and the mark by which a built one is known:
what is nobody else's, and nothing more, is ever replaced."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from routine.disk.atomic import left_beside
from routine.reading.problems import StopError, in_full
from routine.views import addresses as at

# In every site, with the names beside it:
# a folder that has others is shared with something that a build would take away.
MARK = "rutin.txt"
SAYS = "Ett bygge har gjort den här mappen. Nästa bygge ersätter allt i den, så lägg inget eget här."
BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
SHELL = "<!--rutin:top-->"  # On every page that an engine makes with our theme, until the last step.
REPLACEABLE = "en mapp som inte finns, som är tom, eller som ett bygge har gjort"
WRITTEN_BEFORE = "en mapp som inte finns, som är tom, eller som samma kommando har skrivit"
ELSEWHERE = "välj en annan mapp med --out."
WHY = {
    errno.EACCES: "Mappen får inte skrivas.",
    errno.EPERM: "Mappen får inte skrivas.",
    errno.EROFS: "Disken får bara läsas.",
    errno.ENOSPC: "Disken är full.",
    errno.EDQUOT: "Disken är full.",
    errno.EFBIG: "Disken tar inte emot så stora filer.",
    errno.EBUSY: "Mappen är en disk för sig eller används, och kan inte byta namn.",
    errno.ENOTEMPTY: "Ett annat bygge har just skrivit mappen.",
    errno.ENAMETOOLONG: "Namnet är för långt.",
}


class FolderError(StopError):
    """A folder may not be written, or cannot be. The message is whole."""

    def __init__(self, folder: Path, message: str, allowed: str = REPLACEABLE, hint: str = ELSEWHERE) -> None:
        super().__init__(in_full(f"{folder}: {message}", allowed, hint))


def number_of(error: OSError) -> int:
    """The errno of what the system said no to; of a folder that is copied shutil keeps no more than the words."""
    found = re.search(r"\[Errno (\d+)\]", str(error)) if error.errno is None else None
    return int(found[1]) if found else error.errno or 0


def refused_name(error: OSError) -> str:
    """The file that the system said no to, by its name, and of one that is copied what it was to be; '' where it named
    none. Of a folder that is copied shutil keeps no more than the words, of which the first are told."""
    if name := error.filename2 or error.filename:
        return str(name)
    found = re.search(r"\[Errno \d+\] [^'\"]+: '([^']+)'(?: -> '([^']+)')?", str(error))
    return found[2] or found[1] if found else ""


def unwritable(folder: Path, error: OSError, hint: str = f"ändra det, eller {ELSEWHERE}") -> FolderError:
    """What the system said no to, as an error of ours."""
    return FolderError(
        folder,
        WHY.get(number_of(error), f"Mappen går inte att skriva ({error.strerror})."),
        "en mapp som får skrivas och byta namn, på en disk med plats",
        hint,
    )


def mark(site: Path) -> None:
    """Leave the mark in a folder that has been built."""
    # No build makes a name with a dot, and an engine may leave a history or a server's settings where they are.
    ours = {file.name for file in site.iterdir() if not file.name.startswith(".")}
    names = sorted(ours - {MARK} - BY_SYSTEMS)
    (site / MARK).write_bytes("\n".join([SAYS, *names, ""]).encode())


def replaceable(out: Path, holding: Mapping[str, Path], sources: Mapping[str, Path]) -> Path:
    """The whole path of a folder that a build may put its own in the place of. Raises FolderError.

    It may not hold any of `holding`, nor lie in any of `sources`, both by their names in Swedish.
    """
    try:
        full = _whole(out)
        fault = next(_faults(full, holding, sources), None)
    except OSError as error:
        raise unwritable(out, error) from error
    if fault:
        raise FolderError(
            out, fault, hint="är det en webbplats som en äldre version har byggt, ta bort den. Annars " + ELSEWHERE
        )
    return full


def _whole(out: Path) -> Path:
    """Without following a link that the folder itself may be."""
    return out.parent.resolve() / out.name if out.name not in ("", "..") else out.resolve()


def _faults(full: Path, holding: Mapping[str, Path], sources: Mapping[str, Path]) -> Iterator[str]:
    if full.is_symlink():
        yield f"Mappen är en länk till {full.readlink()}."
    if full.is_mount():
        yield WHY[errno.EBUSY]
    if full.exists() and not full.is_dir():
        yield "Där ligger en fil."
    if above := next((parent for parent in full.parents if parent.exists() and not parent.is_dir()), None):
        yield f"{above} är ingen mapp."
    yield from (f"I mappen ligger {name}, och bygget ersätter hela mappen." for name in _inside(holding, full))
    yield from (
        f"Mappen ligger i {name}, bland källorna."
        for name, place in sources.items()
        if list(_inside({name: full}, place))
    )
    if full.is_dir() and (found := {file.name for file in full.iterdir()} - BY_SYSTEMS):
        yield from _foreign(full, found)


def _inside(places: Mapping[str, Path], folder: Path) -> Iterator[str]:
    """The names of what lies in the folder, or is it, whatever links or letter case lead there."""
    if folder.exists():
        for name, place in places.items():
            for path in (place, place.resolve()):
                if any(each.exists() and each.samefile(folder) for each in (path, *path.parents)):
                    yield name
                    break


def _foreign(full: Path, found: set[str]) -> Iterator[str]:
    said, *ours = _read(full / MARK).splitlines() or [""]
    if said != SAYS:
        yield f"Mappen har innehåll, men inte filen {MARK} som varje bygge lämnar efter sig."
    elif others := sorted(found - {MARK, *ours}):
        yield f"Mappen har annat än det som bygget har gjort: {', '.join(others)}."


def _read(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return "" if file.is_symlink() or not file.is_file() else file.read_text(encoding="utf-8")
    return ""


def finishable(site: Path) -> None:
    """Raises FolderError unless the folder bears our mark, or an
    engine has just built all the pages in it with our theme."""
    pages = sorted(site.rglob("*.html"))
    if site.is_symlink():
        message = f"Mappen är en länk till {site.readlink()}."
    elif site / "index.html" not in pages:
        message = "Där ligger ingen byggd webbplats."
    elif next(_foreign(site, {file.name for file in site.iterdir()} - BY_SYSTEMS), None) is None:
        return
    elif strange := next((page for page in pages if SHELL not in _read(page)), None):
        message = f"Sidan {strange.relative_to(site).as_posix()} är inte byggd med vårt tema."
    else:
        return
    raise FolderError(site, message, "mappen som zensical build nyss har byggt", f"bygg först, och {ELSEWHERE}")


def only_ours(folder: Path, names: set[str]) -> None:
    """Raises FolderError where something else lies that would be written over or left among files of these names."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderError(folder, "Där ligger en fil eller en länk.", WRITTEN_BEFORE)
    if folder.is_dir() and (others := sorted({file.name for file in folder.iterdir()} - names - left_beside(names))):
        raise FolderError(folder, f"Mappen har annat: {', '.join(others[:5])}.", WRITTEN_BEFORE)


def published(site: Path) -> dict[str, bytes]:
    """Path → content of all in a built folder but what is not the site's: a history, or what systems leave."""
    files = (file for file in site.rglob("*") if file.is_file() and file.name not in BY_SYSTEMS)
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {path: file.read_bytes() for path, file in paths.items() if not path.startswith(".")}


def is_built(site: Path) -> bool:
    """Whether the folder bears our mark."""
    return _read(site / MARK).startswith(SAYS)


def exportable(folder: Path) -> None:
    """Raises FolderError where what is exported would take the place of somebody else's.
    Nothing else there is touched."""
    routine, prints = at.ROUTINE_JSON.strip("/"), at.PRINTS.strip("/")
    file, sheets = folder / routine, folder / prints
    if above := next((each for each in (folder, *folder.parents) if each.exists() and not each.is_dir()), None):
        message = f"{above} är ingen mapp."
    elif link := next((each for each in (file, sheets) if each.is_symlink()), None):
        message = f"{link.name} är en länk."
    elif file.exists() and not _exported(file):
        message = f"Där ligger redan {routine}, som inte är vår."
    elif sheets.exists() and not file.exists():
        message = f"Där ligger redan {prints}, som inte är vår."
    else:
        return
    allowed = f"en mapp utan {routine} och {prints}, eller en som samma kommando har skrivit"
    raise FolderError(folder, message, allowed)


def _exported(file: Path) -> bool:
    with suppress(ValueError):
        said = json.loads(_read(file))
        return isinstance(said, dict) and said.get("$schema") == at.ROUTINE_SCHEMA.strip("/")
    return False
