"""What is written in requirements/*.in is what is locked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.kit.paths import PROJECT

LISTS = sorted((PROJECT / "requirements").glob("*.in"))
VERSION = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def versions(file: Path) -> dict[str, str]:
    """Package, as an index has it, → version."""
    found = VERSION.findall(file.read_text(encoding="utf-8"))
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in found}


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_each_line_is_an_exact_version_that_is_locked(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    wanted = versions(file)
    assert len(wanted) == len([line for line in lines if line and not line.startswith(("#", "-r "))])
    assert wanted.items() <= versions(file.with_suffix(".txt")).items(), "run make lock"
