"""Versions of the routine, from a file or from a revision in git, which only this module asks.

Each comes with the record of editions that lies beside it.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from routine.check import record as editions
from routine.check.load import WORDS, beside, load_adopted, near
from routine.check.parse import File, parse, parse_adopted
from routine.check.problems import RoutineError, StopError, in_full
from routine.check.record import EditionError, Record
from routine.model.decided import Rows
from routine.model.model import Routine

INSTEAD = "ange två filer i stället: python -m routine diff GAMMAL.yaml NY.yaml"


class VersionError(StopError):
    """A version that was asked for and does not exist.

    The message is complete.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(in_full(message, "", hint))


class RefusedError(VersionError):
    """A refusal by git to read something that may well be there."""


def content(revision: str, path: str) -> bytes | None:
    """Return a file's bytes in a revision; None when it is not there.

    `path` is relative to the working directory, or absolute. Raises VersionError.
    """
    folder, inside = _place(path)
    return _run(folder, "cat-file", "blob", f"{_commit(revision, folder)}:{inside}")


def _commit(revision: str, folder: Path) -> str:
    """Return the commit that a revision names: `main`, `HEAD~1`.

    The repository is the one that keeps `folder`. Raises VersionError.
    """
    if (done := _asked(folder, "rev-parse", "--is-inside-work-tree")).returncode:
        # Git answers in the machine's language, so the disk tells whether there is a repository.
        if not any((each / ".git").exists() for each in (folder, *folder.parents)):
            told = f"Mappen hör inte till något git-arkiv, så ”{revision}” går inte att hämta."
            raise VersionError(told, INSTEAD)
        said = done.stderr.decode(errors="replace").strip()
        told = f"Git lämnar inte ut något ur arkivet, så ”{revision}” går inte att hämta.\n    Git säger: {said}"
        raise RefusedError(told, f"rätta det som git säger. Annars {INSTEAD}")
    if found := _run(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
        return found.decode().strip()
    if _run(folder, "rev-parse", "--is-shallow-repository") == b"true\n":
        told = f"”{revision}” är varken en fil eller en revision som finns här: git har bara hämtat det senaste."
        raise VersionError(told, "hämta resten med  git fetch --unshallow  och kör kommandot igen.")
    raise VersionError(
        f"”{revision}” är varken en fil eller en revision i git.",
        "skriv en fil, en gren som main, eller HEAD~1 för det som var före den senaste ändringen.",
    )


def clean_commit(folder: Path, file: Path) -> str:
    """Return the commit that the folder and the file are unchanged from.

    Returns '' where git knows no commit, or something is not committed; also where the file lies in another repository.
    """
    try:
        found = _run(folder, "rev-parse", "--verify", "HEAD")
        # A link is followed to its target: git stores only the path in it.
        known = _run(folder, "ls-files", "--error-unmatch", "--", str(file.resolve()))
        clean = _run(folder, "status", "--porcelain", "--", ".", str(file.resolve())) == b""
    except VersionError:
        return ""
    return found.decode().strip() if found and known and clean else ""


def last_change(path: str) -> str:
    """Return the commit that changed a file last, or ''."""
    folder, inside = _place(path)
    return (_run(folder, "log", "-1", "--format=%H", "--", inside) or b"").decode().strip()


def _place(path: str) -> tuple[Path, str]:
    """Return the folder of a file, and the path of the file from there.

    The folder is the nearest one that still exists. The path begins with a dot: without one git counts it from the root
    of the repository, which may lie above.
    """
    file = Path(path).absolute()
    folder = next(each for each in file.parents if each.is_dir())
    return folder, f"./{file.relative_to(folder).as_posix()}"


def _run(folder: Path, *arguments: str) -> bytes | None:
    """Run git and return its output; None when it refuses."""
    done = _asked(folder, *arguments)
    return done.stdout if done.returncode == 0 else None


def _asked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git without the GIT_DIR of a hook or an alias.

    A hook in a work tree of its own, and an alias, are run with GIT_DIR set: git would then take the given folder for
    the root, and find no file there. Where GIT_WORK_TREE is set too, both are meant, and both are kept.
    """
    around = {name: value for name, value in os.environ.items() if name != "GIT_DIR" or "GIT_WORK_TREE" in os.environ}
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False, env=around)
    except FileNotFoundError:
        raise RefusedError(
            "Programmet git finns inte på den här datorn.", f"installera git. Annars {INSTEAD}"
        ) from None


# The branch that the workflows publish.
PUBLISHED = ("main", "origin/main")
AS_IT_IS = "surrogateescape"  # Of a file in another encoding.
Mend = Callable[[str], tuple[str, str]]
UNREADABLE = (VersionError, RoutineError, EditionError)


class Version(Struct, frozen=True):
    """A version of the routine, with the files that lie beside it.

    `record` is None for a copy that lies alone: it says nothing of what has been printed. `rows`, the content of the
    adopted document beside it, are None for such a copy too; elsewhere they are empty where there is no such document.
    `address` is the address of its site, None where no settings lie above it.
    """

    name: str
    routine: Routine
    record: Record | None
    rows: Rows | None
    address: str | None = None


def _as_it_is(text: str) -> tuple[str, str]:
    return text, ""


def version(asked: str, data: Path, mend: Mend = _as_it_is) -> Version:
    """Return the version that is asked for.

    `asked` is a file, `revision:file`, or a revision alone, where `data` is the file.

    It is not checked against the adopted document: the meaning of a change can be asked for before it has been decided.
    A revision in a form that is no longer read is mended first, as an upgrade does: nobody can mend history.

    Raises VersionError, RoutineError or EditionError.
    """
    file = Path(asked)
    return _of_file(file, data) if file.is_file() else _of_revision(asked, data, mend)


def latest_edition(data: Path) -> Version | None:
    """Return the routine as it was when an edition last got its codes.

    None if git does not know it, or it can no longer be read.
    """
    with suppress(*UNREADABLE):
        if revision := last_change(editions.beside(data).as_posix()):
            return _of_revision(revision, data)
    return None


def committed(data: Path) -> Version | None:
    """Return the routine as last committed; None where git does not have it.

    Where git gives no usable answer, the file is taken to be committed as it is.
    """
    try:
        return _of_revision("HEAD", data)
    except (RefusedError, RoutineError, EditionError):
        return _of_file(data, data)
    except VersionError:
        return None


def published(data: Path) -> Iterator[Version]:
    """Yield the routine on the published branch, here and at the remote.

    As far as git knows it and it still can be read. The files being edited may be on another branch, or a merge of
    both.
    """
    for branch in PUBLISHED:
        with suppress(*UNREADABLE):
            yield _of_revision(branch, data)


def _of_file(file: Path, data: Path) -> Version:
    copy = file.resolve() != data.resolve()
    record, settings = editions.beside(file), _settings(file)
    found = load_adopted(file, file.as_posix())
    return Version(
        file.as_posix(),
        parse(file.read_bytes(), file.as_posix(), words=near(file, file.as_posix(), WORDS)),
        None if copy and not record.is_file() else editions.read(record),
        found.rows if found else None if copy else (),
        _address(settings.read_bytes()) if settings.is_file() else None,
    )


def _of_revision(asked: str, data: Path, mend: Mend = _as_it_is) -> Version:
    revision, _, path = asked.partition(":")
    file = Path(path) if path else data
    places = (file, editions.beside(file), beside(file), beside(file, WORDS), _settings(file))
    found, record, adopted, words, settings = (content(revision, each.as_posix()) for each in places)
    if found is None:
        # The hint must not repeat the path that failed: only the editor knows where the file was then.
        where = "MAPP/FIL.yaml, som den hette då" if file == data else data.as_posix()
        raise VersionError(f"I {revision} finns ingen fil {file}.", f"skriv filen efter ett kolon: {revision}:{where}")
    names = [f"{revision}:{each.as_posix()}" for each in places]
    text, moved = mend(found.decode(errors=AS_IT_IS))
    return Version(
        revision,
        parse(text.encode(errors=AS_IT_IS), names[0], words=File(names[3], moved.encode(errors=AS_IT_IS) or words)),
        editions.parse(record, names[1]) if record else (),
        parse_adopted(adopted, names[2]).rows if adopted else (),
        None if settings is None else _address(settings),
    )


def _settings(file: Path) -> Path:
    """Return the path of a site's settings, above the routine's folder."""
    return file.parent.parent / "mkdocs.yml"


def _address(settings: bytes) -> str:
    """Return the address of the site in its settings; empty if not set."""
    found = re.search(r"^site_url:[ \t]*[\"']?([^\s\"'#]+)", settings.decode(errors="replace"), re.MULTILINE)
    return found[1] if found else ""
