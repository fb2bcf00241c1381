"""What only a developer reads is left out of scripts and styles, and nothing else is."""

from __future__ import annotations

from routine.publish import minify as lean


def test_comments_and_indentation_go_and_lines_stay() -> None:
    text = "// @ts-check\n/**\n * About.\n */\n(() => {\n  // why\n  const a = /** @type {any} */ (b); // kept: after code\n\n  return a;\n})();\n"
    assert lean.script(text) == "(() => {\nconst a = (b); // kept: after code\nreturn a;\n})();\n"


def test_an_address_in_a_string_is_no_comment() -> None:
    assert lean.script("  const there = 'https://example.com/';\n") == "const there = 'https://example.com/';\n"


def test_a_style_sheet_keeps_its_rules() -> None:
    assert lean.style(
        "/* head */\n.a, .b > .c { color: red; margin: 0 1px } /* why */\n\n@media print {\n  .a { display: none }\n}\n"
    ) == (".a,.b > .c{color:red;margin:0 1px}@media print{.a{display:none}}")


def test_what_a_style_sheet_says_in_quotation_marks_is_left_alone() -> None:
    assert (
        lean.style(""".a::after { content: " ; { , " / "" } [data-x=', '] { color: red }\n""")
        == """.a::after{content:" ; { , " / ""}[data-x=', ']{color:red}"""
    )


def test_doing_it_twice_changes_nothing() -> None:
    text = "/* a */ let b = 1;\n  // c\n  let d = 2;\n"
    assert lean.script(lean.script(text)) == lean.script(text)
