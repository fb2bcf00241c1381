"""One file of scripts a page: each part once, after what it needs."""

from __future__ import annotations

import re

import pytest
import rjsmin

from routine.pages import minify
from routine.pages.registry import LISTED, row_of, scripts_of
from routine.pages.scripts import CONVERSATION, EXPORTS, FIRST, LATER, LEAVE, OLD, SCRIPTS, assembled, bundled
from routine.site.assets import sources

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
