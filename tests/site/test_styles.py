"""One style sheet is made of several, each of them once, and none is forgotten."""

from __future__ import annotations

import re

import pytest

from routine.model.model import Routine
from routine.pages.registry import StyleSheet
from routine.pages.styles import LEAVE, PAPER, SHARED, SOME, STANDALONE, beside, order, sheet, standalone_style
from routine.site.assets import styles
from tests.kit.bare import changed
from tests.kit.variants import WITHDRAWAL

TEXTS = styles()
OF_PAGES = [name for name in StyleSheet if name is not StyleSheet.SEARCH]


@pytest.mark.parametrize("name", OF_PAGES)
def test_a_sheet_begins_with_what_all_share_and_ends_with_paper(name: str) -> None:
    found = order(name, TEXTS)
    assert len(found) == len({*found})
    assert {*SHARED, *SOME, LEAVE, PAPER} <= {*found}
    assert found[: len(SHARED)] == SHARED
    assert found[-1].startswith(PAPER)


def test_every_part_is_in_some_sheet_and_says_something() -> None:
    used = {part for name in StyleSheet for part in order(name, TEXTS)} | {*STANDALONE}
    assert used == {*TEXTS}
    assert [name for name, text in TEXTS.items() if not re.sub(r"(?s)/\*.*?\*/", "", text).strip()] == []


def test_the_file_that_stands_alone_asks_for_nothing() -> None:
    assert not re.search(r"@import|@font-face|url\((?!#)", standalone_style(TEXTS, SOME))


def test_what_only_some_routines_have_weighs_nothing_in_others(small: Routine) -> None:
    texts = {part: f"{part};" for part in TEXTS}
    withdrawn, many = changed(small, withdrawn=WITHDRAWAL), changed(small, tracks=small.tracks[:1] * 3)
    for part, routine in {"withdrawn;": withdrawn, "tracks;": many}.items():
        assert part not in sheet(StyleSheet.START, texts, beside(small))
        assert part in sheet(StyleSheet.START, texts, beside(routine))


def test_a_list_without_bullets_is_still_one_to_who_listens_in_safari() -> None:
    """It forgets that where the style is `none`, and not where a bullet has no words."""
    for name, text in TEXTS.items():
        for rule in re.findall(r"([^{}]+)\{[^{}]*list-style: none", text):
            assert rule.strip().endswith("summary"), f"{name}: {rule}"
