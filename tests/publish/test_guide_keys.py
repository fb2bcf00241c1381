"""Whatever bears a key in the guide does something when it is pressed. The script that looks for what to do passes by a
key that it does not know, without a word; so here each one that a script or a template writes is looked up, by the word
before its colon, and a way of writing one that this cannot read is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.kit.parts import sources
from tests.kit.paths import PROJECT

PARTS = {part: text for part, text in sources().items() if part.startswith("guide/")}
HANDLERS = re.compile(r"#presses = \{\n(.*?)\n    \};", re.DOTALL)
HANDLED = {*re.findall(r"^ {6}'?([a-z-]+)'?: \(", HANDLERS.findall(PARTS["guide/conversation"])[0], re.MULTILINE)}
# What is given to `button` and `buttonOf` is pressed; what is set as an attribute may also be for the focus alone.
PRESSED, SET = r"(?<![\w.])button(?:Of)?\(", r"'data-key':"
EXPRESSION = r"\s*('[^'\n]*'|`[^`\n]*`|\w+)(?=\s*[,)}])"
LITERAL = re.compile(r"['`]([a-z-]+)(?:['`]|:)")
# Headings and a line that take the focus, what the browser folds, and fields and buttons of forms, which are answered
# when the form is sent.
NOT_PRESSED = {"rubrik", "sammanstallning", "skal", "utgar", "dag", "ange"}
# Where a key comes from a function's first argument: part, as it is written → the function, and what it makes of it.
PASSED_ON = {
    ("guide/call", "key"): ("box", "{}"),
    ("guide/questions", "`${verb}:${step.id}`"): ("choice", "{}"),
    ("guide/ending", "`${verb}-ja`"): ("question", "{}-ja"),
    ("guide/ending", "`${verb}-nej`"): ("question", "{}-nej"),
}
# The pieces that the others call, with a key of theirs.
MAKERS = {("guide/pieces", "key")}
IN_TEMPLATE = re.compile(r'<(\w+)([^<>]*)\sdata-key="([^"]*)"')


def written(part: str, before: str) -> list[str]:
    """The keys that a part writes after this, as they stand there."""
    found = re.findall(before + EXPRESSION, PARTS[part])
    assert len(found) == len(re.findall(before, PARTS[part])), f"{part}: a key that this test cannot read"
    return found


def verbs(part: str, before: str) -> Iterator[str]:
    """The word before the colon of each; where a function has it from who calls it, one from each of those."""
    for expression in written(part, before):
        if literal := LITERAL.match(expression):
            yield literal[1]
        elif (part, expression) not in MAKERS:
            function, made = PASSED_ON[part, expression]
            for given in written(part, rf"(?<![\w.]){function}\("):
                verb = LITERAL.match(given)
                assert verb, f"{part}: {function}({given}"
                yield made.format(verb[1])


def pressed(part: str) -> set[str]:
    """What a reader can press in what a part makes."""
    return {*verbs(part, PRESSED)} | {*verbs(part, SET)} - NOT_PRESSED


@pytest.mark.parametrize("part", PARTS)
def test_whatever_a_script_writes_a_key_for_does_something_when_it_is_pressed(part: str) -> None:
    assert pressed(part) - HANDLED == set()


def test_whatever_the_conversation_does_when_something_is_pressed_has_a_key_that_is_written() -> None:
    assert HANDLED - {verb for part in PARTS for verb in pressed(part)} == set()


def test_a_key_is_written_in_no_other_way() -> None:
    other = re.compile(r"dataset\.key\b|dataset\[|setAttribute\(['\"`]data-key|[\"`]data-key[\"`]\]?:")
    assert [part for part, text in PARTS.items() if other.search(text)] == []


def test_a_key_in_a_template_is_for_the_focus_or_of_a_link_to_a_role() -> None:
    """Which is followed by where it leads."""
    texts = [file.read_text(encoding="utf-8") for file in (PROJECT / "routine/html/templates").glob("*.html")]
    found = [each for text in texts for each in IN_TEMPLATE.findall(text)]
    assert len(found) == sum(text.count("data-key") for text in texts) > 0
    headings = [each for each in found if each[0] == "h2" and each[2].startswith("rubrik:")]
    links = [each for each in found if each[0] == "a" and 'href="#roll_' in each[1]]
    assert [each for each in found if each not in headings + links] == []
