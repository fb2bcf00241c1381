"""publiccode.yml says the version and the licence that the package has."""

from __future__ import annotations

import tomllib

import yaml

from routine import __version__
from tests.kit.paths import PROJECT


def test_the_version_and_the_licence_are_the_project_s() -> None:
    said = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (said["softwareVersion"], said["legal"]["license"]) == (__version__, project["license"])
