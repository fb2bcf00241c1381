"""What only a developer reads is left out of styles, and nothing else is."""

from __future__ import annotations

from routine.publish import minify


def test_a_style_sheet_keeps_its_rules() -> None:
    assert minify.style(
        "/* head */\n.a, .b > .c { color: red; margin: 0 1px } /* why */\n\n@media print {\n  .a { display: none }\n}\n"
    ) == (".a,.b > .c{color:red;margin:0 1px}@media print{.a{display:none}}")


def test_what_a_style_sheet_says_in_quotation_marks_is_left_alone() -> None:
    assert (
        minify.style(""".a::after { content: " ; { , " / "" } [data-x=', '] { color: red }\n""")
        == """.a::after{content:" ; { , " / ""}[data-x=', ']{color:red}"""
    )


def test_doing_it_twice_changes_nothing() -> None:
    text = "/* a */ .b { color: red } .c, .d { margin: 0 }"
    assert minify.style(minify.style(text)) == minify.style(text)
