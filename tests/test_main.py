"""The command line: exit codes, another Python, and reports that editors, build logs and programs turn into links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from routine.__main__ import HINT, main
from routine.cli.options import ABOUT, parser
from tests.kit.paths import PROJECT, SMALL

HEAD = re.compile(r"^(.+?):([1-9]\d*):([1-9]\d*): ([SMRK]\d{3}) \S", re.MULTILINE)
# What argparse says of itself.
ENGLISH = re.compile(r"\b(usage|positional|arguments?|options|invalid|choice|choose|required|error|expected)\b")
LOADED = "import sys; from routine.__main__ import main; main(['check', sys.argv[1]]); print(*sys.modules)"


def harmed(folder: Path, old: str, new: str) -> Path:
    file, text = folder / "rutin, två.yaml", SMALL.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_a_sound_routine_passes_and_only_advice_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    assert capsys.readouterr().err == ""
    assert main(["check", str(SMALL), "--json"]) == 0
    assert {row["severity"] for row in json.loads(capsys.readouterr().out)} == {"warning"}
    assert main(["check", str(SMALL), "--annotations"]) == 0
    assert "::error" not in capsys.readouterr().out


def test_a_broken_routine_is_told_in_the_form_that_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = harmed(tmp_path, "    row: 5\n", "    row: 3\n")
    line = file.read_text("utf-8").split("    row: 3\n    ")[0].count("\n")
    assert main(["check", str(file)]) == 2
    out, err = capsys.readouterr()
    assert (out, [(name, code) for name, *_, code in HEAD.findall(err)]) == ("", [(str(file), "R009")])
    assert main(["check", str(file), "--json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem.keys() >= {"file", "line", "column", "length", "code", "severity", "message", "allowed", "hint"}
    assert (problem["code"], problem["severity"], problem["line"] > line) == ("R009", "error", True)
    assert main(["check", str(file), "--annotations"]) == 2
    (said,) = capsys.readouterr().out.splitlines()
    shown = file.as_posix().replace(",", "%2C").replace(":", "%3A")
    assert said.startswith(f"::error file={shown},line={problem['line']},col={problem['column']},")
    assert main(["export", str(file)]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["finns-inte.yaml", ""])
def test_what_is_no_file_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / name)]) == 2
    assert "S011" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        ([], "kommando"),
        (["chek"], "chek"),
        (["check", "a", "b"], "b"),
        (["check", "--strikt"], "--strikt"),
        (["check", "--strict-dates=ja"], "--strict-dates"),
        (["check", "--json", "--annotations"], "--json"),
        (["build", "--links", "mapar"], "mappar"),
        (["edition", "--date"], "--date"),
        (["edition", "--date", "1 maj"], "1 maj"),
        (["serve", "--port", "99999"], "65535"),
        (["serve", "--port", "åtta"], "åtta"),
    ],
)
def test_a_wrong_use_is_told_in_swedish(arguments: list[str], about: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    told = capsys.readouterr().err
    assert (raised.value.code, about in told.partition("Fel: ")[2]) == (2, True)
    assert not ENGLISH.search(told), told


@pytest.mark.parametrize("said", ["2027-03-15", "15 mars 2027", "15/3 2027"])
def test_a_day_is_understood_as_people_write_it(said: str) -> None:
    assert parser().parse_args(["edition", "--approved", said]).approved == date(2027, 3, 15)


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in ABOUT)])
def test_the_help_is_swedish(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert (raised.value.code, ENGLISH.search(capsys.readouterr().out)) == (0, None)


def test_a_check_loads_nothing_that_makes_pages() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(SMALL)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    found = set(done.stdout.split())
    assert "routine.cli.check" in found
    assert found & {"jinja2", "mkdocs", "markdown", "rcssmin", "routine.change", "routine.cli.preview"} == set()


def test_a_python_without_the_packages_says_which_one_has_them() -> None:
    command = [sys.executable, "-S", "-m", "routine", "check"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert HINT in done.stderr
    assert "Traceback" not in done.stderr
