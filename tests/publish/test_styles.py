"""One style sheet is made of several, each of them once and in order, and none is forgotten or empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from routine.publish.pages import PAGES
from routine.publish.styles import order, sheet
from tests.kit.paths import PROJECT

FILES = sorted((PROJECT / "docs/assets/css").iterdir())
NAMES = [file.stem for file in FILES]


def test_every_sheet_is_used_once() -> None:
    assert sorted(order(NAMES)) == NAMES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_sheet_is_empty(file: Path) -> None:
    """A page that looks like the others needs no sheet."""
    assert re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL).strip()


def test_the_pages_own_come_after_what_they_share_and_before_paper() -> None:
    own = [page.name for page in PAGES if page.name in NAMES]
    found = list(order(NAMES))
    assert found[:2] == ["face", "reset"]
    assert found[found.index(own[0]) : found.index(own[-1]) + 1] == own
    assert found[-1] == "print"


def test_the_sheet_is_all_of_them_in_their_order() -> None:
    texts = {name: f".{name}{{}}" for name in reversed(NAMES)}
    assert sheet(texts) == "".join(f".{name}{{}}" for name in order(NAMES))
