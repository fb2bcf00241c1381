"""A site that is made has the engine and an example, nothing of the first body's, and holds from the first day."""

from __future__ import annotations

import errno
import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.loading.load import load
from routine.new.engine import engine_files
from routine.new.kinds import BODY_KINDS
from routine.new.manifest import NAME, digest, manifest_of
from routine.publish import stubs
from tests.kit.laid import contents, laid
from tests.kit.paths import PROJECT, REAL
from tests.kit.project import python, run


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(tmp_path_factory.mktemp("ny") / "skolan")


def test_the_engine_is_there_as_it_is_here(school: Path) -> None:
    names = engine_files(PROJECT)
    assert names
    assert [name for name in names if (school / name).read_bytes() != (PROJECT / name).read_bytes()] == []


def test_what_is_run_may_be_run(school: Path) -> None:
    assert (school / ".ci/chromium").stat().st_mode & 0o111


def test_all_else_is_from_templates_and_roles(school: Path) -> None:
    others = contents(school).keys() - set(engine_files(PROJECT))
    routine = load(school / "data/routine.yaml")
    assert others - {f"docs/{name}" for name in stubs.stubs(routine)} == {
        ".github/CODEOWNERS",
        ".github/dependabot.yml",
        ".gitignore",
        "Makefile",
        "README.md",
        "audit/lix.json",
        "data/routine.schema.json",
        "data/routine.yaml",
        NAME,
        "mkdocs.yml",
        "pyproject.toml",
        "tests/conftest.py",
        "tests/test_site.py",
    }
    assert stubs.differences(routine, school / "docs") == []


def named(words: set[str], file: Path) -> set[str]:
    """Those that stand there whole; a shorter id may be the beginning of a longer one."""
    text = file.read_text(encoding="utf-8")
    return {word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)}


def test_nothing_of_its_own_names_what_the_first_body_has(school: Path) -> None:
    ours = load(REAL)
    words = {ours.organisation.name, ours.source.title, ours.site.name, *(role.name for role in ours.roles)}
    words |= {role.id for role in ours.roles} | {action.id for action in ours.actions}
    own = contents(school).keys() - set(engine_files(PROJECT)) - {"README.md"}  # Which names the program.
    found = {name: hits for name in own if (hits := named(words, school / name))}
    assert found == {}


def test_the_body_is_called_by_its_name_and_its_kind(school: Path) -> None:
    assert load(school / "data/routine.yaml").organisation.name == "Nordviks skola"
    assert "Fråga i skolans växel." in (school / "data/routine.yaml").read_text(encoding="utf-8")
    assert (school / "README.md").read_text(encoding="utf-8").startswith("# Nordviks skola: ")
    assert 'site_name: "Nordviks skola"\n' in (school / "mkdocs.yml").read_text(encoding="utf-8")


def test_no_mark_of_a_template_is_left(school: Path) -> None:
    names = ("README.md", "Makefile", "data/routine.yaml", "mkdocs.yml", "tests/test_site.py", ".gitignore")
    assert [name for name in names if "{{" in (school / name).read_text(encoding="utf-8")] == []


def test_the_manifest_tells_each_file_of_the_engines(school: Path) -> None:
    told = manifest_of(school).files
    assert told.keys() == {*engine_files(PROJECT), "Makefile", "pyproject.toml", "mkdocs.yml"}
    assert {path: digest(path, (school / path).read_bytes()) for path in told} == told


def test_the_check_passes_and_the_gate_lists_what_is_to_be_filled_in(school: Path) -> None:
    done = python(school, "-m", "routine", "check")
    assert (done.returncode, done.stderr) == (0, "")
    gate = python(school, "-m", "routine", "check", "--publish")
    assert gate.returncode == 2
    for code in ("G001", "G002", "G003", "G004", "G005", "G006", "G008", "G009"):
        assert f" {code} " in gate.stderr


@pytest.mark.parametrize("kind", BODY_KINDS)
def test_every_kind_of_body_gets_a_sound_routine(kind: str, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "ny"), "--name", 'Ek: "Å" # \\ & Co', "--kind", kind]) == 0
    assert load(tmp_path / "ny/data/routine.yaml").organisation.name == 'Ek: "Å" # \\ & Co'


