"""What only a developer reads is left out of scripts and styles, and nothing else is."""

from __future__ import annotations

import pytest

from routine.publish import minify as lean


def test_comments_and_indentation_go_and_lines_stay() -> None:
    text = "// @ts-check\n/**\n * About.\n */\n(() => {\n  // why\n  const a = /** @type {any} */ (b); // kept: after code\n\n  return a;\n})();\n"
    assert lean.script(text) == "(() => {\nconst a = (b); // kept: after code\nreturn a;\n})();\n"


def test_an_address_in_a_string_is_no_comment() -> None:
    assert lean.script("  const there = 'https://example.com/';\n") == "const there = 'https://example.com/';\n"


@pytest.mark.parametrize(
    ("text", "minified"),
    [
        ("/* head */\n.a, .b > .c { color: red } /* why */\n", ".a,.b>.c{color:red}"),
        ("@media print {\n  .a { margin: 0 1px }\n}\n", "@media print{.a{margin:0 1px}}"),
        (".a :is(h2, p) { width: calc(100% - 2px) }", ".a :is(h2,p){width:calc(100% - 2px)}"),
        ("""[x=', '] { content: " ; { , ”å” " }""", """[x=', ']{content:" ; { , ”å” "}"""),
    ],
    ids=["comments and spaces", "nested", "spaces with a meaning", "quotation marks"],
)
def test_a_style_sheet_loses_what_has_no_meaning(text: str, minified: str) -> None:
    assert lean.style(text) == minified


def test_doing_it_twice_changes_nothing() -> None:
    text = "/* a */ let b = 1;\n  // c\n  let d = 2;\n"
    assert lean.script(lean.script(text)) == lean.script(text)
