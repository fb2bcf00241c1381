"""A key of the routine whose line is gone is told by its name, and nothing of what stood under it is."""

from __future__ import annotations

import pytest

from routine.domain.model import Routine
from routine.load import parse
from routine.reading.problems import RoutineError
from tests.kit.paths import SMALL

TEXT = SMALL.read_text(encoding="utf-8")
KEYS = tuple(name for name in Routine.model_fields if f"\n{name}:\n" in TEXT)


def told(text: str) -> list[tuple[str, int, str]]:
    """Code, line and message of each problem, in the order of the report."""
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    return [(problem.code, problem.mark.line, problem.message) for problem in raised.value.problems]


def test_the_small_routine_has_every_key() -> None:
    assert set(KEYS) == set(Routine.model_fields)


@pytest.mark.parametrize("name", KEYS)
def test_a_key_that_is_gone_is_all_that_is_told(name: str) -> None:
    line = TEXT[: TEXT.index(f"\n{name}:\n")].count("\n") + 2
    ((code, at, message),) = told(TEXT.replace(f"\n{name}:\n", "\n"))
    assert (code, at) == ("S023", line)
    assert f"”{name}:”" in message


@pytest.mark.parametrize("name", KEYS)
def test_also_where_no_line_is_free_above(name: str) -> None:
    without = "".join(f"{line}\n" for line in TEXT.splitlines() if line and not line.startswith("#"))
    start = without.index(f"{name}:\n") if without.startswith(f"{name}:\n") else without.index(f"\n{name}:\n") + 1
    text = without[:start] + without[start + len(name) + 2 :]
    ((code, at, message),) = told(text)
    assert (code, at) == ("S023", without[:start].count("\n") + 1)
    assert f"”{name}:”" in message


def test_what_else_is_wrong_is_told_beside_it() -> None:
    text = TEXT.replace("\nroles:\n", "\n").replace("\nterms:\n", "\n").replace("conformity: ", "conformty: ")
    assert [code for code, *_ in told(text)] == ["S023", "S023", "M002"]


def test_an_item_that_lacks_a_key_is_no_other_lists() -> None:
    situations = TEXT[TEXT.index("situations:\n") : TEXT.index("roles:\n")]
    text = TEXT.replace(situations, "").replace("\nactions:\n", "  - id: sist\n    text: Är det torrt?\n\nactions:\n")
    codes = {code for code, _, _ in told(text)}
    assert "S023" not in codes
    assert "M001" in codes


def test_what_fits_no_key_that_is_gone_is_told_as_it_is() -> None:
    text = TEXT.replace("\nroles:\n", "\n").replace("    summary: ", "    sammanfattning: ")
    assert "S023" not in {code for code, _, _ in told(text)}
