"""A command ends with its own code: whole through a pipe, in silence where nobody reads, in a sentence where the disk
says no."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from routine.cli.ending import BROKEN, FAILED, STOPPED, UNREAD, ended
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import PROJECT, SMALL


def run(*arguments: str) -> subprocess.Popen[str]:
    command, pipe = [sys.executable, "-E", "-m", "routine", *arguments], subprocess.PIPE
    return subprocess.Popen(command, cwd=PROJECT, stdout=pipe, stderr=pipe, text=True)


def test_a_command_leaves_with_its_own_code(tmp_path: Path) -> None:
    broken = tmp_path / "rutin.yaml"
    broken.write_text(SMALL_TEXT.replace("who:", "vem:"), encoding="utf-8")
    for file, code in ((SMALL, 0), (broken, FAILED)):
        process = run("check", str(file))
        assert any(said.endswith("\n") for said in process.communicate(timeout=60))
        assert process.returncode == code


@pytest.mark.parametrize("arguments", [("check", str(SMALL)), ("export", str(SMALL)), ("edition", "--help")])
def test_a_command_that_nobody_reads_ends_without_a_word(arguments: tuple[str, ...]) -> None:
    process = run(*arguments)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert (process.stderr.read(), process.wait(timeout=60)) == ("", UNREAD)


@pytest.mark.parametrize(
    ("error", "code"), [(OSError(28, "No space left", "rutin.yaml"), FAILED), (KeyboardInterrupt(), STOPPED)]
)
def test_what_the_system_says_no_to_is_told_without_a_traceback(
    error: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> int:
        raise error

    assert ended(refused) == code
    told = capsys.readouterr().err
    assert 1 <= len(told.splitlines()) <= 2
    assert "Traceback" not in told


def test_an_unforeseen_fault_is_ours_with_what_to_send_and_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(lambda: int("å")) == BROKEN
    told = capsys.readouterr().err
    assert "test_ending.py" in told
    assert "ValueError" in told
    assert "Traceback" not in told
    assert str(PROJECT) not in told
