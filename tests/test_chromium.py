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


def asked(path: Path) -> list[str]:
    return (path.parent / "asked").read_text(encoding="utf-8").splitlines()


def installs(path: Path) -> str:
    """What puts a browser there."""
    return f'[ "$last" = update ] || {{ cat {path}/id > {path}/$last; chmod +x {path}/$last; }}'


def test_what_is_there_is_not_installed(path: Path) -> None:
    put(path / "chromium-headless-shell")
    apt(path)
    assert run(path).returncode == 0
    assert not (path.parent / "asked").exists()


def test_a_browser_that_is_missing_is_installed_and_waits_for_the_packages_lock(path: Path) -> None:
    apt(path, installs(path))
    done = run(path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (path / "chromium").exists()
    assert all("DPkg::Lock::Timeout=5" in call for call in asked(path))


def test_another_installation_that_holds_the_lists_is_waited_for(path: Path) -> None:
    """For them apt has no timeout."""
    apt(path, f'if [ "$times" -le 2 ]; then echo "{LOCKED}" >&2; exit 100; fi', installs(path))
    done = run(path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "En annan installation pågår. Väntar på den.\n", "told once"
    assert (path / "chromium").exists()


@pytest.mark.parametrize(
    "why",
    [
        LOCKED,
        "E: Unable to locate package chromium",
        "E: You don't have enough free space in /var/cache/apt/archives/.",
    ],
)
def test_the_reason_is_told_when_there_is_none_in_the_end(why: str, path: Path) -> None:
    apt(path, f'echo "{why}" >&2; exit 100')
    done = run(path)
    assert done.returncode != 0
    assert why in done.stderr
    assert done.stderr.startswith("Chromium saknas och gick inte att installera.")
    assert "Gör så här: " in done.stderr
    assert len(asked(path)) == (3 if why == LOCKED else 1), "asked again only for a lock"


def test_without_the_right_to_install_that_is_what_is_told(path: Path) -> None:
    put(path / "id", "echo 1000")
    put(path / "sudo", 'echo "sudo: a password is required" >&2', "exit 1")
    apt(path, installs(path))
    done = run(path)
    assert done.returncode != 0
    assert "sudo: a password is required" in done.stderr


def test_where_there_is_no_apt_that_is_what_is_told(path: Path) -> None:
    done = run(path)
    assert done.returncode != 0
    assert "apt-get" in done.stderr.splitlines()[1]


def test_a_headless_shell_that_cannot_be_had_is_done_without(path: Path) -> None:
    put(path / "google-chrome")
    apt(path, 'echo "E: Unable to locate package chromium-headless-shell" >&2; exit 100')
    done = run(path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_make_asks_this_script() -> None:
    recipe = (PROJECT / "Makefile").read_text(encoding="utf-8").partition("$(VENV)/chromium.done: ")[2]
    assert recipe.splitlines()[1] == "\t.ci/chromium"
