"""Style sheets and scripts without what only a developer reads.
Nothing is renamed, so that the site's code stays legible."""

from __future__ import annotations

import re

import rcssmin
import rjsmin

MADE_BY = ("rjsmin", "minify-html")  # Whose versions decide what a script becomes.
STRICT = '"use strict";'  # Which the parts say one by one, and is taken for granted of a module.
OPENS, CLOSES = "<script>", "</script>"
BESIDE = re.compile(r" ([+~]) (?=[^;{}]*\{)")  # In a selector; in a calculation the spaces mean something.
PURE = "/* @__PURE__ */ "  # A note to other programs of this kind.


def style(text: str) -> str:
    """A style sheet in fewer bytes, with the same rules."""
    return BESIDE.sub(r"\1", str(rcssmin.cssmin(text)))


def script(text: str) -> str:
    """A script of as few signs as say the same, its names kept. It may come in newer words than the text."""
    import minify_html  # Large, and not needed for what is kept.

    shorter = str(minify_html.minify(f"{OPENS}{old_script(text)}{CLOSES}", minify_js=True))
    return STRICT + shorter.removeprefix(OPENS).removesuffix(CLOSES).replace(PURE, "")


def old_script(text: str) -> str:
    """A script without its comments and the white space that means nothing, in the words that it is written in."""
    return str(rjsmin.jsmin(text))
