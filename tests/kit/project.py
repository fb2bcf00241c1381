"""A copy of what a site is made of, free to be broken, and commands run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from routine import disk
from tests.kit.paths import PROJECT, REAL

SOURCES = ("docs", "routine", "macros.py", "mkdocs.yml", "Makefile")


def copied(folder: Path, *more: str) -> Path:
    """The project's own files with the routine that tests read, in a folder that is made, and more of the project
    where it is named. What Python and a build have kept of the files as they are comes along: what a test changes is
    made anew, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REAL.parent, folder / "data")
    for name in SOURCES + more:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
            for compiled in source.rglob("__pycache__"):
                _linked(compiled, folder / compiled.relative_to(PROJECT))
        else:
            shutil.copy(source, folder / name)
    if disk.FOLDER.is_dir():
        _linked(disk.FOLDER, folder / disk.FOLDER.relative_to(PROJECT))
    return folder


def _linked(source: Path, folder: Path) -> None:
    """The same files under other names, where the disk can do it: what is kept is replaced, never written over."""

    def link(file: str, target: str) -> None:
        try:
            Path(target).hardlink_to(file)
        except FileNotFoundError:  # Another worker has just replaced it.
            return
        except OSError:
            shutil.copy2(file, target)

    shutil.copytree(source, folder, copy_function=link)


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project's folder."""
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same with our own Python."""
    return run(folder, sys.executable, *arguments, **environment)
