"""Reads Python as code: what a file imports, calls and defines."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.kit.paths import PROJECT


@cache
def tree(file: Path) -> ast.Module:
    """Parsed once."""
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


@cache
def imported(file: Path) -> set[str]:
    """Every module and name that a file imports, with dots: routine.views.parts.card, pathlib.Path, yaml."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(file)}: relativ import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def calls(file: Path) -> set[str]:
    """What a file calls, as it is written: open, date.today."""
    return {ast.unparse(node.func) for node in ast.walk(tree(file)) if isinstance(node, ast.Call)}


def defined(file: Path) -> set[str]:
    """The classes and constants of a file."""
    found = set()
    for node in tree(file).body:
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return found
