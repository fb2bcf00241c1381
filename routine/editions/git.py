"""Access to git: a file in a revision, and whether files are unchanged.

The only module that runs git.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from routine.check.problems import StopError, in_full
from routine.model import wording

INSTEAD = "ange två filer i stället:"


class VersionError(StopError):
    """A version that was asked for and does not exist.

    The message is complete.
    """

    def __init__(self, message: str, hint: str) -> None:
        self.told = message.partition("\n")[0]
        super().__init__(in_full(message, "", hint))


class RefusedError(VersionError):
    """A refusal by git to read what the repository may well hold.

    `why` is the reason as half a sentence; `remedy` is what makes git answer.
    """

    def __init__(self, why: str, remedy: str, message: str, hint: str) -> None:
        self.why, self.remedy = why, remedy
        super().__init__(message, hint)


def commit(revision: str, folder: Path) -> str:
    """Return the commit that a revision names: `main`, `HEAD~1`.

    The repository is the one that keeps `folder`. Raises VersionError.
    """
    where = ("-C", str(folder))
    if (done := _asked(*where, "rev-parse", "--is-inside-work-tree")).returncode:
        raise _refusal(revision, folder.absolute(), done.stderr.decode(errors="replace"))
    found = _run(*where, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found:
        return found.decode().strip()
    if _run(*where, "rev-parse", "--is-shallow-repository") == b"true\n":
        told = f"”{revision}” är varken en fil eller en revision som finns här: git har bara hämtat det senaste."
        raise VersionError(told, "hämta resten med  git fetch --unshallow  och kör kommandot igen.")
    raise VersionError(
        f"”{revision}” är varken en fil eller en revision i git.",
        "skriv en fil, en gren som main, eller HEAD~1 för det som var före den senaste ändringen.",
    )


def _refusal(revision: str, folder: Path, said: str) -> VersionError:
    """Explain why nothing in the repository of a folder can be read.

    Git answers in the machine's language, except for its own names; therefore the disk is checked too, for whether
    there is a repository.
    """
    kept = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
    if not kept:
        told = f"Mappen hör inte till något git-arkiv, så ”{revision}” går inte att hämta."
        return VersionError(told, f"{INSTEAD} python -m routine diff GAMMAL.yaml NY.yaml")
    why, remedy = f"git lämnar inte ut något ur arkivet i {kept}", "rätta det som git säger."
    hint = f"{remedy} Annars {INSTEAD} python -m routine diff GAMMAL.yaml NY.yaml"
    if "safe.directory" in said:
        remedy = f'om du litar på den som äger mappen, kör  git config --global --add safe.directory "{kept}"'
        hint = remedy
    told = f"{wording.capital(why)}, så ”{revision}” går inte att hämta."
    return RefusedError(why, remedy, f"{told}\n    Git säger: {said.strip().partition(chr(10))[0]}", hint)


def content(revision: str, path: str) -> bytes | None:
    """Return a file's bytes in a revision; None when it is not there.

    `path` is relative to the working directory, or absolute. Raises VersionError.
    """
    folder, inside = _place(path)
    return _run("-C", str(folder), "cat-file", "blob", f"{commit(revision, folder)}:{inside}")


def clean_commit(folder: Path, file: Path) -> str:
    """Return the commit that the folder and the file are unchanged from.

    The file may lie anywhere. Returns '' where git knows no commit, or something is not committed.
    """
    where = ("-C", str(folder))
    try:
        found, changed = _run(*where, "rev-parse", "--verify", "HEAD"), _run(*where, "status", "--porcelain", "--", ".")
        return found.decode().strip() if found and changed == b"" and _keeps(folder, file) else ""
    except VersionError:
        return ""


def _keeps(folder: Path, file: Path) -> bool:
    """Tell whether the repository of the folder has the file as it is.

    A link is followed to its target: git stores only the path in it.
    """
    root = _run("-C", str(folder), "rev-parse", "--show-toplevel")
    there, real = Path((root or b"").decode().strip()).resolve(), file.resolve()
    if not root or not real.is_relative_to(there):
        return False
    where = ("-C", str(folder))
    known = _run(*where, "ls-files", "--error-unmatch", "--", str(real)) is not None
    return known and _run(*where, "status", "--porcelain", "--", str(real)) == b""


def last_change(path: str) -> str:
    """Return the commit that changed a file last, or ''."""
    folder, inside = _place(path)
    return (_run("-C", str(folder), "log", "-1", "--format=%H", "--", inside) or b"").decode().strip()


def _place(path: str) -> tuple[Path, str]:
    """Return the folder of a file, and the path of the file from there.

    The folder is the nearest one that still exists. The path begins with a dot: without one git counts it from the root
    of the repository, which may lie above.
    """
    file = Path(path).absolute()
    folder = next(each for each in file.parents if each.is_dir())
    return folder, f"./{file.relative_to(folder).as_posix()}"


def _run(*arguments: str) -> bytes | None:
    """Run git and return its output; None when it refuses."""
    done = _asked(*arguments)
    return done.stdout if done.returncode == 0 else None


def _asked(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git without the GIT_DIR of a hook or an alias.

    A hook in a work tree of its own, and an alias, are run with GIT_DIR set: git would then take the given folder for
    the root, and find no file there. Where GIT_WORK_TREE is set too, both are meant, and both are kept.
    """
    around = {name: value for name, value in os.environ.items() if name != "GIT_DIR" or "GIT_WORK_TREE" in os.environ}
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False, env=around)
    except FileNotFoundError:
        why = "programmet git finns inte på den här datorn"
        raise RefusedError(why, "installera git.", f"{wording.capital(why)}.", "ange två filer i stället.") from None
