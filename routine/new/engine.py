"""Which files are the engine: those that every body's site has and none changes. The one list of them."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from routine.publish.pages import PAGES

# Patterns for a file's path in the project; `*` takes slashes too.
ENGINE = (
    "Containerfile",
    "LICENSE",
    "macros.py",
    ".ci/chromium",
    ".dockerignore",
    ".github/ISSUE_TEMPLATE/*",
    ".github/PULL_REQUEST_TEMPLATE.md",
    ".github/workflows/content.yml",
    ".github/workflows/days.yml",
    ".github/workflows/edition.yml",
    ".github/workflows/publish.yml",
    "audit/__init__.py",
    "audit/built.py",
    "audit/pdf_text.py",
    "audit/readability.py",
    "content/*",
    "docs/*.md",
    "requirements/lock.*",
    "requirements/site.*",
    "requirements/test.*",
    "routine/*",
)
# What follows from a body's roles: it is written anew for each.
OF_ROLES = tuple(f"docs/{page.folder}/*" for page in PAGES if page.folder)
# What a site gets from a template and never changes, and the settings, whose own values it keeps.
WRITTEN = ("Makefile", "pyproject.toml")
SETTINGS = "mkdocs.yml"
# What running the code leaves, what it is built from elsewhere, and what an editor of text leaves.
LEFT = ("__pycache__", "node_modules", "*~", "*.bak", "*.orig", ".*.sw?", ".DS_Store")


def is_engine(path: str) -> bool:
    """Whether the project's file with this path is the engine's, as it stands."""
    return _fits(path, ENGINE) and not _fits(path, OF_ROLES)


def engine_files(project: Path) -> tuple[str, ...]:
    """The paths of the engine's files in a project, in order."""
    return tuple(sorted(path for path in _paths(project) if is_engine(path)))


def _paths(project: Path) -> Iterator[str]:
    """Looks only where the engine can lie: a project may hold a great deal beside."""
    for top in sorted({pattern.split("/")[0] for pattern in ENGINE}):
        found = [project / top] if (project / top).is_file() else (project / top).rglob("*")
        for file in found:
            path = file.relative_to(project)
            if file.is_file() and not any(_fits(part, LEFT) for part in path.parts):
                yield path.as_posix()


def _fits(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