@pytest.mark.parametrize(
    ("answers", "name", "whose"),
    [
        ("Norra regionen\nRegion\n", "Norra regionen", "regionens"),
        ("\n\n", "Exempelorganisationen", "organisationens"),
        ("", "Exempelorganisationen", "organisationens"),
    ],
)
def test_what_is_not_given_is_asked_and_read_from_a_pipe(
    answers: str,
    name: str,
    whose: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    assert main(["new", str(tmp_path / "ny")]) == 0
    assert "Vad heter ni?" in capsys.readouterr().out
    text = (tmp_path / "ny/data/routine.yaml").read_text(encoding="utf-8")
    assert f'name: "{name}"' in text
    assert f"Fråga i {whose} växel." in text


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


def test_who_answers_something_else_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Lindgården\nstiftelse\norganisation\n"))
    assert main(["new", str(tmp_path / "ny")]) == 0
    assert capsys.readouterr().out.count("Vad är ni?") == 2
    assert 'name: "Lindgården"' in (tmp_path / "ny/data/routine.yaml").read_text(encoding="utf-8")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["new", *arguments]) == 2
    said = capsys.readouterr().err
    assert "Gör så här:" in said or "Tillåtet:" in said
    return said


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mitt.txt").write_text("mitt", encoding="utf-8")
    assert "har redan innehåll" in refused(capsys, str(tmp_path), "--name", "Ek", "--kind", "skola")
    assert contents(tmp_path) == {"mitt.txt": b"mitt"}
    assert main(["new", str(tmp_path)]) == 2
    assert capsys.readouterr().out == "", "nothing is asked in vain"
    assert "är ingen mapp" in refused(capsys, str(tmp_path / "mitt.txt"), "--name", "Ek", "--kind", "skola")


def test_where_nothing_may_be_written_another_folder_is_asked_for_as_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "nej", str(tmp_path / "ny"))

    monkeypatch.setattr("routine.publish.swap.tempfile.mkdtemp", broken)
    said = refused(capsys, str(tmp_path / "ny"), "--name", "Ek", "--kind", "skola")
    assert "ange en annan mapp." in said
    assert "--out" not in said


def test_what_is_to_be_run_next_can_be_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Säters egen guide"
    assert main(["new", str(folder), "--name", "Säter", "--kind", "kommun"]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("Nu:"))
    assert shlex.split(line) == ["Nu:", "cd", str(folder), "och", "make", "site"]


def test_no_site_is_made_inside_this_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert "i det här projektet" in refused(capsys, str(PROJECT / "ny"), "--name", "Ek", "--kind", "skola")
    assert not (PROJECT / "ny").exists()


def test_a_name_or_kind_that_cannot_be_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "en rad" in refused(capsys, str(tmp_path / "ny"), "--name", "Ek\nAl", "--kind", "skola")
    wrong = refused(capsys, str(tmp_path / "ny"), "--name", "Ek <b>", "--kind", "skola")
    assert wrong.startswith("Namnet ”Ek <b>” går inte att använda. ")
    assert "routine.yaml" not in wrong, "there is no such file"
    assert "kommun, region, skola" in refused(capsys, str(tmp_path / "ny"), "--name", "Ek", "--kind", "planet")
    assert not (tmp_path / "ny").exists()


def test_a_site_is_made_in_an_empty_folder_that_has_a_history(tmp_path: Path) -> None:
    (tmp_path / "ny/.git").mkdir(parents=True)
    assert (laid(tmp_path / "ny") / "mkdocs.yml").is_file()
    assert [each.name for each in tmp_path.iterdir()] == ["ny"]


def test_a_site_that_could_not_be_made_whole_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(site: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("routine.new.lay.followed", broken)
    with pytest.raises(KeyboardInterrupt):
        laid(tmp_path / "ny")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.full
def test_its_own_tests_pass_and_the_site_is_built(school: Path) -> None:
    """Which build it with the engine that lies there, and need no network."""
    done = python(school, "-m", "pytest", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout
    assert "7 passed" in done.stdout


@pytest.mark.full
def test_its_own_tests_see_what_is_lost(tmp_path: Path) -> None:
    """A link that leads nowhere, a picture from another host, and a step without its place."""
    site = laid(tmp_path / "ny")
    page = site / "docs/om/index.md"
    added = '\n[bort](/borta/)\n\n<img src="https://www.example.com/a.png" alt="">\n'
    page.write_text(page.read_text(encoding="utf-8") + added, encoding="utf-8")
    whole = site / "routine/html/templates/guide.html"
    whole.write_text(whole.read_text(encoding="utf-8").replace('id="{{ ', 'id="x{{ '), encoding="utf-8")
    done = python(site, "-m", "pytest", "-p", "no:cacheprovider")
    for name in ("every_link_leads", "nothing_is_fetched", "every_action_is_on_a_page"):
        assert f"FAILED tests/test_site.py::test_{name}" in done.stdout


@pytest.mark.full
def test_every_command_of_its_own_passes_on_the_first_day(tmp_path: Path) -> None:
    """With this project's tools, which it would else set up for itself."""
    site = laid(tmp_path / "ny")
    tools = PROJECT / ".venv"
    ready = [argument for tool in ("site", "test", "chromium") for argument in ("-o", f"{tools}/{tool}.done")]
    for target in ("check", "site", "pages", "schema", "content", "test", "upgrade"):
        done = run(site, "make", f"VENV={tools}", f"FROM={PROJECT}", *ready, target)
        assert done.returncode == 0, (target, done.stdout, done.stderr)
    done = python(site, "-m", "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stderr
