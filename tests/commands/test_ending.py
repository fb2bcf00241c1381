"""Whoever reads what a command says may stop when she has seen enough: it then ends, and tells nothing of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from routine.commands.ending import FAILED, UNREAD
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import PROJECT, SMALL

OTHER = "rutin.yaml"
SPOKEN = {
    "check": ["check", str(SMALL)],
    "json": ["check", "--json", str(SMALL)],
    "diff": ["diff", str(SMALL), OTHER],
    "export": ["export", str(SMALL)],
}


def unread(*arguments: str, kept: str = "stderr", how: str = "-E") -> tuple[int, str]:
    """The exit code of a command whose reader has gone before a word was said, and what it said elsewhere.

    `how` Python runs: -E by nothing but its own ways, -Eu without keeping what is said until there is much of it."""
    process = subprocess.Popen(
        [sys.executable, how, "-m", "routine", *arguments],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    left, heard = (process.stdout, process.stderr) if kept == "stderr" else (process.stderr, process.stdout)
    left.close()
    said = heard.read()
    heard.close()
    return process.wait(timeout=60), said


def test_a_process_that_leaves_has_said_all_and_tidies_nothing() -> None:
    """What Python does at its end takes a tenth of a build."""
    said = "import atexit, sys; atexit.register(print, 'efteråt'); sys.stderr.write('allt')"
    leaves = "from routine.commands.ending import leave; leave(3)"
    done = subprocess.run([sys.executable, "-c", f"{said}; {leaves}"], cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "allt")


def test_a_command_leaves_with_its_own_code(tmp_path: Path) -> None:
    """What it says through a pipe is whole as well."""
    (tmp_path / OTHER).write_text(SMALL_TEXT.replace("who:", "vem:"), encoding="utf-8")
    for file, code in ((SMALL, 0), (tmp_path / OTHER, 2)):
        command = [sys.executable, "-m", "routine", "check", str(file)]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
        assert done.returncode == code
        assert (done.stdout or done.stderr).endswith("\n")


@pytest.fixture
def other(tmp_path: Path) -> str:
    file = tmp_path / OTHER
    file.write_text(SMALL_TEXT.replace("    text: Byt röret\n", "    text: Byt hela röret\n"), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(("name", "how"), [*((name, "-E") for name in SPOKEN), ("diff", "-Eu")])
def test_a_command_that_nobody_reads_ends_without_a_word(name: str, how: str, other: str) -> None:
    arguments = (other if word == OTHER else word for word in SPOKEN[name])
    assert unread(*arguments, how=how) == (UNREAD, "")


def test_faults_that_nobody_reads_are_not_told_as_none(tmp_path: Path) -> None:
    file = tmp_path / OTHER
    file.write_text(SMALL_TEXT.replace("pages: 3", "pages: tre"), encoding="utf-8")
    assert unread("check", str(file), kept="stdout") == (UNREAD, "")
    assert unread("check", "--json", str(file)) == (UNREAD, "")


def test_what_nobody_reads_and_nothing_is_said_of_ends_as_it_should(tmp_path: Path) -> None:
    file = tmp_path / OTHER
    file.write_text(SMALL_TEXT, encoding="utf-8")
    assert unread("schema", str(file)) == (0, "")


def test_a_help_that_nobody_reads_ends_without_a_word() -> None:
    assert unread("edition", "--help") == (UNREAD, "")


# --- Closed from the beginning ----------------------------------------------------------------------------------------

CLOSED = ("<&-", ">&-", "2>&-", "<&- >&- 2>&-")


def deaf(closed: str, *arguments: str) -> tuple[int, str, str]:
    """How a command ends that is run without these of its streams, and what it says in the others."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-E", "-m", "routine", *arguments],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell")
@pytest.mark.parametrize("closed", CLOSED)
def test_a_command_without_its_streams_does_what_it_should(closed: str, tmp_path: Path) -> None:
    file, out = tmp_path / OTHER, ">&-" in f" {closed}".replace(" 2>&-", "")
    file.write_text(SMALL_TEXT.replace("pages: 3", "pages: tre"), encoding="utf-8")
    code, said, told = deaf(closed, "export", str(SMALL))
    assert (code, told, said == "") == (0, "", out)
    code, said, told = deaf(closed, "check", str(file))
    assert (code, said, told == "") == (FAILED, "", "2>" in closed)
    code, said, told = deaf(closed, "--help")
    assert (code, told, said == "") == (0, "", out)


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell")
def test_what_is_said_in_a_closed_stream_does_not_end_up_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / OTHER
    file.write_text(SMALL_TEXT, encoding="utf-8")
    assert deaf("<&- >&- 2>&-", "schema", str(file)) == (0, "", "")
    schema = file.with_suffix(".schema.json").read_bytes()
    assert deaf("", "schema", str(file)) == (0, "", "")
    assert file.with_suffix(".schema.json").read_bytes() == schema
