"""A fault put into the code is seen by the test that is there for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.mutants import MUTANTS, Mutant, sources
from tests.kit.paths import PROJECT
from tests.kit.project import copied


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
    project = copied(tmp_path / "projekt", "tests", "content", "audit", "bench", "pyproject.toml")
    mutant.apply(project)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-x", "-n", "0", "-p", "no:cacheprovider"),
            *("--basetemp", str(tmp_path / "arbete"), mutant.test, "-k", mutant.only),
            *("-m", "full" if mutant.full else "not full"),
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
