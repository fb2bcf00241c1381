"""The files for pull requests on GitHub: as their public schema says, careful with rights, and with commands that there
are. They have not run on a real host, and say so."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from routine.commands.options import ABOUT, parser
from tests.kit.editing import as_read
from tests.kit.paths import PROJECT

FOLDER = PROJECT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted((FOLDER / "ISSUE_TEMPLATE").glob("*.yml"))
BOT = FOLDER / "dependabot.yml"
SAID = [*WORKFLOWS, *FORMS, BOT, FOLDER / "CODEOWNERS", FOLDER / "PULL_REQUEST_TEMPLATE.md"]


def schema(name: str) -> Any:
    """A schema of the public store, which a package carries. The package itself is not imported."""
    found = find_spec("check_jsonschema")
    assert found
    assert found.origin
    file = Path(found.origin).parent / f"builtin_schemas/vendor/{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))


def faults(name: str, values: object) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in Draft7Validator(schema(name)).iter_errors(values)]


def steps(workflow: Any) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


EACH = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def test_there_are_five_workflows_and_a_form() -> None:
    assert [file.stem for file in WORKFLOWS] == ["content", "days", "edition", "platforms", "publish"]
    assert len(FORMS) == 1


@EACH
def test_a_workflow_follows_the_public_schema(file: Path) -> None:
    values = as_read(file.read_bytes())
    assert faults("github-workflows", values) == []
    next(iter(values["jobs"].values()))["runs_on"] = "x"
    assert faults("github-workflows", values)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_follows_the_public_schema(file: Path) -> None:
    values = as_read(file.read_bytes())
    assert faults("github-issue-forms", values) == []
    values["body"][1]["type"] = "inpt"
    assert faults("github-issue-forms", values)


def test_the_bot_follows_the_public_schema() -> None:
    values = as_read(BOT.read_bytes())
    assert faults("dependabot", values) == []
    values["updates"][0]["schedule"]["interval"] = "sometimes"
    assert faults("dependabot", values)


def test_the_bot_looks_wherever_something_is_locked() -> None:
    """A folder with locked versions that it is not told of would never be renewed."""
    looked = {(each["package-ecosystem"], each["directory"]) for each in as_read(BOT.read_bytes())["updates"]}
    assert looked == {("pip", "/requirements"), ("npm", "/audit"), ("github-actions", "/")}
    kept = (file for pattern in ("*.txt", "*/*.txt", "*/package-lock.json") for file in PROJECT.glob(pattern))
    locked = {file for file in kept if "hash" in file.read_text(encoding="utf-8") or file.suffix == ".json"}
    assert {f"/{file.parent.relative_to(PROJECT).as_posix()}" for file in locked} == {"/requirements", "/audit"}


@pytest.mark.parametrize("file", SAID, ids=lambda file: file.name)
def test_a_file_says_that_it_has_not_been_tried(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.search(r"has not (run|been tried) on a real host", text)
    assert max(map(len, text.splitlines())) <= 120 or file.suffix == ".md"


@EACH
def test_an_action_is_pinned_by_its_commit_with_the_version_beside_it(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


@EACH
def test_nobody_may_do_more_than_is_needed(file: Path) -> None:
    workflow = as_read(file.read_bytes())
    assert workflow["permissions"] == {"contents": "read"}
    given = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert (
        given
        == {
            "content": {},
            "days": {},
            "edition": {"edition": {"contents": "write"}},
            "platforms": {},
            "publish": {"publish": {"pages": "write", "id-token": "write"}},
        }[file.stem]
    )
    assert all(job["timeout-minutes"] <= 10 for job in workflow["jobs"].values())


def test_days_that_have_passed_are_asked_for_also_when_nobody_changes_anything() -> None:
    asked = [file.stem for file in WORKFLOWS if as_read(file.read_bytes())["on"].get("schedule")]
    assert asked == ["days"]
    (*_, last) = steps(as_read((FOLDER / "workflows/days.yml").read_bytes()))
    assert last["run"].endswith("routine check --strict-dates")


@EACH
def test_what_somebody_has_typed_is_never_read_as_a_command(file: Path) -> None:
    found = [step["run"] for step in steps(as_read(file.read_bytes())) if "run" in step]
    assert found
    assert [run for run in found if "${{" in run] == []


@EACH
def test_only_who_pushes_keeps_the_key(file: Path) -> None:
    workflow = as_read(file.read_bytes())
    kept = [
        step["with"].get("persist-credentials", True) for step in steps(workflow) if "checkout" in step.get("uses", "")
    ]
    pushes = any("git push" in step.get("run", "") for step in steps(workflow))
    assert kept == [pushes]


def test_the_program_is_tried_on_each_python_and_each_system_that_it_is_said_to_be_for() -> None:
    (job,) = as_read((FOLDER / "workflows/platforms.yml").read_bytes())["jobs"].values()
    each = job["strategy"]["matrix"]
    least = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert least == f">={each['python'][0]}"
    assert each["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert [name.split("-")[0] for name in each["os"]] == ["ubuntu", "windows", "macos"]
    assert (job["runs-on"], job["strategy"]["fail-fast"]) == ("${{ matrix.os }}", False)
    assert "${{ matrix.python }}" in {step.get("with", {}).get("python-version") for step in job["steps"]}
    assert [step["run"] for step in job["steps"] if "make" in step.get("run", "")] == []  # Windows has none.


def test_the_pages_that_change_are_named_as_they_lie_in_the_preview_that_is_kept() -> None:
    each = list(steps(as_read((FOLDER / "workflows/content.yml").read_bytes())))
    (kept,) = (step["with"]["path"] for step in each if "upload-artifact" in step.get("uses", ""))
    runs = [step["run"] for step in each if "run" in step]
    (told,) = (run for run in runs if "routine diff" in run)
    assert (kept, "--markdown --site . " in told) == ("site", True)
    assert parser().parse_args(["build"]).out.as_posix() == "site"
    assert any("Vilka filer som ändras står ovan, så som de ligger i mappen." in run for run in runs)


WHO = {"BODY": "Styrelsen", "DATE": "15 mars 2027", "REFERENCE": "§ 9"}
TOLD = "[--body=Styrelsen] [--approved=15 mars 2027] [--reference=§ 9]"


@pytest.mark.parametrize(
    ("given", "code", "run"),
    [
        ({}, 0, "[-m] [routine] [edition]\n"),
        (WHO | {"SUMMARY": "Nytt i dag"}, 0, f"[edition] [--summary=Nytt i dag] {TOLD}\n"),
        (WHO, 0, f"[edition] {TOLD}\n"),
        (WHO | {"DATE": ""}, 2, ""),
        ({"SUMMARY": "Nytt", "BODY": "Styrelsen"}, 2, ""),
        ({"SUMMARY": "Nytt", "DATE": "2027-03-15"}, 2, ""),
        ({"BODY": "Styrelsen"}, 2, ""),
        ({"DATE": "2027-03-15"}, 2, ""),
        ({"REFERENCE": "§ 9"}, 2, ""),
    ],
)
def test_who_has_approved_an_edition_is_never_left_out_in_silence_and_what_is_empty_is_not_passed_on(
    given: dict[str, str], code: int, run: str, tmp_path: Path
) -> None:
    (step,) = (each for each in steps(as_read((FOLDER / "workflows/edition.yml").read_bytes())) if "env" in each)
    program = tmp_path / ".venv/bin/python"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "[%s] " "$@" | sed "s/ *$//"; echo\n', encoding="utf-8")
    program.chmod(0o755)
    environment = os.environ | dict.fromkeys(("SUMMARY", "BODY", "DATE", "REFERENCE"), "") | given
    command = ["bash", "-e", "-c", step["run"]]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert run in done.stdout
    assert ("::error::Skriv också vem som godkände" in done.stdout) == bool(code)


@pytest.fixture
def lent(tmp_path: Path) -> Path:
    """A repository with a routine that has no record of editions yet, and another that it is pushed to."""
    here = tmp_path / "arkiv"
    (here / "data").mkdir(parents=True)
    (here / "data/routine.yaml").write_text("site:\n", encoding="utf-8")
    author = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    git(tmp_path, "init", "-q", "--bare", "delat")
    git(here, "init", "-q", "-b", "main")
    git(here, "remote", "add", "origin", "../delat")
    git(here, "add", "--all")
    git(here, *author, "commit", "-q", "-m", "Ett")
    return here


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True).stdout


def put_in_a_branch(here: Path) -> str:
    """Run the last step of a new edition as it stands. Returns what it tells whoever asked for it."""
    *_, last = steps(as_read((FOLDER / "workflows/edition.yml").read_bytes()))
    told = here.parent / "sagt.md"
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME")
    run = {"GITHUB_RUN_ID": "7", "GITHUB_STEP_SUMMARY": str(told), "GIT_CONFIG_GLOBAL": os.devnull}
    environment = os.environ | dict.fromkeys(names, "x") | run
    subprocess.run(["bash", "-e", "-c", last["run"]], cwd=here, env=environment, check=True, capture_output=True)
    return told.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["routine.yaml", "routine.editions.json"])
def test_an_edition_is_put_in_a_branch_also_when_it_is_the_first(name: str, lent: Path) -> None:
    (lent / "data" / name).write_text("{}\n", encoding="utf-8")
    assert "[Be om granskning av utgåvan](" in put_in_a_branch(lent)
    assert git(lent.parent / "delat", "show", f"utgava-7:data/{name}") == "{}\n"


def test_where_nothing_is_new_there_is_no_branch(lent: Path) -> None:
    assert "behövs ingen ny utgåva" in put_in_a_branch(lent)
    assert git(lent.parent / "delat", "branch") == ""


# --- The commands are those that there are ----------------------------------------------------------------------------


def commands(text: str) -> set[str]:
    """What a text runs, as `make site`, `routine check` and `check --publish`."""
    found = {f"make {target}" for target in re.findall(r"\bmake ([a-z]+)", text)}
    for name, rest in re.findall(r"-m routine ([a-z]+)(.*)", text.replace("\\\n", " ")):
        found |= {f"routine {name}", *(f"{name} {option}" for option in re.findall(r"(?<!\S)--[a-z-]+", rest))}
    return found


def there() -> set[str]:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    found = {f"make {target}" for target in re.findall(r"^([a-z]+):", makefile, re.MULTILINE)}
    (parsers,) = (action.choices for action in parser()._actions if isinstance(action.choices, dict))
    found |= {f"routine {name}" for name in ABOUT}
    return found | {f"{name} {each}" for name, one in parsers.items() for each in one._option_string_actions}


@pytest.mark.parametrize("file", SAID, ids=lambda file: file.name)
def test_every_command_that_is_named_exists(file: Path) -> None:
    named = commands(file.read_text(encoding="utf-8"))
    assert named - there() == set()
    assert named or file not in WORKFLOWS


def test_a_command_that_does_not_exist_would_be_found() -> None:
    text = "run: make cntent\n  .venv/bin/python -m routine chek --publish\n  python -m routine check --publsh x\n"
    assert commands(text) - there() == {"make cntent", "routine chek", "chek --publish", "check --publsh"}


def test_every_place_with_an_owner_exists() -> None:
    lines = (FOLDER / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert rows
    for place, *owners in rows:
        assert place == "*" or list(PROJECT.glob(place.strip("/"))), place
        assert owners
        assert all(owner.startswith("@example-org/") for owner in owners), (
            "then say no longer that they are placeholders"
        )
    assert any("PLACEHOLDERS" in line for line in lines)
