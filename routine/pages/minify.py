"""Minified style sheets and scripts.

Nothing is renamed, so that the site's code stays legible.
"""

from __future__ import annotations

import re

import rcssmin
import rjsmin

STRICT = '"use strict";'  # Each part has it, and a module implies it.
OPENS, CLOSES = "<script>", "</script>"
BESIDE = re.compile(r" ([+~]) (?=[^;{}]*\{)")  # In a selector; in a calculation the spaces are significant.
PURE = "/* @__PURE__ */ "  # A hint to other minifiers.


def style(text: str) -> str:
    """Minify a style sheet, with the same rules."""
    return BESIDE.sub(r"\1", str(rcssmin.cssmin(text)))


def script(text: str) -> str:
    """Minify a script, with its names kept.

    The result may have newer syntax than the text.
    """
    import minify_html  # Large, and not needed where the result is cached.

    shorter = str(minify_html.minify(f"{OPENS}{old_script(text)}{CLOSES}", minify_js=True))
    return STRICT + shorter.removeprefix(OPENS).removesuffix(CLOSES).replace(PURE, "")


def old_script(text: str) -> str:
    """Minify a script, with its syntax kept for old browsers.

    Only comments and meaningless white space are removed.
    """
    return str(rjsmin.jsmin(text))
