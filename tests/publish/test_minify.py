"""What only a developer reads is left out of styles, and nothing else is."""

from __future__ import annotations

import re

import pytest

from routine.publish import minify
from tests.kit.parts import sources

COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//.*?$", re.DOTALL | re.MULTILINE)
# Of texts in backticks, and of what stands in braces: `a ${b.map(({ c }) => `d`)}`
SIGNS = re.compile(r"\\.|`|\$\{|[{}]|'(?:\\.|[^'\\\n])*'", re.DOTALL)


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


def test_no_script_has_a_text_within_a_text() -> None:
    """What takes away the comments takes the spaces of the inner one as well, and a sentence loses them."""
    assert "och" in minify.old_script("const a = `${b ? `${c} och ` : ''}`;")
    assert " och " not in minify.old_script("const a = `${b ? `${c} och ` : ''}`;"), "the rule is not needed any longer"
    assert within("const a = `x ${b ? `${c} och ` : ''}`;")
    assert within("const a = `${x.map(({ b }) => `${b} och `)}`;")
    assert not within("const a = `${x.map(({ b }) => b + '`')} ${c}`; const d = `${a} och`;")
    assert [name for name, text in sources().items() if within(COMMENT.sub("", text))] == []


def within(script: str) -> bool:
    """Whether a text in backticks has another in it."""
    open: list[str] = []
    for sign in SIGNS.findall(script):
        inside = bool(open) and open[-1] == "`"
        if sign == "`" and inside:
            open.pop()
        elif sign == "`" and "`" in open:
            return True
        elif sign == "`" or (sign == "${" and inside) or (sign == "{" and not inside):
            open.append(sign)
        elif sign == "}" and open and not inside:
            open.pop()
    return False
