"""What is new in the program is what its list says of that version."""

from __future__ import annotations

from routine import __version__
from routine.release.notes import of_version
from tests.kit.paths import PROJECT

LIST = "# Changelog\n\n## 0.2.0 – unreleased\n\nNy.\n\nMer.\n\n## 0.1.0 – 2026-01-01\n\nGammal.\n"


def test_only_the_version_that_is_asked_for_is_told() -> None:
    assert of_version(LIST, "0.2.0") == "Ny.\n\nMer."
    assert of_version(LIST, "0.1.0") == "Gammal."
    assert of_version(LIST, "0.2") == of_version(LIST, "0.3.0") == ""


def test_the_list_says_something_of_this_version() -> None:
    assert of_version((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), __version__)
