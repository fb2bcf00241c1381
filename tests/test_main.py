"""The command line: exit codes, and reports on stderr in a form that editors and build logs turn into links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from routine.__main__ import main
from tests.kit.broken import CASES, SMALL_TEXT, Case
from tests.kit.paths import PROJECT, SMALL

HEAD = re.compile(r"^(?P<file>.+?):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): (?P<code>[SMRK]\d{3}) \S", re.MULTILINE)


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run as an editor does, from the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "routine", *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_sound_routine_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(f"{SMALL}: inga fel. 10 åtgärder, 5 roller.\n")


def test_the_real_routine_is_the_one_checked_by_default() -> None:
    done = command("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("data/routine.yaml: inga fel. 19 åtgärder, 7 roller.")


def test_a_broken_routine_is_told_on_stderr_and_exits_with_two(tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    line = SMALL_TEXT[: SMALL_TEXT.index("      - role: rektorn\n        basis: kalla\n")].count("\n") + 1
    file.write_text(SMALL_TEXT.replace("      - role: rektorn\n", "      - role: rektor\n", 1), encoding="utf-8")
    done = command("check", str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{file.as_posix()}:{line}:15: R002 Rollen ”rektor” finns inte.\n")
    assert done.stderr.endswith(f"\n1 fel i {file.as_posix()}.\n")


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.name)
        for case in CASES
        if case.name
        in ("utf-16", "djupa klamrar", "halvt tecken med snedstreck", "nolltecken", "typer och regler på en gång")
    ],
)
def test_every_head_is_path_line_column_code(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_bytes(case.file())
    assert main(["check", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    heads = [match.groupdict() for match in HEAD.finditer(err)]
    assert {head["file"] for head in heads} == {file.as_posix()}
    assert [(head["code"], (int(head["line"]), int(head["column"]))) for head in heads] == [
        (code, place) for code, place, _ in case.expected()
    ]


def test_a_missing_file_is_told_like_any_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "saknas.yaml"
    assert main(["check", str(missing)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{missing.as_posix()}:1:1: S011 Filen finns inte eller går inte att läsa.\n")
    assert "Gör så här: " in err


def test_a_folder_is_no_routine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert HEAD.match(capsys.readouterr().err)


def test_a_report_can_be_written_where_only_ascii_can(tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_bytes(b"site: \xe5\n")
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "routine", "check", str(file)],
        cwd=PROJECT,
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert b"S001" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["publicera"], ["check", "a", "b"], ["build", "--links", "annat"]])
def test_an_unknown_command_is_a_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "python -m routine" in capsys.readouterr().err


def test_exports_the_routine_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(SMALL)]) == 0
    export = json.loads(capsys.readouterr().out)
    assert [action["id"] for action in export["actions"]][:2] == ["sag-till", "stang-kranen"]


def test_a_broken_routine_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_bytes(b"")
    assert main(["export", str(file)]) == 2
    assert capsys.readouterr().out == ""
