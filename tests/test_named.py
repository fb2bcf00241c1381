"""A file that a guide or a comment sends its reader to is there: one that is moved is moved in what names it too."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tests.kit.code import name, tree
from tests.kit.paths import PROJECT

GUIDES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md", "routine/assets/vendor/README.md")
PARTS = ("audit", "bench", "content", "data", "docs", "pictures", "requirements", "routine", "tests")
FOLDERS = (".ci", ".github", *PARTS)
# What others have made, and what running the code leaves.
OTHERS = {"node_modules", "__pycache__"}
KINDS = (".py", ".js", ".ts", ".css", ".html", ".typ", ".yml", "Makefile", "Containerfile")
# A place in one of our folders, and a file by its name alone, as load.py.
PLACE = re.compile(rf"`((?:{'|'.join(map(re.escape, FOLDERS))})/[^\s`]*)`")
FILE = re.compile(r"(?<![\w/.*-])((?:[\w-]+/)*\w+\.(?:py|typ))\b")


def test_every_place_that_a_guide_names_is_there() -> None:
    places = set(_places())
    texts = {guide: (PROJECT / guide).read_text(encoding="utf-8") for guide in GUIDES}
    named = [(guide, place) for guide, text in texts.items() for kind in (PLACE, FILE) for place in kind.findall(text)]
    assert len(named) > 100
    assert [(guide, place) for guide, place in named if not _is_there(place, places)] == []


def test_every_file_that_a_comment_or_a_docstring_names_is_there() -> None:
    places = set(_places())
    files = sorted(PROJECT / place for place in places if place.endswith(KINDS) and ".min." not in place)
    named = [(name(file), each) for file in files for text in _remarks(file) for each in FILE.findall(text)]
    assert len(named) > 20
    assert [(file, each) for file, each in named if not _is_there(each, places)] == []


def _is_there(place: str, places: set[str]) -> bool:
    """By its whole path or the end of it. `<name>` is any name, and a folder may end in a slash."""
    pattern = re.sub(r"<\w+>", "*", place.rstrip("/"))
    return any(fnmatchcase(each, pattern) or fnmatchcase(each, f"*/{pattern}") for each in places)


def _places() -> Iterator[str]:
    """Every file and folder of the project, as a path."""
    yield from (each.name for each in PROJECT.iterdir())
    for folder in FOLDERS:
        for each in (PROJECT / folder).rglob("*"):
            if not OTHERS & set(each.parts):
                yield name(each)


def _remarks(file: Path) -> Iterator[str]:
    """Of Python what is no code; of others all, for they run no such file."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        yield text
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
