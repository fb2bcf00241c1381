"""One style sheet is made of several, each of them once and in order, and none is forgotten or empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from routine.publish.pages import OTHERS, PAGES, ROLE, SITE, styles_of
from routine.publish.styles import BEYOND, PAPER, SHEETS, order, parts_of, sheet
from routine.views import addresses as at
from tests.kit.paths import PROJECT

FILES = sorted((PROJECT / "docs/assets/css").iterdir())
NAMES = [file.stem for file in FILES]


def test_every_sheet_is_used_once_but_what_the_pages_beyond_share_and_that_of_paper() -> None:
    """Which has the last word in each."""
    twice = [PAPER, PAPER, BEYOND, f"{PAPER}-{BEYOND}"]
    assert sorted(part for name in SHEETS for part in order(name, NAMES)) == sorted([*NAMES, *twice])


@pytest.mark.parametrize(("tracks", "more"), [(0, False), (2, False), (3, True), (8, True)])
def test_the_colours_of_many_tracks_come_where_there_are_many(tracks: int, more: bool) -> None:
    assert ("tracks;" in sheet(SITE, {part: f"{part};" for part in NAMES}, tracks)) == more


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_sheet_is_empty(file: Path) -> None:
    """A page that looks like the others needs no sheet."""
    assert re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL).strip()


def test_a_page_has_the_last_word_on_its_parts() -> None:
    assert parts_of("guide", ["guidance", "guide", "guide-first", "guide-call"]) == (
        "guide-call",
        "guide-first",
        "guide",
    )


@pytest.mark.parametrize("name", [SITE, ROLE, OTHERS])
def test_the_pages_own_come_after_what_they_share_and_before_paper(name: str) -> None:
    own = [part for page in PAGES if page.style == name for part in parts_of(page.name, NAMES)]
    found = list(order(name, NAMES))
    assert found[found.index(own[0]) : found.index(own[-1]) + 1] == own
    assert found[-1 if name == SITE else -2] == PAPER
    if name == SITE:
        assert found[:2] == ["face", "reset"]


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_all_of_them_in_their_order(name: str) -> None:
    texts = {part: f".{part}{{}}" for part in reversed(NAMES)}
    assert sheet(name, texts, 8) == "".join(f".{part}{{}}" for part in order(name, NAMES))


def test_where_somebody_in_need_arrives_no_sheet_of_other_pages_is_asked_for() -> None:
    for address in (at.START, at.GUIDE, at.NOT_FOUND):
        assert styles_of(address) == (SITE,)
    for address in (at.role("ombud"), at.FLOWCHART):
        assert styles_of(address) == (SITE, ROLE)
    for address in (at.checklist("ombud"), at.TIMELINE, at.ABOUT):
        assert styles_of(address) == (SITE, OTHERS)
