"""One file of scripts a page: each part once, after what it needs, and without what only a developer reads."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import rjsmin

from routine.publish import minify
from routine.publish.pages import LISTED, row_of, scripts_of
from routine.publish.scripts import CONVERSATION, KEEPING, LATER, LEAVE, OLD, SCRIPTS, assembled, bundled
from tests.kit.parts import parts_of, sources

ALL = pytest.mark.parametrize("script", SCRIPTS)
PARTS = pytest.mark.parametrize("part", sources())
# As text between quotation marks, in code without comments. What is thrown is for developers.
STRINGS = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`""")
THROWN = re.compile(r"""Error\((?:'[^']*'|`[^`]*`)""")
GIVES = re.compile(r"\brutin\.((?:words\.)?\w+)=(?![=>])")
TAKES = re.compile(r"\brutin\.(words\.\w+|\w+)")
TAKEN_APART = re.compile(r"const\s?\{([^{}]*)\}=rutin;")
# A mark in saved cases, which no page shows.
NOT_SAID = {"före min del"}
ENGLISH = re.compile(
    r"\b(?:the|and|of|with|this|page|search|close|open|next|back|copy|copied|loading|found|error|missing|not|is|are|"
    r"you|your|print|save|delete|cancel|step|answer|day|date|edition|saved|changed|here|other|tab)\b",
    re.IGNORECASE,
)
NEWER_THAN_2015 = re.compile(
    r"\?\.(?!\d)|\?\?|\*\*|#\w|\basync\b|\bawait\b|catch\{|\.\.\.\w+\}|\{\.\.\.|(?<=\d)_(?=\d)|,\s*\)|\\p\{|\(\?<"
)


def code(part: str) -> str:
    """A part without its comments."""
    text: str = rjsmin.jsmin(sources()[part])
    return text


def strings(part: str) -> list[str]:
    """Every text that stands in a part, without what is put into it."""
    found = (next(filter(None, match), "") for match in STRINGS.findall(THROWN.sub("", code(part))))
    return [re.sub(r"\$\{[^}]*\}", "", text) for text in found]


def given(part: str) -> set[str]:
    """What a part gives to those after it, as `dates` and `words.dates`."""
    return set(GIVES.findall(code(part)))


def taken(part: str) -> set[str]:
    """What a part has from those before it."""
    names = {name.strip().split(":")[0] for group in TAKEN_APART.findall(code(part)) for name in group.split(",")}
    return (names | set(TAKES.findall(code(part)))) - given(part) - {"words"}


def test_every_part_is_published_and_every_part_that_is_named_is_there() -> None:
    assert {part for script in SCRIPTS for part in parts_of(script)} == set(sources())


def all_given(script: str) -> set[str]:
    """What a page's script gives, whole."""
    return {name for part in parts_of(script) for name in given(part)}


# What the guide's script has from the beginning, with the conversation, and once it has asked for the one that keeps.
OPENED, CONVERSED = all_given("guide"), all_given("guide") | all_given(CONVERSATION)
ASKED_FOR = all_given(KEEPING)
# Script → what is there before it, or may have come when it is used.
BEFORE = {"guide": ASKED_FOR, CONVERSATION: OPENED | ASKED_FOR, KEEPING: CONVERSED}


@ALL
def test_a_part_stands_once_and_after_all_that_it_needs(script: str) -> None:
    parts = parts_of(script)
    assert len(set(parts)) == len(parts)
    there = {*BEFORE.get(script, ())}
    missing = {}
    for part in parts:
        if lost := taken(part) - there:
            missing[part] = lost
        there |= given(part)
    assert missing == {}


def test_the_test_of_the_order_sees_what_a_part_gives_and_takes() -> None:
    assert given("shared/dates") == {"dates"}
    assert taken("shared/dates") == {"words.dates"}
    assert taken("guide/frame") >= {"stages", "morph", "dom", "page"}
    assert given("words/saving") == {"words.saving"}


