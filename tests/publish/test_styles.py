"""One style sheet is made of several, each of them once and in order, and none is forgotten or empty."""

from __future__ import annotations

import re

import pytest

from routine.publish.styles import SHEETS, sheet
from tests.kit.paths import PROJECT

FOLDER = PROJECT / "docs/assets/css"


def test_the_sheet_is_all_of_them_in_their_order() -> None:
    assert sheet({"a": "a{}", "b": "b{}"}.__getitem__, ("b", "a")) == "b{}a{}"


def test_every_sheet_is_used_once() -> None:
    assert sorted(SHEETS) == sorted(file.stem for file in FOLDER.iterdir())


@pytest.mark.parametrize("name", SHEETS)
def test_no_sheet_is_empty(name: str) -> None:
    """A page that looks like the others needs no sheet."""
    text = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    assert re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()


def test_every_rule_comes_after_the_reset_and_paper_has_the_last_word() -> None:
    assert (SHEETS[0], SHEETS[-1]) == ("reset", "print")
