"""A fault put into the code is seen by the test that is there for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.mutants import MUTANTS, Mutant, sources
from tests.kit.paths import PROJECT
from tests.kit.project import copied

WITH = ("tests", "content", "audit", "bench")


def warmed(project: Path) -> None:
    """With what Python and a build have kept of the files as they are: what is changed is made anew."""
    made = [*(PROJECT / ".cache").glob("rutin"), *(PROJECT / "routine/html/templates").glob("__pycache__")]
    compiled = [folder for name in ("routine", *WITH) for folder in (PROJECT / name).rglob("__pycache__")]
    for folder in {*made, *compiled}:
        shutil.copytree(folder, project / folder.relative_to(PROJECT), copy_function=linked, dirs_exist_ok=True)


def linked(source: str, target: str) -> str:
    """The same file under another name, where the disk can do it: what is kept is replaced, and never written over."""
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
    return target


def test_every_fault_can_be_put_in() -> None:
    """Its text stands once in one file."""
    texts = [file.read_text(encoding="utf-8") for file in sources(PROJECT)]
    found = {mutant.wrong: sum(text.count(mutant.old) for text in texts) for mutant in MUTANTS}
    assert {wrong: times for wrong, times in found.items() if times != 1} == {}
    assert len(found) == len(MUTANTS) >= 25


@pytest.mark.full
@pytest.mark.browser
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.wrong)
def test_a_fault_is_seen(mutant: Mutant, tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt", *WITH, "pyproject.toml")
    warmed(project)
    mutant.apply(project)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-x", "-n", "0", "-p", "no:cacheprovider"),
            *("--basetemp", str(tmp_path / "arbete"), mutant.test, "-k", mutant.only),
        ],
        cwd=project,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    assert " failed" in done.stdout, done.stdout[-2000:]
