"""Hold publiccode.yml to the changelog's latest release and the package's licence."""

from __future__ import annotations

import re
import tomllib

import yaml

from tests.kit.paths import PROJECT


def test_the_release_and_the_licence_are_the_project_s() -> None:
    said = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dated = re.search(r"^## (\S+) – (\d{4}-\d\d-\d\d)$", (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert dated is not None
    assert (said["softwareVersion"], said["releaseDate"]) == dated.groups()
    assert said["legal"]["license"] == project["license"]
