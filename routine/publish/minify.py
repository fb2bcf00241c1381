"""Our own scripts and styles without what only a developer reads. Nothing is renamed or rewritten, so that the site's code stays legible.

The comments of these files never stand inside a string or a pattern; the browser tests run on what comes out of here.
"""

from __future__ import annotations

import re

BLOCK = re.compile(r"/\*.*?\*/ ?", re.DOTALL)
LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
SIGN = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,])\s*|(:)\s+""")
EMPTY = re.compile(r"\n{2,}")


def script(text: str) -> str:
    """A script without its comments and indentation. Lines stay lines, so that semicolons keep their meaning."""
    return EMPTY.sub("\n", INDENT.sub("", LINE.sub("", BLOCK.sub("", text)))).lstrip("\n")


def style(text: str) -> str:
    """A style sheet without its comments, and without the spaces around its signs; what stands within quotation marks is left alone."""
    return SIGN.sub(lambda found: found[1] or found[2] or found[3], BLOCK.sub("", text)).strip()
