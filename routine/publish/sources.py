"""Which files beside the routine become part of the site.
Whatever else lies there stops the build, so that nothing is published by mistake."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from routine.reading.problems import in_full

# Patterns for a file's path in its folder; `*` takes slashes too.
PUBLISHED = {
    "docs": ("*.md",),
}
# Left out without a word, by name; exclude_docs in mkdocs.yml says the same to the engine. What a developer reads
# beside the sources, and what editors and systems leave behind.
LEFT_OUT = ("README.md", "*.d.ts", ".*", "*~", "*.bak", "*.orig", "#*#", "~$*", "Thumbs.db", "desktop.ini")
MOST_TOLD = 20

left_out = shutil.ignore_patterns(*LEFT_OUT)


def strays(project: Path) -> list[str]:
    """What may not be published among the project's sources, in Swedish; empty when all is well."""
    found = [problem for folder in PUBLISHED for problem in _strays(project / folder, folder)]
    more = [f"… och {len(found) - MOST_TOLD} till."] if len(found) > MOST_TOLD else []
    return found[:MOST_TOLD] + more


def _strays(folder: Path, name: str) -> Iterator[str]:
    if folder.is_symlink():
        yield _link(name)
        return
    for file in sorted(folder.rglob("*")):  # Goes through no link to a folder.
        path = file.relative_to(folder)
        if is_left_out(path):
            continue
        if file.is_symlink():
            yield _link(f"{name}/{path.as_posix()}")
        elif not file.is_dir() and not (file.is_file() and _published(path.as_posix(), name)):
            message = f"{name}/{path.as_posix()}: Filer av det här slaget publiceras inte."
            yield in_full(message, ", ".join(PUBLISHED[name]), f"flytta filen ut ur {name}, eller ta bort den.")


def is_left_out(path: PurePath) -> bool:
    """Whether a path, counted from its folder, is something left behind, or lies in it."""
    return any(fnmatchcase(part, pattern) for part in path.parts for pattern in LEFT_OUT)


def _published(path: str, name: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in PUBLISHED[name])


def _link(path: str) -> str:
    hint = "ta bort länken, och lägg filen själv där om den ska publiceras."
    return in_full(f"{path}: Länkar till filer och mappar publiceras inte.", "vanliga filer", hint)
