"""Which files are the engine's: each of the project's is, or is named as not."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

from routine.new.engine import ENGINE, OF_ROLES, engine_files, is_engine
from tests.kit.paths import PROJECT

# What stays here: the first body's data, and what the engine is developed and tested with. A file is in one of the two.
NOT_ENGINE = (
    ".ci/run",
    ".github/CODEOWNERS",
    ".github/dependabot.yml",
    ".github/workflows/platforms.yml",
    ".gitignore",
    ".prettierrc.json",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "audit/__main__.py",
    "audit/chart.py",
    "audit/figures.py",
    "audit/lix.json",
    "audit/markup.py",
    "audit/package*.json",
    "audit/pages.py",
    "audit/paths.py",
    "audit/prints.py",
    "audit/scripts.py",
    "audit/statement.py",
    "audit/weight.py",
    "bench/*",
    "data/*",
    "mkdocs.yml",
    "pictures/*",
    "publiccode.yml",
    "pyproject.toml",
    "requirements/bench.*",
    "tests/*",
    "tsconfig.json",
    *OF_ROLES,
)


def tracked() -> list[str]:
    """What git knows, and what is new and not left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return [path for path in said.splitlines() if (PROJECT / path).is_file() and path != ".venv"]


def fits(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def test_every_file_is_the_engines_or_is_named_as_not() -> None:
    assert tracked()
    assert [path for path in tracked() if is_engine(path) == fits(path, NOT_ENGINE)] == []


def test_the_engines_files_are_found_without_git_and_no_others() -> None:
    assert engine_files(PROJECT) == tuple(sorted(path for path in tracked() if is_engine(path)))


def test_every_pattern_names_a_file_that_is_there() -> None:
    unused = [
        pattern for pattern in (*ENGINE, *NOT_ENGINE) if not any(fnmatchcase(each, pattern) for each in tracked())
    ]
    assert unused == []


def test_what_running_and_editing_leaves_is_no_part_of_the_engine(tmp_path: Path) -> None:
    for name in (
        "routine/a.py",
        "routine/__pycache__/a.pyc",
        "routine/a.py~",
        "routine/theme/.DS_Store",
        "routine/theme/.a.html.swp",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert engine_files(tmp_path) == ("routine/a.py",)


def test_nothing_of_the_first_bodys_is_the_engines() -> None:
    names = engine_files(PROJECT)
    assert not [name for name in names if name.startswith(("data/", "tests/", "docs/roller/", "docs/checklistor/"))]
    assert not [name for name in names if "adopted.yaml" in name or name.endswith("editions.json")]


def test_what_an_adopter_is_told_of_windows_and_of_the_icon_is_so() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    (install,) = re.findall(r"`python (-m pip install [^`]+)`", readme)
    assert install in (PROJECT / ".github/workflows/platforms.yml").read_text(encoding="utf-8")
    (icon,) = re.findall(r"the icon in the browser's tab, `([^`]+)`", readme)
    assert is_engine(icon)
    assert (PROJECT / icon).is_file()
