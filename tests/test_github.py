"""What is written for GitHub and for registers of code is as its schema says, and runs commands that there are."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from routine.cli.options import parser
from tests.kit.editing import as_read
from tests.kit.paths import PROJECT

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
MAKE = {*re.findall(r"^(\w+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)}


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of the public store, which a package carries; the package itself is not imported."""
    found = find_spec("check_jsonschema")
    file = Path(str(found and found.origin)).parent / "builtin_schemas/vendor/github-workflows.json"
    return json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_well_formed_careful_and_runs_what_there_is(file: Path, schema: Any) -> None:
    text = file.read_text(encoding="utf-8")
    workflow = as_read(text)
    assert [error.message for error in Draft7Validator(schema).iter_errors(workflow)] == []
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in steps if "uses" in step)
    run = "\n".join(step["run"] for step in steps if "run" in step)
    assert {*re.findall(r"\bmake (\w+)", run)} <= MAKE
    for command in re.findall(r"python -m routine (.+)", run):
        words = re.sub(r'"\$\{given\[@\]\}"|>.*', "", command).replace('"', "").split()
        parser().parse_args(words)


def test_the_release_and_the_licence_are_the_project_s() -> None:
    said = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dated = re.search(r"^## (\S+) – (\d{4}-\d\d-\d\d)$", (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert dated is not None
    assert (said["softwareVersion"], said["releaseDate"]) == dated.groups()
    assert said["legal"]["license"] == project["license"]
