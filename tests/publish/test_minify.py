"""What only a developer reads is left out of styles, and nothing else is."""

from __future__ import annotations

import re

import pytest

from routine.publish import minify


@pytest.mark.parametrize(
    ("text", "minified"),
    [
        ("/* head */\n.a, .b > .c { color: red } /* why */\n", ".a,.b>.c{color:red}"),
        ("@media print {\n  .a { margin: 0 1px }\n}\n", "@media print{.a{margin:0 1px}}"),
        (".a :is(h2, p) { width: calc(100% - 2px) }", ".a :is(h2,p){width:calc(100% - 2px)}"),
        (".a + .b, .c ~ .d { width: calc(1px + 2px) }", ".a+.b,.c~.d{width:calc(1px + 2px)}"),
        ("""[x=', '] { content: " ; { , ”å” " }""", """[x=', ']{content:" ; { , ”å” "}"""),
    ],
    ids=["comments and spaces", "nested", "spaces with a meaning", "spaces around a sign", "quotation marks"],
)
def test_a_style_sheet_loses_what_has_no_meaning(text: str, minified: str) -> None:
    assert minify.style(text) == minified


def test_a_script_loses_its_comments_and_no_address() -> None:
    text = "// @ts-check\n/** About. */\nconst there = 'https://example.com/'; // why\n"
    assert minify.old_script(text).strip() == "const there='https://example.com/';"
    assert minify.script(text) == """"use strict";const there='https://example.com/';"""


def test_names_are_kept_so_that_the_sites_code_can_be_read() -> None:
    text = "const asked = (answer) => { if (answer) { window.given(answer); } };\nasked(1);\n"
    assert {"asked", "answer", "given"} <= {*re.findall(r"\w+", minify.script(text))}


def test_doing_it_twice_changes_nothing() -> None:
    text = "/* a */ .b { color: red } .c, .d { margin: 0 }"
    assert minify.style(minify.style(text)) == minify.style(text)
