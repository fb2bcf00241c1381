"""Access to git: a file in a revision, and whether files are unchanged.

The only module that runs git.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from routine.check.problems import StopError, in_full

INSTEAD = "ange två filer i stället: python -m routine diff GAMMAL.yaml NY.yaml"


class VersionError(StopError):
    """A version that was asked for and does not exist.

    The message is complete.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(in_full(message, "", hint))


class RefusedError(VersionError):
    """A refusal by git to read what the repository may well hold."""


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
