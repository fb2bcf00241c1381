"""The words of the body that the project was first made for, which no text of ours and no other site may hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from routine.loading.load import load
from tests.kit.code import tree
from tests.kit.paths import PROJECT, REAL

# What kind of body it is and whom its routine is for, in every form; "kommunicera" is another word, and so is "parter".
BODIES = r"kommun(?!ic|ik)\w*|\w*f[öo]rtroende(?:vald|man|män)\w*|parti(?:e[tr]s?|erna|ernas|s)?|parti(?:et)?s-[\w-]+"
BODIES += r"|parti(?:kamrat|kompis|vän|grupp)\w*"
# Comments and names in code are English; what is known by a pattern alone is not said.
PATTERNS = ("re.compile",)


def words() -> re.Pattern[str]:
    """The kinds, and what the first body and its roles are called, with their ids."""
    body = load(REAL)
    names = [body.organisation.name, body.organisation.name.split()[0]]
    names += [name for role in body.roles for name in (role.id, role.name)]
    return re.compile(rf"\b(?:{BODIES}|{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def said(file: Path) -> Iterator[str]:
    """What a file of ours can say to a reader or an editor: all of it, or of Python every text that is no docstring."""
    if file.suffix == ".py":
        parsed = tree(file)
        unsaid = {id(each) for node in ast.walk(parsed) if _unsaid(node) for each in ast.walk(node)}
        for node in ast.walk(parsed):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unsaid:
                yield node.value
    else:
        yield file.read_text(encoding="utf-8")


def _unsaid(node: ast.AST) -> bool:
    """A docstring, or a pattern."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Call) and ast.unparse(node.func) in PATTERNS


def sources() -> list[Path]:
    """Every file of ours that a site or a message is made of; pages of roles are made of the data."""
    found = [PROJECT / "macros.py", PROJECT / "mkdocs.yml", *(PROJECT / ".github/workflows").glob("*.yml")]
    for folder, kinds in {
        "routine": ("py", "html", "typ"),
        "content": ("py", "js"),
        "docs": ("md", "js", "css"),
    }.items():
        found += [file for kind in kinds for file in (PROJECT / folder).rglob(f"*.{kind}")]
    made = {PROJECT / "docs" / name for name in ("roller", "checklistor", "utskrifter")}
    # What lays out a site of somebody's own asks what kind of body it is.
    asks = PROJECT / "routine/new/kinds.py"
    return sorted(file for file in found if file != asks and not made & set(file.parents))
