"""A heading of the whole file that was pasted indented is told to be moved out, with all that is below it."""

from __future__ import annotations

import re

import pytest

from routine.loading.parse import parse
from routine.reading.problems import RoutineError
from tests.kit.paths import SMALL
from tests.kit.variants import withdrawn

TEXT = withdrawn(SMALL.read_text(encoding="utf-8"))
FOUND = re.findall(r"^(\w+):\n((?:(?!\w+:).*\n)*)", TEXT, re.MULTILINE)
BLOCKS = {name: f"{name}:\n{below}".rstrip("\n") for name, below in FOUND}
# What stands in guidance begins alike.
NAMES = [name for name in BLOCKS if name != "source"]


def told(name: str, by: int, where: str) -> tuple[list[tuple[str, int, str]], str]:
    """Code, line and hint of all that is wrong, and the lines that the block then fills."""
    block = BLOCKS[name]
    inward = re.sub(r"^(?=.)", " " * by, block, flags=re.MULTILINE)
    rest = TEXT.replace(f"{block}\n", "", 1)
    text = TEXT.replace(block, inward, 1) if where == "in its place" else f"{rest.rstrip()}\n{inward}\n"
    first = text[: text.index(inward)].count("\n") + 1
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    found = [(problem.code, problem.mark.line, problem.hint) for problem in raised.value.problems]
    return found, f"raderna {first}–{first + inward.count(chr(10))}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("by", "where"), [(2, "last"), (8, "last"), (4, "in its place")])
def test_it_is_all_that_is_told(name: str, by: int, where: str) -> None:
    found, rows = told(name, by, where)
    assert found == [("S002", int(rows[8:].split("–")[0]), f"ta bort {by} mellanslag först på {rows}.")]


def test_every_heading_is_tried() -> None:
    assert {"withdrawn", "log", "easy", "words", "exceptions", "terms", "roles", "contacts"} <= set(NAMES)
