"""One style sheet is made of several, each of them once and in order, and none is forgotten or empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from routine.domain.model import Routine
from routine.publish.pages import PAGES, StyleSheet, row_of
from routine.publish.styles import (
    BEYOND,
    LEAVE,
    LINKS,
    PAPER,
    READ,
    SHARED,
    SOME,
    STANDALONE,
    WITHOUT,
    beside,
    order,
    parts_of,
    sheet,
    standalone_style,
)
from routine.views import addresses as at
from tests.kit.bare import changed
from tests.kit.paths import PROJECT
from tests.kit.variants import WITHDRAWAL

FILES = sorted((PROJECT / "routine/assets/css").iterdir())
NAMES = [file.stem for file in FILES]
OF_PAGES = [name for name in StyleSheet if name is not StyleSheet.SEARCH]


def test_what_all_pages_share_is_in_every_sheet_and_every_other_part_in_one() -> None:
    found = {
        part: sum(part in order(name, NAMES) for name in OF_PAGES) for part in NAMES if part not in {"search", "taken"}
    }
    shared, beyond = {*SHARED, *SOME, LEAVE, PAPER}, {BEYOND, f"{PAPER}-{BEYOND}"}
    assert {part for part, times in found.items() if times == len(OF_PAGES)} == shared
    assert {part for part, times in found.items() if times == 2} == beyond
    assert [name for name in OF_PAGES if LINKS not in order(name, NAMES)] == [StyleSheet.GUIDE]
    assert {part for part, times in found.items() if times == 1} == {*found} - shared - beyond - {LINKS}
    assert order(StyleSheet.SEARCH, NAMES) == ("search",)


def test_the_file_that_stands_alone_is_made_of_parts_that_there_are_and_has_the_order_of_the_pages() -> None:
    assert len(STANDALONE) == len({*STANDALONE})
    assert {*STANDALONE} <= {*NAMES}
    shared = [part for part in order(StyleSheet.OTHERS, NAMES) if part in {*SHARED, *SOME, BEYOND, PAPER}]
    assert [part for part in STANDALONE if part in shared] == [part for part in shared if part not in WITHOUT]
    assert not re.search(
        r"@import|@font-face|url\((?!#)", standalone_style({file.stem: file.read_text() for file in FILES}, SOME)
    )


@pytest.mark.parametrize("name", list(StyleSheet))
def test_no_part_comes_twice_in_a_sheet(name: str) -> None:
    assert len(order(name, NAMES)) == len({*order(name, NAMES)})


@pytest.mark.parametrize(("tracks", "more"), [(0, False), (2, False), (3, True), (8, True)])
def test_the_colours_of_many_tracks_come_where_there_are_many(small: Routine, tracks: int, more: bool) -> None:
    some = beside(changed(small, tracks=small.tracks[:1] * tracks))
    assert ("tracks;" in sheet(StyleSheet.START, {part: f"{part};" for part in NAMES}, some)) == more


@pytest.mark.parametrize("name", OF_PAGES)
def test_the_band_of_a_withdrawn_routine_weighs_nothing_where_none_is(small: Routine, name: str) -> None:
    texts = {part: f"{part};" for part in NAMES}
    assert "withdrawn;" not in sheet(name, texts, beside(small))
    assert "withdrawn;" in sheet(name, texts, beside(changed(small, withdrawn=WITHDRAWAL)))


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


@pytest.mark.parametrize("name", OF_PAGES)
def test_the_pages_own_come_after_what_they_share_and_before_paper(name: str) -> None:
    own = [part for page in PAGES if page.style == name for part in parts_of(page.name, NAMES)]
    found = list(order(name, NAMES))
    assert found[found.index(own[0]) : found.index(own[-1]) + 1] == own
    beyond = BEYOND in found
    assert found[-2 if beyond else -1] == PAPER
    assert found[:2] == ["face", "reset"]
    assert (found[-1] == f"{PAPER}-{BEYOND}") == beyond == (name in {StyleSheet.ROLE, StyleSheet.OTHERS})
    assert all((part in found) == (name == StyleSheet.OTHERS) for part in READ)


@pytest.mark.parametrize("name", list(StyleSheet))
def test_a_sheet_is_all_of_them_in_their_order(name: str) -> None:
    texts = {part: f".{part}{{}}" for part in reversed(NAMES)}
    assert sheet(name, texts, SOME) == "".join(f".{part}{{}}" for part in order(name, NAMES))


def test_a_page_has_the_sheet_of_its_kind_and_no_other() -> None:
    for address in (at.START, at.NOT_FOUND):
        assert row_of(address).style is StyleSheet.START
    assert row_of(at.GUIDE).style is StyleSheet.GUIDE
    for address in (at.role("ombud"), at.FLOWCHART):
        assert row_of(address).style is StyleSheet.ROLE
    for address in (at.checklist("ombud"), at.ABOUT):
        assert row_of(address).style is StyleSheet.OTHERS


def test_a_list_without_bullets_is_still_one_to_who_listens_in_safari() -> None:
    """It forgets that where the style is `none`, and not where a bullet has no words."""
    for file in FILES:
        for rule in re.findall(r"([^{}]+)\{[^{}]*list-style: none", file.read_text(encoding="utf-8")):
            assert rule.strip().endswith("summary"), f"{file.name}: {rule}"
