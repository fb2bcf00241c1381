"""The command line: exit codes, and reports on stderr in a form that editors and build logs turn into links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.commands.options import ABOUT, parser
from tests.kit.broken import CASES, SMALL_TEXT, Case
from tests.kit.paths import OTHER_BODIES, PROJECT, SMALL
from tests.kit.project import copied, run
from tests.kit.variants import withdrawn_file

HEAD = re.compile(r"^(?P<file>.+?):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): (?P<code>[SMRK]\d{3}) \S", re.MULTILINE)

# What argparse says of itself.
ENGLISH = re.compile(
    r"\b(usage|positional|arguments?|options|optional|invalid|choice|choose|required|error|expected|unrecognized)\b"
)


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


def test_that_a_routine_is_withdrawn_is_told_with_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(withdrawn_file(tmp_path / "rutin.yaml"))]) == 0
    head, said, *_ = capsys.readouterr().out.split("\n")
    assert head.endswith("inga fel. 10 åtgärder, 5 roller.")
    assert said.startswith("Obs! Rutinen gäller inte efter 31 augusti 2024.")


def test_one_of_each_stands_in_the_singular(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = OTHER_BODIES["minst"].read_text(encoding="utf-8").replace("    reach: [vaktaren]\n", "")
    for start, end in (("  - id: vaktaren\n", "\nsections:\n"), ("    informs:\n", "\nemergency:\n")):
        text = text[: text.index(start)] + text[text.index(end) :]
    file = tmp_path / "rutin.yaml"
    file.write_text(text, encoding="utf-8")
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out.startswith(f"{file}: inga fel. En åtgärd, en roll.\n")


def test_the_projects_own_routine_is_the_one_checked_by_default(tmp_path: Path) -> None:
    done = run(copied(tmp_path / "projekt"), sys.executable, "-m", "routine", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("data/routine.yaml: inga fel. ")


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
    said = capsys.readouterr().err
    assert "python -m routine" in said
    assert not ENGLISH.search(said), said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Fel: Skriv vilket kommando som ska köras."),
        (["chek"], "Fel: ”chek” är inget kommando. Välj bland check, "),
        (["chek"], "Menade du ”check”?"),
        (["check", "a", "b"], "Fel: b hör inte till kommandot."),
        (["check", "--strikt"], "Fel: --strikt hör inte till kommandot."),
        (["check", "--strict-dates=ja"], "Fel: --strict-dates ska inte följas av något värde."),
        (["check", "--json", "--annotations"], "Fel: --annotations och --json går inte att använda på en gång."),
        (["build", "--links", "mapar"], "Fel: ”mapar” är inget värde för --links. Välj bland filer, mappar."),
        (["edition", "--date"], "Fel: --date ska följas av ett värde."),
        (["edition", "--date", "1 maj"], "Fel: ”1 maj” är ingen dag. --date skrivs som 2026-11-25."),
        (["edition", "--approved="], "Fel: ”” är ingen dag. --approved skrivs som 2026-11-25."),
        (["serve", "--port", "99999"], "Fel: ”99999” är ingen port. --port är ett tal mellan 1 och 65535, som 8000."),
        (["serve", "--port", "åtta"], "Fel: ”åtta” är ingen port."),
    ],
)
def test_a_wrong_use_is_told_in_swedish(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    told = capsys.readouterr().err
    assert said in told
    assert told.startswith("Så skrivs det: python -m routine")
    assert not ENGLISH.search(told), told


@pytest.mark.parametrize("said", ["2027-03-15", "15 mars 2027", "15/3 2027"])
def test_a_day_is_understood_as_people_write_it(said: str) -> None:
    assert parser().parse_args(["edition", "--approved", said]).approved == date(2027, 3, 15)


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in ABOUT)])
def test_the_help_is_swedish(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 0
    said = capsys.readouterr().out
    assert "Tillval:" in said
    assert not ENGLISH.search(said), said


def test_the_problems_are_told_as_json_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL_TEXT.replace("    row: 5\n", "    row: 3\n"), encoding="utf-8")
    assert main(["check", "--json", str(file)]) == 2
    out, err = capsys.readouterr()
    assert err == ""
    (problem,) = json.loads(out)
    line = SMALL_TEXT[: SMALL_TEXT.index("    row: 5\n")].count("\n") + 1
    other = SMALL_TEXT[: SMALL_TEXT.index("    row: 4\n")].count("\n") + 1
    assert (problem["file"], problem["line"], problem["column"], problem["length"]) == (file.as_posix(), line, 10, 1)
    assert (problem["code"], problem["severity"]) == ("R009", "error")
    assert problem["message"].startswith("Rad 3 i avsnitt 7.1.2 står efter rad 4")
    assert problem["allowed"]
    assert problem["hint"]
    assert problem["related"] == [{"line": other, "column": 10, "message": "åtgärden före"}]


def test_of_a_sound_routine_only_what_is_advice_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The small routine's days passed long ago; ours has none that did."""
    assert main(["check", str(SMALL), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["severity"], row["code"][0]) for row in rows} == {("warning", "D")}
    assert main(["check", str(SMALL), "--annotations"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("::warning file=") for line in said) == len(rows)
    assert not any(line.startswith("::error") for line in said)


def test_codes_that_cannot_be_read_are_told_in_their_file_also_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, record = tmp_path / "rutin.yaml", tmp_path / "rutin.editions.json"
    file.write_text(SMALL_TEXT, encoding="utf-8")
    record.write_text('{"1": [', encoding="utf-8")
    assert main(["check", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"{record.as_posix()}:1:1: E001 Utgåvornas koder går inte att läsa")
    assert main(["check", "--json", str(file)]) == 2
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["column"]) == (record.as_posix(), 1, 1)
    assert problem["code"] == "E001"


def test_the_problems_are_told_as_annotations_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin, två.yaml"
    file.write_text(SMALL_TEXT.replace("    text: Byt röret\n", "    text: 100 %: nu\n"), encoding="utf-8")
    assert main(["check", "--annotations", str(file)]) == 2
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("\n") == 1
    shown = file.as_posix().replace(",", "%2C").replace(":", "%3A")
    line = SMALL_TEXT[: SMALL_TEXT.index("    text: Byt röret\n")].count("\n") + 1
    assert out.startswith(f"::error file={shown},line={line},col=16,endColumn=17,title=S002::Här står ett kolon")
    assert "%0AGör så här: " in out


def test_exports_the_routine_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(SMALL)]) == 0
    export = json.loads(capsys.readouterr().out)
    assert [action["id"] for action in export["actions"]][:2] == ["sag-till", "stang-kranen"]


def test_a_broken_routine_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_bytes(b"")
    assert main(["export", str(file)]) == 2
    assert capsys.readouterr().out == ""
