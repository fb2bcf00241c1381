"""A copy of what a site is made of, free to be broken, and commands run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from routine.load import load
from routine.publish import stubs
from tests.kit.paths import PROJECT, REAL

SOURCES = ("docs", "theme", "routine", "macros.py", "mkdocs.yml", "Makefile")


def copied(folder: Path, *more: str) -> Path:
    """The project's own files with the routine that tests read, in a folder that is made, and more of the project
    where it is named."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REAL.parent, folder / "data")
    for name in SOURCES + more:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, folder / name)
    stubs.write(load(REAL), folder / "docs")
    return folder


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
