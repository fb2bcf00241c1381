"""Rules of the house: who may import what, that the code knows no routine, and how large it may be."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from routine.check.load import load
from tests.kit.paths import PROJECT, REAL


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


PACKAGE = PROJECT / "routine"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Each room may use those before it in the row, and none after it.
ROOMS = (
    *("disk", "model", "check", "flow", "pages", "paper", "site", "change", "deliver"),
    *("cli", "engine", "__main__"),
)
CHANGES = ("compare", "follows", "report", "words")
PURE = ("model/", "check/rules/", "flow/", "pages/", *(f"change/{x}.py" for x in CHANGES))
# It reads the templates.
DOOR = "routine/pages/render.py"
# Escaping that is switched off, code and style in the page; a script has an address.
UNSAFE = re.compile(r"\|\s*safe\b|autoescape|<script(?! (?:defer )?src=)|<style|\bstyle=|\bon\w+=|=\{\{|='\{\{")


def room(file: Path) -> str:
    """The module of the package, or the folder, that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def used(file: Path) -> set[str]:
    return {item.split(".")[1] for item in imported(file) if item.startswith("routine.")} & {*ROOMS}


def test_data_flows_down_only() -> None:
    placed = [file for file in MODULES if room(file) != "__init__"]
    assert {room(file) for file in placed} == {*ROOMS}
    upward = {name(file) for file in placed if any(ROOMS.index(x) > ROOMS.index(room(file)) for x in used(file))}
    assert upward == set()


def test_what_is_pure_reads_no_file_and_no_clock() -> None:
    doors = {"pathlib", "os", "time", "shutil", "tempfile", "glob", "io", "socket", "random"}
    clock = re.compile(
        r"(^|\.)(open|now|today|utcnow|read_text|read_bytes|write_text|write_bytes|print|fromtimestamp)$"
    )
    pure = [
        file for file in MODULES if name(file).startswith(tuple(f"routine/{x}" for x in PURE)) and name(file) != DOOR
    ]
    assert len(pure) > 60
    assert {name(file) for file in pure if {item.split(".")[0] for item in imported(file)} & doors} == set()
    assert {name(file) for file in pure if any(map(clock.search, calls(file)))} == set()


@pytest.mark.parametrize("module", ["requests", "urllib.request", "socket", "pickle", "marshal", "shelve"])
def test_nothing_asks_the_network_or_runs_what_it_reads(module: str) -> None:
    files = [*MODULES, PROJECT / "macros.py"]
    assert [name(file) for file in files if any(f"{x}.".startswith(f"{module}.") for x in imported(file))] == []


def test_the_code_knows_no_routine() -> None:
    """No id and no name of the data stands in the code: another municipality changes one file."""
    routine = load(REAL)
    lists = (routine.roles, routine.actions, routine.questions, routine.guidance, routine.contacts)
    words = {each.id for listed in lists for each in listed if "-" in each.id}
    words |= {role.name for role in routine.roles} | {action.text for action in routine.actions}
    words |= {routine.organisation.name, routine.site.name, routine.source.title}
    texts = {file: said(file) for file in MODULES if file.name != "editors.py"}  # Which shows one action.
    texts |= {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.html")}
    found = {
        (name(file), word)
        for file, text in texts.items()
        for word in words
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    }
    assert found == set()


def said(file: Path) -> str:
    """Join every text that the code says, docstrings apart."""
    notes = {node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Expr)}
    found = (node for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and node not in notes)
    return "\n".join(node.value for node in found if isinstance(node.value, str))


def test_templates_never_switch_escaping_off() -> None:
    templates = sorted((PACKAGE / "pages").rglob("*.html"))
    assert len(templates) > 20
    unsafe = [file.name for file in templates if UNSAFE.search(file.read_text(encoding="utf-8"))]
    assert unsafe == []


def test_no_line_is_over_120_columns() -> None:
    """Ruff says it of Python; this also of a template, a style sheet, a script and the Makefile."""
    kinds = {".js", ".ts", ".css", ".html", ".typ"}
    files = [PROJECT / "Makefile", *(file for file in PACKAGE.rglob("*") if file.suffix in kinds)]
    own = [file for file in files if "vendor" not in file.parts]
    lines = ((name(file), line) for file in own for line in file.read_text(encoding="utf-8").splitlines())
    assert [place for place, line in lines if len(line) > 120] == []


# What there may be at most. Lower a figure when it has fallen; take something out before you raise one.
LINES = {
    ("routine", ".py"): 15_500,
    ("tests", ".py"): 13_400,
    ("routine", ".js"): 4_900,
    ("routine", ".css"): 3_400,
    ("routine", ".html"): 1_800,
    ("routine", ".typ"): 750,
}
FILES = {"routine": 135, "tests": 131}
BYTES = {"README.md": 6_500, "CONTRIBUTING.md": 8_500}


def test_the_house_grows_no_larger() -> None:
    for (folder, kind), most in LINES.items():
        files = [file for file in (PROJECT / folder).rglob(f"*{kind}") if "vendor" not in file.parts]
        lines = sum(bool(line.strip()) for file in files for line in file.read_text(encoding="utf-8").splitlines())
        assert 0 < lines <= most, f"lines of {kind} in {folder}"
    for folder, most in FILES.items():
        assert sum(1 for _ in (PROJECT / folder).rglob("*.py")) <= most, f"files in {folder}"
    for file, most in BYTES.items():
        assert (PROJECT / file).stat().st_size <= most, file