def test_what_follows_from_a_press_is_known_without_a_page() -> None:
    assert taken("guide/moves") == set()
    assert taken("guide/news") == {"case", "grammar", "moves", "scene", "words.guide"}


@ALL
def test_what_only_a_developer_reads_is_left_out(script: str) -> None:
    text = bundled(script, sources())
    assert "/*" not in text
    assert "@param" not in text
    assert not re.search(r"^\s+|[ \t]+$|\n\n", text, re.MULTILINE)
    assert len(text) < sum(len(sources()[part]) for part in parts_of(script))


def test_each_part_is_guarded_and_told_by_its_name_and_stops_no_group_but_its_own() -> None:
    parts = {"a": "one(); // first\n", "b/c": "window.two = 2;\n", "d": "three()"}
    text = assembled((("a", "b/c"), ("d",)), parts, minify.old_script)
    assert text.replace("\n", "") == (
        "window.rutin=window.rutin||{words:{}};"
        '(function(){var part;try{part="a:";one();part="b/c:";window.two=2;}catch(error){console.warn(part,error)}})();'
        '(function(){var part;try{part="d:";three()}catch(error){console.warn(part,error)}})();'
    )


def test_a_script_is_strict_as_its_parts_are() -> None:
    """Which the parts say one by one, and what makes them shorter leaves out."""
    for script in SCRIPTS:
        text = bundled(script, sources())
        assert ("use strict" in text) == any("use strict" in sources()[part] for part in parts_of(script))


def test_a_part_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError, match="shared/leave"):
        bundled(LEAVE, {part: text for part, text in sources().items() if part != "shared/leave"})


def test_every_page_asks_for_a_script_that_is_made_and_every_script_is_asked_for() -> None:
    asked = {name for page in LISTED for name in (row_of(page.address).first, *scripts_of(page.address)) if name}
    later = {LATER, CONVERSATION, KEEPING}
    assert asked | later == set(SCRIPTS)
    assert not later & asked


def test_what_comes_later_is_taken_only_where_it_may_not_be_there() -> None:
    """Of the guide's parts, those that ask for it, or are run only once it has come."""
    parts = (*parts_of("guide"), *parts_of(CONVERSATION))
    takes = {part for part in parts if taken(part) & (ASKED_FOR - CONVERSED)}
    asks = {"guide/keeping", "guide/save-choice"}
    assert takes == asks | {"guide/ending", "guide/frame", "guide/shown-case", "guide/conversation"}


def test_the_way_out_has_no_syntax_that_an_old_browser_cannot_read() -> None:
    """What this does not know of, the audit's parser sees."""
    assert [NEWER_THAN_2015.findall(bundled(script, sources())) for script in OLD] == [[] for _ in OLD]
    assert all(NEWER_THAN_2015.search(bundled(script, sources())) for script in (CONVERSATION, LATER)), (
        "the test sees it"
    )


@PARTS
def test_every_word_that_a_reader_meets_stands_in_a_module_of_words(part: str) -> None:
    """A sentence: with a letter that is Swedish, or a capital first and a space in it."""
    if part.startswith("words/"):
        return
    said = [text for text in strings(part) if re.search(r"[åäöÅÄÖ]|^[A-Z][a-z]* \w", text)]
    assert [text for text in said if text not in NOT_SAID] == []


@PARTS
def test_no_module_of_words_says_anything_in_english(part: str) -> None:
    if part.startswith("words/"):
        assert strings(part), "the test sees no text"
        assert [text for text in strings(part) if ENGLISH.search(text)] == []


def test_no_sentence_stands_in_two_places() -> None:
    """Two words alike are two uses; a whole sentence is one."""
    sentences = sorted(text for part in sources() if part.startswith("words/") for text in strings(part) if " " in text)
    assert len(sentences) > 50
    assert [one for one, other in pairwise(sentences) if one == other and one.rstrip().endswith(".")] == []
