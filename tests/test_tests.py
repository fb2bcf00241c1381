"""How the tests lie: what they share in the kit, in the shape
of the source, below nothing, and named by what they claim."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from tests.kit.code import defined, imported, name, tree
from tests.kit.order import BEGUN_FIRST
from tests.kit.paths import PROJECT, TESTS

FILES = sorted(TESTS.rglob("*.py"))
# Who may know whom: tests → bench → content → audit → routine, and never the other way.
BELOW = {
    "routine": {"routine"},
    "audit": {"audit", "routine"},
    "content": {"content", "audit", "routine"},
    "bench": {"bench", "content", "audit", "routine"},
}
OURS = "tests/ours/"
OWN_KIT = ("tests.ours.adopted.", "tests.ours.states.")
# Of what is built, of what is seen in a browser, and in others, of what measures, of what an editor's change is held
# to, and of our routine alone; the others as in routine/.
FOLDERS = {"site", "browser", "engines", "audit", "bench", "content", "ours"}


@pytest.mark.parametrize("package", BELOW)
def test_no_package_knows_the_tests_or_those_above_it(package: str) -> None:
    others = {"routine", "audit", "bench", "content", "tests", "macros"} - BELOW[package]
    used = {
        name(file): found
        for file in sorted((PROJECT / package).rglob("*.py"))
        if (found := {item for item in imported(file) if item.split(".")[0] in others})
    }
    assert used == {}


def test_what_is_begun_first_is_there() -> None:
    assert {file for file in BEGUN_FIRST if not (TESTS / file).is_file()} == set()


def test_what_tests_share_lies_in_the_kit() -> None:
    """No test imports a test, and the kit none either; what is of our routine alone is shared there alone."""
    used = {}
    for file in FILES:
        allowed = ("tests.kit.", *(OWN_KIT if name(file).startswith(OURS) else ()))
        if found := {item for item in imported(file) if item.startswith("tests") and not item.startswith(allowed)}:
            used[name(file)] = found
    assert used == {}


def test_a_name_means_one_thing_in_all_that_tests_share() -> None:
    """Classes and constants. A routine's name is taken everywhere:
    SMALL is the small routine, and no test has another."""
    kit = [file for file in FILES if file.parent.name == "kit"]
    read = [PROJECT / "audit/built.py"]  # what tests know of the audit
    times = Counter(each for file in kit + read for each in defined(file))
    assert [each for each, count in times.items() if count > 1] == []
    taken = defined(TESTS / "kit/paths.py") | {"SMALL_TEXT", "Site", "Served"}
    assert {name(file): found for file in FILES if file not in kit and (found := defined(file) & taken)} == {}


def test_the_tests_lie_in_the_shape_of_the_source() -> None:
    folders = {file.relative_to(TESTS).parts[0] for file in FILES if file.name.startswith("test_")}
    rooms = {each.name for each in (PROJECT / "routine").iterdir()}
    assert {each for each in folders if not each.endswith(".py")} <= rooms | FOLDERS


def test_a_test_is_named_by_what_it_claims() -> None:
    """In at least three words."""
    for file in FILES:
        tests = [node.name for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]
        assert [each for each in tests if each.startswith("test_") and each.count("_") < 3] == [], name(file)


def test_every_test_file_that_make_names_is_there() -> None:
    named = re.findall(r"tests/\S+\.py", (PROJECT / "Makefile").read_text(encoding="utf-8"))
    assert named
    assert [each for each in named if not (PROJECT / each).is_file()] == []
