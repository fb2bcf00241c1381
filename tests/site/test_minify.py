"""What only a developer reads is left out of styles and scripts, and nothing else is."""

from __future__ import annotations

from routine.pages import minify


def test_what_has_no_meaning_is_left_out_and_names_are_kept() -> None:
    style = "/* a */\n.a + .b, .c :is(h2, p) { width: calc(1px + 2px); content: ' ; { ' }\n"
    assert minify.style(style) == ".a+.b,.c :is(h2,p){width:calc(1px + 2px);content:' ; { '}"
    script = "// @ts-check\n/** About. */\nconst there = 'https://example.com/'; // why\n"
    assert minify.old_script(script).strip() == "const there='https://example.com/';"
    assert minify.script(script) == """"use strict";const there='https://example.com/';"""
