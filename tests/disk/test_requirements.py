"""What is written in requirements/*.in is what is locked: a version that is changed in one of them alone is installed
nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from routine.disk.requirements import is_later, is_same, locked
from tests.kit.paths import PROJECT

LISTS = sorted((PROJECT / "requirements").glob("*.in"))
INCLUDED = re.compile(r"^-r (\S+)$", re.MULTILINE)


def one_name(package: str) -> str:
    """As an index has it: `PyYAML` and `pyyaml`, `a_b` and `a.b` are one."""
    return re.sub(r"[-_.]+", "-", package).lower()


def asked(file: Path) -> dict[str, str]:
    """Package → version, of the list and of those that it takes in."""
    text = file.read_text(encoding="utf-8")
    found = {one_name(package): version for package, version in locked(text).items()}
    for other in INCLUDED.findall(text):
        found |= asked(file.with_name(other))
    return found


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_each_version_that_is_asked_for_is_the_one_that_is_locked(file: Path) -> None:
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    versions = {one_name(package): version for package, version in locked(text).items()}
    wanted = asked(file)
    assert wanted
    assert {package: versions.get(package) for package in wanted} == wanted, "run make lock"


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_each_line_of_a_list_is_an_exact_version_or_another_list(file: Path) -> None:
    """Else the test above would say nothing of it."""
    lines = file.read_text(encoding="utf-8").splitlines()
    loose = [line for line in lines if line and not line.startswith(("#", "-r ")) and len(locked(line)) != 1]
    assert loose == []


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("1.10rc1", "1.9"), ("1.10", "1.10rc1"), ("1.10", "1.9.9"), ("1!0.1", "2.0"), ("1.0.post1", "1.0"), ("2", "1.9")],
)
def test_a_version_that_comes_after_another_is_known_whatever_it_is_called(later: str, earlier: str) -> None:
    assert (is_later(later, earlier), is_later(earlier, later), is_same(later, earlier)) == (True, False, False)


@pytest.mark.parametrize(
    ("one", "other"), [("1.0", "1"), ("1.006", "1.6"), ("1.0RC1", "1.0rc1"), ("v1", "1"), ("?", "?")]
)
def test_two_ways_to_write_a_version_are_one(one: str, other: str) -> None:
    assert (is_same(one, other), is_later(one, other), is_later(other, one)) == (True, False, False)


def test_what_is_no_version_is_neither_later_nor_the_same() -> None:
    assert not is_later("3.1.*", "3.0")
    assert not is_later("3.0", "3.1.*")
    assert not is_same("3.1.*", "3.1")
