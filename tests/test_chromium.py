"""What make test does for want of a browser:
it waits for another installation, and says why there is none in the end."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.kit.paths import PROJECT

SCRIPT = PROJECT / ".ci/chromium"
TOOLS = ("sh", "env", "mktemp", "rm", "grep", "tail", "sed", "sleep", "cat", "chmod")
LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 4711 (apt-get)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder of commands in which there is no browser, and whoever asks is root."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    put(folder / "id", "echo 0")
    put(folder / "fc-list", "echo Arial")
    return folder


def put(file: Path, *lines: str) -> None:
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    file.chmod(0o755)


def run(path: Path, tries: int = 3) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT],
        env={"PATH": str(path), "TRIES": str(tries), "PAUSE": "0", "TMPDIR": os.environ.get("TMPDIR", "/tmp")},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def apt(path: Path, *lines: str) -> None:
    """An apt-get that notes how it was called. `$last` is its last argument, and `$times` how often it was asked."""
    log = path.parent / "asked"
    put(
        path / "apt-get",
        f'echo "$*" >> {log}',
        'for last in "$@"; do :; done',
        f"times=$(grep -c '' {log})",
        *lines,
    )


def test_what_is_there_is_not_installed(path: Path) -> None:
    put(path / "chromium-headless-shell")
    apt(path)
    assert run(path).returncode == 0
    assert not (path.parent / "asked").exists()


def test_a_browser_that_is_missing_is_installed_once_another_installation_is_over(path: Path) -> None:
    """It holds the lists, for which apt has no timeout."""
    installs = f'[ "$last" = update ] || {{ cat {path}/id > {path}/$last; chmod +x {path}/$last; }}'
    apt(path, f'if [ "$times" -le 2 ]; then echo "{LOCKED}" >&2; exit 100; fi', installs)
    done = run(path)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 1)
    assert (path / "chromium").exists()


@pytest.mark.parametrize(("why", "asked"), [(LOCKED, 3), ("E: Unable to locate package chromium", 1)])
def test_the_reason_is_told_when_there_is_none_in_the_end(why: str, asked: int, path: Path) -> None:
    """It is asked again only for a lock."""
    apt(path, f'echo "{why}" >&2; exit 100')
    done = run(path)
    assert done.returncode != 0
    assert why in done.stderr
    assert len((path.parent / "asked").read_text(encoding="utf-8").splitlines()) == asked
