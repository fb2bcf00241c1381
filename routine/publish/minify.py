"""Our own scripts and styles without what only a developer reads. Nothing is renamed or rewritten, so that the site's code stays legible.

The comments of these files never stand inside a string or a pattern; the browser tests run on what comes out of here.
"""

from __future__ import annotations

import re

import rcssmin

BLOCK = re.compile(r"/\*.*?\*/ ?", re.DOTALL)
LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
EMPTY = re.compile(r"\n{2,}")


def script(text: str) -> str:
    """A script without its comments and indentation. Lines stay lines, so that semicolons keep their meaning."""
    return EMPTY.sub("\n", INDENT.sub("", LINE.sub("", BLOCK.sub("", text)))).lstrip("\n")


def style(text: str) -> str:
    """A style sheet in fewer bytes, with the same rules."""
    return str(rcssmin.cssmin(text))
