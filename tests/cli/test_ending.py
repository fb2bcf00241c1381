"""A command ends with its own code: whole through a pipe, in silence where nobody reads, in a sentence where the disk
refuses; in UTF-8, and with the place of what stopped it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from routine.check.finding import Finding
from routine.check.problems import StopError, as_annotations, as_json
from routine.check.record import EditionError
from routine.cli.ending import BROKEN, FAILED, FORESEEN, STOPPED, UNREAD, Foreseen, ended, placed, report
from routine.paper.press import FitError
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


# What a terminal may say of itself, and where Python may not help: Linux without a locale, Windows in its pipes.
PLACES = {
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
}


def said(place: str, *arguments: str | bytes) -> tuple[int, str, str]:
    environment = {"PATH": os.environ["PATH"]} | PLACES[place]
    command = [sys.executable, "-m", "routine", *arguments]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("place", PLACES)
def test_every_letter_is_told(place: str, tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL.read_text("utf-8").replace("text: Byt röret\n", "text: Byt röret 漢🙂\n"), encoding="utf-8")
    code, out, err = said(place, "check", str(file))
    assert (code, out) == (2, "")
    assert "Byt röret 漢" in err
    code, out, err = said(place, "check", "--json", str(file))
    assert (code, err) == (2, "")
    assert "漢" in json.loads(out)[0]["message"]


def test_a_name_that_is_no_text_is_told_by_its_bytes(tmp_path: Path) -> None:
    code, _, err = said("C", "check", os.fsencode(tmp_path) + b"/\xff.yaml")
    assert (code, "\\udcff.yaml:1:1: S011" in err) == (2, True)


ROOM = FitError([Finding("G001", ("actions", 0, "text"))])
CODES = EditionError("E001", "Koderna går inte att läsa.", "de som fanns", "hämta filen.", "rutin.editions.json:1:1")


def test_each_kind_that_is_caught_can_be_told() -> None:
    assert get_args(Foreseen) == FORESEEN


@pytest.mark.parametrize("error", [ROOM, CODES], ids=["room", "codes"])
def test_a_fault_of_a_file_has_its_place_in_every_form(error: Foreseen) -> None:
    found, said = placed(error, SMALL, "rutin.yaml"), report(error, SMALL, "rutin.yaml")
    assert found
    (problem,) = found.problems
    assert f"{found.name}:{problem.mark.line}:{problem.mark.column}: {problem.code} {problem.message}" in said
    assert [form for form in (as_json(found), as_annotations(found)) if problem.message not in form] == []


def test_what_is_no_fault_of_a_file_is_told_as_it_is() -> None:
    assert report(StopError("Porten är upptagen."), SMALL, "rutin.yaml") == "Porten är upptagen."
    assert placed(StopError("Porten är upptagen."), SMALL, "rutin.yaml") is None
