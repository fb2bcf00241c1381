"""Scripts and style sheets: each is made of its parts, each once and in order, without notes."""

from __future__ import annotations

import re

import pytest
import rjsmin

from routine.model.model import Routine
from routine.pages import minify
from routine.pages.registry import LISTED, StyleSheet, row_of, scripts_of
from routine.pages.scripts import CONVERSATION, EXPORTS, FIRST, LATER, LEAVE, OLD, SCRIPTS, assembled, bundled
from routine.pages.styles import PAPER, SHARED, SOME, STANDALONE, beside, order, sheet, standalone_style
from routine.site.assets import sources, styles
from tests.kit.bare import changed
from tests.kit.variants import WITHDRAWAL

PARTS = {name: rjsmin.jsmin(text) for name, text in sources().items()}
GIVES = re.compile(r"\brutin\.((?:words\.)?\w+)=(?![=>])")
TAKES = re.compile(r"\brutin\.(words\.\w+|\w+)")
TAKEN_APART = re.compile(r"const\s?\{([^{}]*)\}=rutin;")
STRINGS = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`""")
NEWER_THAN_2015 = re.compile(
    r"\?\.(?!\d)|\?\?|\*\*|#\w|\basync\b|\bawait\b|catch\{|\.\.\.\w+\}|\{\.\.\.|(?<=\d)_(?=\d)|,\s*\)|\\p\{|\(\?<"
)


def given(*parts: str) -> set[str]:
    """What parts give to those after them, as `dates` and `words.dates`."""
    return {name for part in parts for name in GIVES.findall(PARTS[part])}


def taken(part: str) -> set[str]:
    names = {name.strip().split(":")[0] for group in TAKEN_APART.findall(PARTS[part]) for name in group.split(",")}
    return (names | set(TAKES.findall(PARTS[part]))) - given(part) - {"words"}


def parts_of(*scripts: str) -> list[str]:
    return [part for script in scripts for group in SCRIPTS[script] for part in group]


def test_every_part_is_published_and_every_script_is_asked_for() -> None:
    assert {*parts_of(*SCRIPTS)} == {*PARTS}
    asked = {name for page in LISTED for name in (row_of(page.address).first, *scripts_of(page.address)) if name}
    later = {LATER, CONVERSATION, EXPORTS}
    assert asked | later == {*SCRIPTS}
    assert not asked & later


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_part_stands_once_and_after_all_that_it_needs(script: str) -> None:
    parts, guide = parts_of(script), {FIRST, "guide", CONVERSATION, EXPORTS}
    # Those of the guide come one after another, when they are asked for.
    there = given(*parts_of(*(guide - {script}))) if script in guide else set()
    assert len({*parts}) == len(parts)
    for part in parts:
        assert taken(part) <= there, part
        there |= given(part)


def test_a_part_that_throws_is_told_by_its_name_and_stops_no_group_but_its_own() -> None:
    parts = {"a": "one(); // first\n", "b/c": "window.two = 2;\n", "d": "three()"}
    text = assembled((("a", "b/c"), ("d",)), parts, minify.old_script)
    assert text.replace("\n", "") == (
        "window.rutin=window.rutin||{words:{}};"
        '(function(){var part;try{part="a:";one();part="b/c:";window.two=2;}catch(error){console.warn(part,error)}})();'
        '(function(){var part;try{part="d:";three()}catch(error){console.warn(part,error)}})();'
    )


def test_the_way_out_has_no_syntax_that_an_old_browser_cannot_read() -> None:
    read = {script: bool(NEWER_THAN_2015.search(bundled(script, sources()))) for script in (*OLD, CONVERSATION)}
    assert read == dict.fromkeys(OLD, False) | {CONVERSATION: True}
    assert LEAVE in OLD


def test_every_sentence_that_a_reader_meets_stands_in_a_module_of_words() -> None:
    """With a letter that is Swedish."""
    others = [re.sub(r"Error\((?:'[^']*'|`[^`]*`)", "", text) for name, text in PARTS.items() if "words" not in name]
    said = ["".join(found) for text in others for found in STRINGS.findall(text)]
    assert len(said) > 500
    assert {each for each in said if re.search("[åäöÅÄÖ]", each)} == set()


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


def test_what_has_no_meaning_is_left_out_and_names_are_kept() -> None:
    style = "/* a */\n.a + .b, .c :is(h2, p) { width: calc(1px + 2px); content: ' ; { ' }\n"
    assert minify.style(style) == ".a+.b,.c :is(h2,p){width:calc(1px + 2px);content:' ; { '}"
    script = "// @ts-check\n/** About. */\nconst there = 'https://example.com/'; // why\n"
    assert minify.old_script(script).strip() == "const there='https://example.com/';"
    assert minify.script(script) == """"use strict";const there='https://example.com/';"""
