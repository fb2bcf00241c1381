"""A key that stands too far in is moved out, and never made an item of the list above or taken away."""

from __future__ import annotations

import re

import pytest

from routine.loading.parse import parse
from routine.reading.problems import Problem, RoutineError
from tests.kit.broken import SMALL_TEXT
from tests.kit.views import one_in

LINES = SMALL_TEXT.split("\n")
OUT = re.compile(r"ta bort (ett|\d+) mellanslag först på (?:raden|raderna \d+–\d+)")


def further_in(number: int, by: int) -> str:
    return "\n".join([*LINES[: number - 1], " " * by + LINES[number - 1], *LINES[number:]])


def told(text: str) -> list[Problem]:
    try:
        parse(text.encode(), "rutin.yaml")
    except RoutineError as error:
        return list(error.problems)
    return []


# The last key of each item and of each group within it: what stands above it may be a list, or a group of its own.
LAST = [
    number
    for number, (line, after) in enumerate(zip(LINES, [*LINES[1:], ""], strict=True), 1)
    if re.match(r" +[a-z_]+: \S", line) and len(after) - len(after.lstrip()) < len(line) - len(line.lstrip())
]


@pytest.mark.parametrize("by", [2, 4])
@pytest.mark.parametrize("number", one_in(4, LAST))
def test_no_key_becomes_an_item_or_is_only_to_be_taken_away(number: int, by: int) -> None:
    for problem in told(further_in(number, by))[:1]:
        assert problem.code != "S019", problem
        assert not problem.hint.startswith("ta bort raden"), problem


def number_of(line: str) -> int:
    (number,) = [n for n, each in enumerate(LINES, 1) if each == line]
    return number


@pytest.mark.parametrize(
    "line",
    [
        "    routine: Rutinen säger inget om mögel.",
        "      topic: vattnet",
        "    detail: Titta efter under diskhon.",
        "    wallet: Flytta klassen",
    ],
)
def test_how_far_it_is_to_be_moved_is_said(line: str) -> None:
    (problem,) = told(further_in(number_of(line), 2))
    found = OUT.match(problem.hint)
    assert found, problem
    assert found[1] == "2"


def test_an_item_that_lacks_its_dash_is_told_as_that_still() -> None:
    text = SMALL_TEXT.replace(
        "      - role: rektorn\n        text: stänger", "      role: rektorn\n        text: stänger"
    )
    assert text != SMALL_TEXT
    assert told(text)[0].code == "S019"
    text = SMALL_TEXT.replace("      - Stäng dörren efter dig.\n", "      Obs: stäng dörren\n")
    assert told(text)[0].code == "S019"


def test_a_key_within_braces_has_no_line_to_move() -> None:
    text = SMALL_TEXT.replace(
        "    asked:\n      at: start\n      basis: tolkning\n    detail: Titta efter under diskhon.\n",
        "    asked: {at: start, basis: tolkning, detail: Titta efter under diskhon.}\n",
    )
    (problem,) = told(text)
    assert problem.hint.startswith("ta bort raden, eller flytta den dit den hör.")
